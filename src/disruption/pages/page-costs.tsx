import {
  Actions,
  Button,
  Cell,
  Columns,
  incidentPath,
  Lead,
  Ledger,
  Proof,
  Row,
  Section,
  SelectField,
  TextField,
} from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { costsOf } from '../costs-store.ts'
import { COST_KINDS, type ExtraCost, sumOf, sumsByKind } from '../model.ts'
import { showDay, showEuros, showHours } from '../show-figures.ts'
import { binder, type Ctx, mayWrite, type Typed } from '../typed-form.ts'
import { renderRegister } from './render-register.tsx'
import { disruptionTexts } from './texts.ts'

/** The extra-cost journal: its account, its lines, a new line, one to strike. */
export async function costsPage(c: Ctx, typed?: Typed): Promise<Response> {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const costs = await costsOf(c.get('platform').db, c.get('incident').id)
  const sum = sumOf(costs)
  const lead = [sum.lines === 0 ? words.noCost : words.costLead(showEuros(sum.cents, locale))]
  if (sum.unpriced > 0) lead.push(words.unpriced(sum.unpriced))
  return renderRegister(c, {
    title: words.costs,
    typed,
    lead: <Lead sentences={lead} note={words.costNote} />,
    children: (
      <>
        {costs.length > 0 ? (
          <Section title={words.sums}>
            <CostSums c={c} costs={costs} />
          </Section>
        ) : null}
        <Journal c={c} costs={costs} />
        {mayWrite(c) ? (
          <Columns kind="1-1">
            <CostForm c={c} typed={typed} />
            {sum.lines > 0 ? <StrikeForm c={c} typed={typed} /> : <div />}
          </Columns>
        ) : null}
      </>
    ),
  })
}

/** By kind, with the total added apart and the sum written out. */
export function CostSums({ c, costs }: { c: Ctx; costs: readonly ExtraCost[] }) {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const [, lines = '', hours = '', amount = ''] = words.costSumColumns
  const parts = sumsByKind(costs)
  const whole = sumOf(costs)
  const added = parts.reduce((sum, { cents }) => sum + cents, 0)
  const written = parts.filter(({ cents }) => cents > 0).map(({ cents }) => showEuros(cents, locale))
  return (
    <>
      <Ledger
        kind="figures"
        caption={words.sums}
        columns={words.costSumColumns.map((label, index) => ({
          label,
          ...(index > 0 && { align: 'right' as const }),
        }))}
      >
        {[...parts, { ...whole, kind: 'total' as const }].map((one) => (
          <Row {...(one.kind === 'total' && { tone: 'total' as const })}>
            <Cell head>{one.kind === 'total' ? words.total : words.costKinds[one.kind]}</Cell>
            <Cell align="right" label={lines}>
              {formatInteger(one.lines, locale)}
            </Cell>
            <Cell align="right" label={hours}>
              {one.minutes === 0 ? '–' : showHours(one.minutes)}
            </Cell>
            <Cell align="right" label={amount}>
              {showEuros(one.cents, locale)}
            </Cell>
          </Row>
        ))}
      </Ledger>
      <p class="apart">
        {words.costCheck(written.join(' + ') || showEuros(0, locale), showEuros(whole.cents, locale))}{' '}
        <Proof check={{ left: added, right: whole.cents }} locale={locale} />
      </p>
    </>
  )
}

function Journal({ c, costs }: { c: Ctx; costs: readonly ExtraCost[] }) {
  const words = disruptionTexts[c.get('locale')]
  const exports = (
    <>
      <a href={incidentPath(c, 'disruption/costs/export/csv')}>{words.csv}</a> ·{' '}
      <a href={incidentPath(c, 'disruption/costs/export/json')}>{words.json}</a>
    </>
  )
  return (
    <Section title={words.costJournal} aside={costs.length > 0 ? exports : null}>
      {costs.length === 0 ? (
        <p>{words.noCosts}</p>
      ) : (
        <Ledger
          columns={words.costColumns.map((label, index) => ({
            label,
            ...(index > 3 && { align: 'right' as const }),
          }))}
        >
          {costs.map((cost) => (
            <CostLine c={c} cost={cost} />
          ))}
        </Ledger>
      )}
    </Section>
  )
}

function CostLine({ c, cost }: { c: Ctx; cost: ExtraCost }) {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const [, , who = '', evidence = '', hours = '', amount = ''] = words.costColumns
  const kind = `n°\u00a0${cost.number} · ${words.costKinds[cost.kind]}`
  const second = cost.struck === null ? kind : `${kind} · ${words.struckWords(cost.struck)}`
  const amountShown = cost.amountCents === null ? words.amountUnknown : showEuros(cost.amountCents, locale)
  return (
    <Row>
      <Cell head>{showDay(cost.on, locale)}</Cell>
      <Cell second={second}>{cost.struck === null ? cost.what : <s>{cost.what}</s>}</Cell>
      <Cell label={who}>{cost.who ?? words.unknownYet}</Cell>
      <Cell label={evidence}>{cost.evidence ?? words.unknownYet}</Cell>
      <Cell align="right" label={hours}>
        {cost.minutes === null ? '–' : showHours(cost.minutes)}
      </Cell>
      <Cell align="right" label={amount}>
        {cost.struck === null ? amountShown : <s>{amountShown}</s>}
      </Cell>
    </Row>
  )
}

function CostForm({ c, typed }: { c: Ctx; typed: Typed | undefined }) {
  const words = disruptionTexts[c.get('locale')]
  const field = binder(c, 'cost', typed)
  return (
    <Section title={words.enterCost}>
      <form method="post" action={incidentPath(c, 'disruption/costs')}>
        <TextField {...field('spent_on')} label={words.spentOn} type="date" required />
        <SelectField
          {...field('kind')}
          label={words.costKind}
          choices={COST_KINDS.map((value) => ({ value, label: words.costKinds[value] }))}
        />
        <TextField {...field('what')} label={words.what} help={words.whatHelp} required maxlength={200} />
        <TextField {...field('hours')} label={words.hours} help={words.hoursHelp} maxlength={10} />
        <TextField {...field('amount')} label={words.amount} help={words.amountHelp} maxlength={20} />
        <TextField {...field('who')} label={words.who} help={words.whoHelp} maxlength={120} />
        <TextField {...field('evidence')} label={words.evidence} help={words.evidenceHelp} maxlength={200} />
        <Actions>
          <Button primary>{words.saveCost}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function StrikeForm({ c, typed }: { c: Ctx; typed: Typed | undefined }) {
  const words = disruptionTexts[c.get('locale')]
  const field = binder(c, 'strike', typed)
  return (
    <Section title={words.strikeCost}>
      <form method="post" action={incidentPath(c, 'disruption/costs/strikes')}>
        <TextField {...field('number')} label={words.lineNumber} inputmode="numeric" required maxlength={6} />
        <TextField {...field('reason')} label={words.reason} required maxlength={200} />
        <Actions note={words.strikeNote}>
          <Button>{words.strikeCostVerb}</Button>
        </Actions>
      </form>
    </Section>
  )
}
