import type { Context } from 'hono'
import {
  Cell,
  type DeskEnv,
  FigureLink,
  incidentPath,
  Lead,
  Ledger,
  Row,
  renderPage,
  Section,
  Status,
} from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { accountHolds } from '../model.ts'
import { CohortAccounts } from './cohort-accounts.tsx'
import { countProof } from './prove.ts'
import { ReachSections } from './reach-section.tsx'
import { readReach } from './reach-store.ts'
import { SealsSection } from './seals-section.tsx'
import { texts } from './texts.ts'
import { sealsOf } from './tree-store.ts'

type Ctx = Context<DeskEnv>

/** The account of persons, each figure a link to exactly its rows, with its sum. */
export async function showProof(c: Ctx): Promise<Response> {
  const locale = c.get('locale')
  const words = texts[locale]
  const proof = await countProof(c.get('platform').db, c.get('incident').id)
  const { db } = c.get('platform')
  const reach = await readReach(db, c.get('incident').id)
  const seals = await sealsOf(db, c.get('incident').id)
  const told = proof.told.email + proof.told.letter
  const people = (outcome: string) => incidentPath(c, `people?outcome=${outcome}`)
  const line = (outcome: keyof typeof words.proofRows, value: number, second?: string) => ({
    label: words.proofRows[outcome],
    value,
    href: people(outcome),
    second,
  })
  const rows = [
    line('email', proof.told.email),
    line('letter', proof.told.letter),
    line(
      'in_progress',
      proof.in_progress,
      proof.unplanned > 0 ? words.unplanned(proof.unplanned) : undefined,
    ),
    line('unknown_held', proof.unknown_held),
    ...Object.entries(proof.cannot_be_told).map(([reason, value]) => ({
      label: words.reasons[reason] ?? reason,
      value,
      href: people(reason),
      second: undefined,
    })),
    line('lost', proof.lost),
  ]
  const outside = (
    <>
      {words.twice}
      <FigureLink value={proof.told_twice} href={people('told_twice')} locale={locale} />. {words.corrections}
      <FigureLink value={proof.corrections_due} href={people('correction_due')} locale={locale} />.
    </>
  )
  const holds = accountHolds({ ...proof, persons: proof.concerned, waiting: 0 })
  return renderPage(c, {
    title: words.proof,
    current: 'proof',
    lead: (
      <Lead
        sentences={[words.proofLead(proof.concerned, told), words.proofLost(proof.lost, proof.told_twice)]}
      />
    ),
    children: (
      <>
        <Section title={words.proof} aside={outside}>
          <Ledger
            kind="figures"
            columns={[
              { label: words.proofColumns[0] ?? '' },
              { label: words.proofColumns[1] ?? '', align: 'right' },
            ]}
          >
            {rows.map(({ label, value, href, second }) => (
              <Row>
                <Cell head second={second}>
                  {label}
                </Cell>
                <Cell align="right">
                  <FigureLink value={value} href={href} locale={locale} />
                </Cell>
              </Row>
            ))}
            <Row tone="total">
              <Cell head>{words.proofTotal}</Cell>
              <Cell align="right">
                {formatInteger(proof.concerned, locale)}{' '}
                <Status kind={holds ? 'done' : 'late'}>{holds ? words.right : words.wrong}</Status>
              </Cell>
            </Row>
          </Ledger>
        </Section>
        <ReachSections c={c} reach={reach} concerned={proof.concerned} />
        <CohortAccounts c={c} cohorts={proof.cohorts} />
        <SealsSection c={c} seals={seals} />
      </>
    ),
  })
}
