import type { Context } from 'hono'
import { type DeskEnv, incidentPath, Lead, Pager, renderPage, Section, tierWord } from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { RowsTable } from './page-rows-table.tsx'
import type { RowsFilter, VerdictRow } from './read-verdicts.ts'
import { PAGE } from './store-people.ts'
import type { ListVersion } from './store-versions.ts'
import { texts } from './texts.ts'

export interface RowsPage {
  readonly version: Pick<ListVersion, 'number' | 'verdicts'>
  /** The version as the address names it; undefined for the list in force. */
  readonly asked: string | undefined
  readonly filter: RowsFilter
  /** At most a page and one. */
  readonly rows: readonly VerdictRow[]
  /** member_id -> person id, for rows that name someone we keep. */
  readonly persons: ReadonlyMap<string, number>
}

/** Exposed rows of a verdict and tier: numbers and weights, no identity. */
export function renderRows(c: Context<DeskEnv>, page: RowsPage): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const total = countRows(page)
  const shown = page.rows.slice(0, PAGE)
  const last = page.rows.length > PAGE ? shown.at(-1) : undefined
  const kept = [
    page.filter.verdict ? text.verdicts[page.filter.verdict] : '',
    page.filter.tier ? tierWord(page.filter.tier, locale) : '',
  ]
  const personOf = (row: VerdictRow) => {
    const id = row.memberId === null ? undefined : page.persons.get(row.memberId)
    return id === undefined ? (
      '—'
    ) : (
      <a href={incidentPath(c, `people/${id}`)}>{text.person(formatInteger(id, locale))}</a>
    )
  }
  return renderPage(c, {
    title: text.rows,
    current: 'lists',
    crumbs: [{ label: text.lists, href: incidentPath(c, 'lists') }, { label: text.rows }],
    lead: (
      <Lead
        sentences={[text.exposedRows(total, formatInteger(total, locale))]}
        note={
          <>
            {text.exposedRowsNote}{' '}
            {page.filter.verdict === 'unreadable' ? (
              <a href={incidentPath(c, 'lists/quarantine')}>{text.whereAside}</a>
            ) : null}
          </>
        }
      />
    ),
    children: (
      <Section
        title={kept.filter(Boolean).join(' · ') || text.rows}
        aside={page.version.number === null ? text.draft : text.version(page.version.number)}
      >
        <RowsTable
          rows={shown}
          text={text}
          locale={locale}
          hrefOf={(row) => rowPath(c, page, row.exposedRow)}
          last={{ label: text.rowPerson, of: personOf }}
        />
        {last ? (
          <Pager next={nextPath(c, page, last.exposedRow)} nextLabel={text.next} locale={locale} />
        ) : null}
      </Section>
    ),
  })
}

function rowPath(c: Context<DeskEnv>, { asked }: RowsPage, row: number): string {
  return incidentPath(c, `lists/rows/${row}${asked === undefined ? '' : `?version=${asked}`}`)
}

/** From the proven counts of the run: the page opens on the figure that led to it. */
function countRows({ version, filter }: RowsPage): number {
  const tiers = version.verdicts.byTier.filter(
    (tier) =>
      (!filter.verdict || tier.verdict === filter.verdict) &&
      (filter.tier === undefined || tier.tier === filter.tier),
  )
  return tiers.reduce((sum, tier) => sum + tier.rows, 0)
}

function nextPath(
  c: Context<DeskEnv>,
  { asked, filter: { verdict, tier } }: RowsPage,
  after: number,
): string {
  const query = new URLSearchParams({
    ...(asked === undefined ? {} : { version: asked }),
    ...(verdict ? { verdict } : {}),
    ...(tier === undefined ? {} : { tier }),
    after: String(after),
  })
  return incidentPath(c, `lists/rows?${query}`)
}
