import type { Context } from 'hono'
import { Cell, type DeskEnv, incidentPath, Ledger, Row, Section } from '../../desk/index.ts'
import { samePage } from '../pages/campaign-in-hand.ts'
import { lettersTexts } from './letters-texts.ts'
import type { ToMend } from './mend-store.ts'
import { reportTexts } from './report-texts.ts'

type Ctx = Context<DeskEnv>

/** Letters that wait for an address, newest first; without the address, which the person's page shows with a motive. */
export function MendTable({ c, letters }: { c: Ctx; letters: readonly ToMend[] }) {
  const words = lettersTexts[c.get('locale')]
  if (letters.length === 0) return null
  return (
    <Section title={words.toMend}>
      <p>{words.toMendNote(letters.length)}</p>
      <Ledger columns={words.mendColumns.map((label) => ({ label }))}>
        {letters.map((letter) => (
          <Row>
            <Cell head>{String(letter.id)}</Cell>
            <Cell second={<a href={samePage(c, `letters/addresses/${letter.id}`)}>{words.mend}</a>}>
              {whyOf(c, letter.reason)}
            </Cell>
            <Cell>
              <a href={incidentPath(c, `people/${letter.personId}`)}>{words.personPage}</a>
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

function whyOf(c: Ctx, reason: string): string {
  const locale = c.get('locale')
  if (reason === 'unusable_address') return lettersTexts[locale].unusable
  if (reason === 'unprintable_name') return lettersTexts[locale].unprintable
  const reasons: Readonly<Record<string, string>> = reportTexts[locale].reasons
  return reasons[reason] ?? reportTexts[locale].reasons.other
}
