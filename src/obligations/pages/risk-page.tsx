import {
  Actions,
  Button,
  Cell,
  Columns,
  Lead,
  Ledger,
  RadioGroup,
  Row,
  Section,
  TextArea,
} from '../../desk/index.ts'
import type { Words } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { formatDecimal, type Locale } from '../../platform/i18n.ts'
import { errorOf, type TypedForm } from './act-forms.tsx'
import { factLabel } from './fact-words.ts'
import { writtenAt } from './instant-with-place.ts'
import { FactorFields } from './risk-factors.tsx'
import { RiskScore } from './risk-score.tsx'
import { type Level, riskTexts } from './risk-texts.ts'
import { capital, say } from './spaced.ts'

/** What is shown of a proposal: the level with its reasons, ENISA's score beside it, what French law adds. */
export interface ShownProposal {
  readonly level: Level | null
  readonly reasons: readonly { readonly words: Words; readonly article?: Words }[]
  readonly missing: readonly string[]
  readonly severity: {
    readonly score: number
    readonly band: 'low' | 'medium' | 'high' | 'very_high'
    readonly dpc: number
    readonly ei: number
    readonly cb: number
    readonly factors: readonly {
      readonly name: 'dpc' | 'ei' | 'confidentiality' | 'integrity' | 'availability' | 'malicious'
      readonly value: number
      readonly reason: Words
      readonly overridden: number | null
    }[]
    readonly flags: { readonly moreThan100: boolean | null; readonly unintelligible: boolean | null }
  }
  readonly overlay: readonly {
    readonly words: Words
    readonly article: Words
    readonly certainty: 'checked' | 'secondary' | 'to_check'
    readonly floor: Level
    readonly raisedFrom: Level | null
  }[]
  readonly unread: readonly { readonly words: string }[]
}

export interface ShownDecision {
  readonly level: Level
  readonly reasons: string
  readonly proposed: Level | null
  readonly at: Temporal.Instant
  readonly decidedBy: string
}

interface RiskProps {
  readonly locale: Locale
  readonly path: (path: string) => string
  readonly proposal: ShownProposal
  readonly decisions: readonly ShownDecision[]
  readonly writes: boolean
  readonly form: TypedForm
}

export function RiskLead({ locale, proposal, decisions }: RiskProps) {
  const text = riskTexts[locale]
  const said = (level: Level) => lower(text.levels[level])
  const [latest] = decisions
  return (
    <Lead
      sentences={[
        latest ? text.decidedLead(said(latest.level)) : text.undecidedLead,
        proposal.level ? text.proposes(said(proposal.level)) : text.cannotPropose,
      ]}
      note={text.note}
    />
  )
}

export function RiskSections(props: RiskProps) {
  return (
    <>
      <Columns kind="7-5">
        <Proposal {...props} />
        <Overlay {...props} />
      </Columns>
      <RiskScore locale={props.locale} proposal={props.proposal} />
      {props.writes ? <DecideForm {...props} /> : null}
      <Decisions {...props} />
    </>
  )
}

function Proposal({ locale, path, proposal }: RiskProps) {
  const text = riskTexts[locale]
  return (
    <Section title={text.proposal}>
      <ul class="notes">
        {proposal.reasons.map(({ words, article }) => (
          <li>
            {say(words, locale)}
            {article ? <span class="second">{say(article, locale)}</span> : null}
          </li>
        ))}
      </ul>
      {proposal.unread.map(({ words }) => (
        <p class="help">{text.unread(words)}</p>
      ))}
      {proposal.missing.length > 0 ? (
        <>
          <h3>{text.missing}</h3>
          <ul class="notes">
            {proposal.missing.map((key) => (
              <li>{factLabel(key, locale)}</li>
            ))}
          </ul>
          <p>
            <a href={path('clocks')}>{text.answer}</a>
          </p>
        </>
      ) : null}
    </Section>
  )
}

function Overlay({ locale, proposal }: RiskProps) {
  const text = riskTexts[locale]
  const level = (one: Level) => lower(text.levels[one])
  return (
    <Section title={text.overlay}>
      {proposal.overlay.length === 0 ? <p>{text.noOverlay}</p> : null}
      <ul class="notes">
        {proposal.overlay.map(({ words, article, certainty, floor, raisedFrom }) => (
          <li>
            {say(words, locale)}
            <span class="second">
              {say(article, locale)}
              {certainty === 'checked' ? null : (
                <>
                  {' · '}
                  <b>{locale === 'fr' ? 'à vérifier' : 'to check'}</b>
                </>
              )}
            </span>
            <span class="second">
              {raisedFrom ? text.raised(level(raisedFrom), level(floor)) : text.atLeast(level(floor))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function DecideForm({ locale, path, proposal, decisions, form }: RiskProps) {
  const text = riskTexts[locale]
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  const value = form.fields['level'] ?? decisions[0]?.level ?? proposal.level ?? ''
  return (
    <Section title={text.decide} id="decide">
      <form method="post" action={path('clocks/risk')}>
        <RadioGroup
          name="level"
          label={text.level}
          value={value}
          choices={(['unlikely', 'risk', 'high'] as const).map((one) => ({
            value: one,
            label: `${text.levels[one]}${colon}${text.consequences[one]}`,
          }))}
          {...errorOf(form, 'level')}
        />
        <TextArea
          name="reasons"
          label={text.reasons}
          help={text.reasonsHelp}
          value={form.fields['reasons'] ?? ''}
          {...errorOf(form, 'reasons')}
        />
        <FactorFields locale={locale} severity={proposal.severity} form={form} />
        <Actions note={text.submitNote}>
          <Button primary>{text.submit}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function Decisions({ locale, decisions }: RiskProps) {
  const text = riskTexts[locale]
  if (decisions.length === 0) return null
  const [, , reasons = '', by = ''] = text.decisionColumns
  return (
    <Section title={text.decisions}>
      <Ledger columns={text.decisionColumns.map((label) => ({ label }))}>
        {decisions.map((one) => (
          <Row>
            <Cell head>{writtenAt(one.at, locale)}</Cell>
            <Cell second={one.proposed ? text.proposed(lower(text.levels[one.proposed])) : undefined}>
              {capital(text.levels[one.level])}
            </Cell>
            <Cell label={reasons}>{one.reasons}</Cell>
            <Cell label={by}>{one.decidedBy}</Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase('fr') + text.slice(1)

export const figure = (value: number, locale: Locale) =>
  formatDecimal(value, locale, Number.isInteger(value) ? 0 : Number.isInteger(value * 2) ? 1 : 2)
