import type { Context } from 'hono'
import { type DeskEnv, incidentPath, Lead, renderPage, Section, Waterfall } from '../../desk/index.ts'
import { formatDecimal, formatInteger } from '../../platform/i18n.ts'
import type { CandidateExplained, RowExplained } from '../match/index.ts'
import { waterfallRows } from './page-why.tsx'
import { personTexts } from './person-texts.ts'
import { texts } from './texts.ts'
import { capital } from './version-names.ts'

export interface RowPage {
  /** Null: a draft. */
  readonly version: number | null
  readonly row: RowExplained
  /** What a reader made of the row, when it is not the engine's word. */
  readonly decided: { readonly verdict: string; readonly reason: string | null }
  /** Ids of the persons kept here, by the row of the register. */
  readonly persons: ReadonlyMap<number, number>
}

/** One exposed row: its verdict, and each candidate weighed. What `match explain` tells, without anybody's identity. */
export function renderRow(c: Context<DeskEnv>, page: RowPage): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const words = personTexts[locale]
  const { row, decided } = page
  const number = formatInteger(row.exposedRow, locale)
  const verdict = text.verdicts[decided.verdict as keyof typeof text.verdicts] ?? decided.verdict
  const reason = decided.reason ?? row.reason
  return renderPage(c, {
    title: words.rowTitle(number),
    current: 'lists',
    crumbs: [
      { label: text.lists, href: incidentPath(c, 'lists') },
      { label: text.rows, href: incidentPath(c, `lists/rows?verdict=${decided.verdict}`) },
      { label: words.rowTitle(number) },
    ],
    lead: (
      <Lead
        sentences={[words.rowLead(number, verdict)]}
        note={`${capital(page.version === null ? text.draft : text.version(page.version))}. ${(row.tier && words.tiers[row.tier]) || words.reasons[reason] || reason}`}
      />
    ),
    children:
      row.candidates.length === 0 ? (
        <p>{words.noCandidate}</p>
      ) : (
        row.candidates.map((candidate, index) => (
          <Candidate c={c} page={page} candidate={candidate} place={index} />
        ))
      ),
  })
}

function Candidate(props: {
  c: Context<DeskEnv>
  page: RowPage
  candidate: CandidateExplained
  place: number
}) {
  const { c, page, candidate, place } = props
  const locale = c.get('locale')
  const words = personTexts[locale]
  const { upper, version } = page.row.thresholds
  const gap = candidate.weight - upper
  const figure = formatDecimal(Math.abs(gap), locale, 1)
  const person = page.persons.get(candidate.memberRow)
  const member = words.registerRow(formatInteger(candidate.memberRow, locale))
  return (
    <Section
      title={place === 0 ? words.firstCandidate : words.next}
      aside={
        <>
          {person === undefined ? (
            member
          ) : (
            <a href={incidentPath(c, `people/${person}`)}>
              {texts[locale].person(formatInteger(person, locale))}
            </a>
          )}{' '}
          · {version}
        </>
      }
    >
      <Waterfall
        caption={words.caption}
        heads={words.heads}
        rows={waterfallRows(candidate, undefined, locale)}
        threshold={upper}
        conclusion={gap >= 0 ? words.above(figure) : words.below(figure)}
        locale={locale}
      />
      <p class="help">
        {candidate.contradiction
          ? (words.contradictions[candidate.contradiction] ?? candidate.contradiction)
          : words.noContradiction}
      </p>
    </Section>
  )
}
