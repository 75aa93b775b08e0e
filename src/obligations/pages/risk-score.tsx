import { Cell, Ledger, Row, Section } from '../../desk/index.ts'
import type { Locale } from '../../platform/i18n.ts'
import { figure, type ShownProposal } from './risk-page.tsx'
import { riskTexts } from './risk-texts.ts'
import { say } from './spaced.ts'

/** ENISA's score written out as the sum it is, factor by factor; what stands outside it. */
export function RiskScore({ locale, proposal }: { locale: Locale; proposal: ShownProposal }) {
  const { severity, missing } = proposal
  const text = riskTexts[locale]
  const [, value = ''] = text.factorColumns
  const n = (one: number) => figure(one, locale)
  return (
    <Section title={text.score} aside={text.scoreNote}>
      <p>
        <b>{text.scoreSentence(n(severity.score), text.bands[severity.band])}</b>
      </p>
      {missing.includes('data_categories') ? <p>{text.scorePrudent}</p> : null}
      <Ledger
        columns={text.factorColumns.map((label, index) => ({
          label,
          ...(index === 1 && { align: 'right' as const }),
        }))}
      >
        {severity.factors.map((factor) => (
          <Row>
            <Cell head>{text.factors[factor.name]}</Cell>
            <Cell align="right" label={value}>
              {n(factor.value)}
            </Cell>
            <Cell second={factor.overridden === null ? undefined : text.chosenInstead(n(factor.overridden))}>
              {say(factor.reason, locale)}
            </Cell>
          </Row>
        ))}
        <Row tone="total">
          <Cell head>{text.sum(n(severity.dpc), n(severity.ei), n(severity.cb), n(severity.score))}</Cell>
          <Cell align="right">{n(severity.score)}</Cell>
          <Cell>{flagWords(severity.flags, locale)}</Cell>
        </Row>
      </Ledger>
    </Section>
  )
}

function flagWords(
  { moreThan100, unintelligible }: ShownProposal['severity']['flags'],
  locale: Locale,
): string {
  const text = riskTexts[locale]
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  const state = (flag: boolean | null) => text.flagStates[flag === null ? 'unknown' : flag ? 'yes' : 'no']
  const parts = [
    `${text.moreThan100} (${state(moreThan100)})`,
    `${text.unintelligible} (${state(unintelligible)})`,
  ]
  return `${text.flags}${colon}${parts.join(', ')}`
}
