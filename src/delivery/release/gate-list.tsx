import type { Context } from 'hono'
import { Cell, type DeskEnv, incidentPath, Ledger, Row, Status } from '../../desk/index.ts'
import type { MendPlace } from '../../notices/index.ts'
import type { GateResult } from '../campaign-store.ts'
import { releaseTexts } from './release-texts.ts'

type Ctx = Context<DeskEnv>

/** Controls as a checklist: what each found, and for one that does not hold the place to mend it, as a link. */
export function GateList({
  c,
  gates,
  composeHref,
}: {
  c: Ctx
  gates: readonly GateResult[]
  composeHref: string
}) {
  const words = releaseTexts[c.get('locale')]
  return (
    <Ledger columns={words.gateColumns.map((label) => ({ label }))}>
      {gates.map((gate) => (
        <Row>
          <Cell head>{words.gates[gate.gate] ?? gate.gate}</Cell>
          <Cell>
            <Status kind={gate.passed ? 'done' : 'impossible'}>
              {gate.passed ? words.passed : words.failed}
            </Status>
          </Cell>
          <Cell second={<Found c={c} gate={gate} composeHref={composeHref} />}>{gate.reason}</Cell>
        </Row>
      ))}
    </Ledger>
  )
}

/** The longest sentences of a text are always shown; of what fails, the sentences or facts, and where to go. */
function Found({ c, gate, composeHref }: { c: Ctx; gate: GateResult; composeHref: string }) {
  const words = releaseTexts[c.get('locale')]
  const details = gate.details ?? []
  if (gate.gate === 'readable')
    return (
      <details>
        <summary>{words.longest}</summary>
        {details.map((detail) => (
          <p>{words.wordsOf(detail)}</p>
        ))}
      </details>
    )
  if (gate.passed) return null
  return (
    <>
      {placesOf(gate).map((place) => (
        <>
          <a href={hrefOf(c, place, composeHref)}>{words.mendAt(words.places[place.page])}</a>{' '}
        </>
      ))}
    </>
  )
}

/** One link a page. A control kept before places were stored leads to the facts, or to the sentences of the text. */
function placesOf({ gate, mend = [] }: GateResult): MendPlace[] {
  const pages = [...new Map(mend.map((place) => [place.page, place])).values()]
  if (pages.length > 0) return pages
  if (gate === 'sender') return [{ page: 'facts', of: 'sender_contact' }]
  if (gate === 'registered') return [{ page: 'register' }]
  return [{ page: gate === 'wording_approved' ? 'compose' : 'facts' }]
}

/** Facts are mended on their page, sentences where they are chosen. */
function hrefOf(c: Ctx, { page, of }: MendPlace, composeHref: string): string {
  if (page === 'register') return incidentPath(c, 'communications')
  if (page === 'exposure') return incidentPath(c, 'facts/exposure')
  if (page !== 'facts') return composeHref
  return incidentPath(c, of && /^[a-z_]+$/.test(of) ? `facts/${of}/edit` : 'facts')
}
