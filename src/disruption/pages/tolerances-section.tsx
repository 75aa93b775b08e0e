import {
  Actions,
  Button,
  Cell,
  FigureLink,
  incidentPath,
  Ledger,
  Row,
  Section,
  SelectField,
  Status,
} from '../../desk/index.ts'
import type { BlockedFiling, Tolerance } from '../model.ts'
import { showDay } from '../show-figures.ts'
import { binder, type Ctx, mayWrite, type Typed } from '../typed-form.ts'
import { disruptionTexts } from './texts.ts'

const ICONS = { asked: 'running', announced: 'soon', granted: 'done', refused: 'impossible' } as const

interface Props {
  readonly c: Ctx
  readonly filings: readonly BlockedFiling[]
  readonly tolerances: readonly Tolerance[]
  readonly typed: Typed | undefined
}

/** What administrations tolerate, on what condition, with the proof to keep; and the form that puts it beside filings. */
export function Tolerances({ c, filings, tolerances, typed }: Props) {
  const words = disruptionTexts[c.get('locale')]
  const add = <a href={incidentPath(c, 'disruption/tolerances/new')}>{words.newTolerance}</a>
  return (
    <Section title={words.tolerances} aside={mayWrite(c) ? add : null}>
      {tolerances.length === 0 ? (
        <p>{words.noToleranceYet}</p>
      ) : (
        <Ledger columns={words.toleranceColumns.map((label) => ({ label }))}>
          {tolerances.map((tolerance) => (
            <Line c={c} tolerance={tolerance} filings={filings} />
          ))}
        </Ledger>
      )}
      <p class="help apart">{words.toleranceNote}</p>
      {mayWrite(c) && tolerances.length > 0 && filings.length > 0 ? (
        <AttachForm c={c} filings={filings} tolerances={tolerances} typed={typed} />
      ) : null}
    </Section>
  )
}

function Line({
  c,
  tolerance,
  filings,
}: {
  c: Ctx
  tolerance: Tolerance
  filings: readonly BlockedFiling[]
}) {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const [, , scope = '', condition = '', proof = '', reached = ''] = words.toleranceColumns
  const change = (
    <a href={incidentPath(c, `disruption/tolerances/${tolerance.number}`)}>{words.changeTolerance}</a>
  )
  return (
    <Row>
      <Cell second={`n°\u00a0${tolerance.number}, ${showDay(tolerance.on, locale)}`}>
        <Status kind={ICONS[tolerance.state]}>{words.toleranceStates[tolerance.state]}</Status>
      </Cell>
      <Cell head second={tolerance.source}>
        {tolerance.grantor}
      </Cell>
      <Cell label={scope}>{tolerance.scope}</Cell>
      <Cell label={condition}>{tolerance.condition ?? words.noCondition}</Cell>
      <Cell label={proof}>{tolerance.proof ?? words.unknownYet}</Cell>
      <Cell label={reached} second={mayWrite(c) ? change : undefined}>
        <FigureLink
          value={filings.filter((one) => one.tolerances.includes(tolerance.number)).length}
          href={`${incidentPath(c, 'disruption/filings')}?tolerance=${tolerance.number}#lines`}
          locale={locale}
        />
      </Cell>
    </Row>
  )
}

function AttachForm({ c, filings, tolerances, typed }: Props) {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const field = binder(c, 'attach', typed)
  const kinds = [...new Set(filings.map(({ kind }) => kind))].sort()
  const dates = [...new Set(filings.map(({ dueOn }) => dueOn))].sort()
  return (
    <form class="apart" method="post" action={incidentPath(c, 'disruption/tolerances/attachments')}>
      <h3>{words.attach}</h3>
      <div class="inline-fields">
        <SelectField
          {...field('tolerance')}
          label={words.whichTolerance}
          choices={tolerances.map(({ number, grantor }) => ({
            value: String(number),
            label: `n°\u00a0${number}, ${grantor}`,
          }))}
        />
        <SelectField
          {...field('attach_kind', 'kind')}
          label={words.whichFilings}
          choices={[
            { value: '', label: words.everyKind },
            ...kinds.map((value) => ({ value, label: value })),
          ]}
        />
        <SelectField
          {...field('attach_due')}
          label={words.whichDates}
          choices={[
            { value: '', label: words.everyDate },
            ...dates.map((value) => ({ value, label: showDay(value, locale) })),
          ]}
        />
      </div>
      <Actions note={words.attachNote}>
        <Button name="attached" value="yes">
          {words.attachVerb}
        </Button>
        <Button name="attached" value="no">
          {words.detachVerb}
        </Button>
      </Actions>
    </form>
  )
}
