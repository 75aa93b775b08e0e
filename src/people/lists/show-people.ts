import type { Context } from 'hono'
import { hasRole, listPeople as journalPage } from '../../access/index.ts'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { companyTexts } from './company-texts.ts'
import { countOf } from './count-people.ts'
import type { DeliverySlots } from './delivery-slots.ts'
import { looksLikeNir } from './masking.ts'
import { CLASSES, type Funnel, POPULATIONS, REASONS, sortName, WAYS } from './model.ts'
import { outcomeTexts } from './outcome-texts.ts'
import { type PeoplePage, renderNoList, renderPeople, renderSearch } from './page-people.tsx'
import { funnel } from './read-funnel.ts'
import { listRefusals } from './refusals.ts'
import { type CompanyPeople, countOfCompany, listOfCompany } from './store-companies.ts'
import { versionNumber } from './store-pages.ts'
import {
  countAnswers,
  countFiltered,
  findPeople,
  type ListedPerson,
  listPeople,
  listPeopleByIds,
  MOST_COUNTED,
  PAGE,
  type PageKey,
  type PeopleFilter,
} from './store-people.ts'
import { texts } from './texts.ts'

type Ctx = Context<DeskEnv>

/** Roles that may go through a list. A call agent searches for the person on the line, and no one else. */
const BROWSERS = ['lead', 'dpo', 'reviewer', 'auditor'] as const

/** The people a figure counts. Every page of names is journalled and rationed. */
export async function showPeople(c: Ctx, slots: DeliverySlots): Promise<Response> {
  const figures = await currentFunnel(c)
  if (!figures) return renderNoList(c, 'people')
  if (!hasRole(c.get('viewer'), ...BROWSERS)) return renderSearch(c, Object.keys(c.req.query()).length > 0)
  const outcome = c.req.query('outcome')
  if (outcome !== undefined) return showOutcome(c, slots, figures, outcome)
  const read = readFilter(c)
  const { filter, sentence, said } = read
  const company = c.req.query('company')
  const population = POPULATIONS.find((known) => known === c.req.query('population'))
  if (company !== undefined || population) return showPart(c, figures, { company, population, ...read })
  const { db } = c.get('platform')
  const { id: versionId, number: version } = figures.listVersion
  const key = keyOf(c)
  const found = await listPeople(db, versionId, filter, key)
  const kept = countOf(figures.persons, filter)
  const count = kept ?? (await countFiltered(db, versionId, filter))
  const total = kept ?? Math.min(count, MOST_COUNTED)
  return show(c, said, { version, sentence, total, more: count > total, ...pageOf(c, found, key) })
}

/** The people of one member company, or of none, or of one population; a company's name stays out of the journal. */
async function showPart(
  c: Ctx,
  figures: Funnel,
  asked: ReturnType<typeof readFilter> & CompanyPeople,
): Promise<Response> {
  const { company, population, sentence, said } = asked
  const words = companyTexts[c.get('locale')]
  const { db } = c.get('platform')
  const { id: versionId, number: version } = figures.listVersion
  const key = keyOf(c)
  const found = await listOfCompany(db, versionId, asked, key)
  const total = await countOfCompany(db, versionId, asked)
  const of = [
    company === undefined ? '' : company === '' ? words.noCompany : words.filter(company),
    population ? `${words.populations[population]}.` : '',
  ]
  return show(c, [said, company === undefined ? '' : 'company', population].filter(Boolean).join(' '), {
    version,
    sentence: [sentence, ...of].filter(Boolean).join(' '),
    total,
    more: false,
    ...pageOf(c, found, key),
  })
}

function keyOf(c: Ctx): PageKey {
  const [after, before] = [Number(c.req.query('after')), Number(c.req.query('before'))]
  if (after > 0) return { after }
  return before > 0 ? { before } : undefined
}

/** The rows of a page without the one more that says the list goes on, and the ways on from here. */
function pageOf(c: Ctx, found: readonly ListedPerson[], key: PageKey): Pick<PeoplePage, 'people' | 'ways'> {
  const backwards = key !== undefined && 'before' in key
  const more = found.length > PAGE
  const people = backwards ? found.slice(-PAGE) : found.slice(0, PAGE)
  const [first, last] = [people[0], people.at(-1)]
  const hasPrevious = backwards ? more : key !== undefined
  const hasNext = backwards || more
  return {
    people,
    ways: {
      first: hasPrevious ? pathAt(c, {}) : undefined,
      previous: hasPrevious && first ? pathAt(c, { before: first.id }) : undefined,
      next: hasNext && last ? pathAt(c, { after: last.id }) : undefined,
    },
  }
}

async function showOutcome(
  c: Ctx,
  slots: DeliverySlots,
  figures: Funnel,
  outcome: string,
): Promise<Response> {
  const { db } = c.get('platform')
  const text = texts[c.get('locale')]
  const asked = {
    incidentId: c.get('incident').id,
    listVersionId: figures.listVersion.id,
    outcome,
    after: Number(c.req.query('after')) || 0,
    limit: PAGE + 1,
  }
  const found = await slots.personsByOutcome?.(db, asked)
  if (!found) throw listRefusals.notFound()
  return show(c, `outcome=${outcome}`, {
    version: await versionNumber(db, found.listVersionId),
    sentence: sayOutcome(c, outcome) ?? text.filters.outcome,
    total: found.total,
    ...pageOf(c, await listPeopleByIds(db, found.listVersionId, found.personIds), keyOf(c)),
  })
}

/** `cannot_be_excluded.email`: an outcome of another cohort, said after the cohort. */
function sayOutcome(c: Ctx, outcome: string): string | undefined {
  const { outcomes, cohorts } = outcomeTexts[c.get('locale')]
  const [cohort = '', word] = outcome.split('.')
  return word === undefined ? outcomes[outcome] : [cohorts[cohort], outcomes[word]].filter(Boolean).join(' ')
}

/**
 * The words of an address, one for each figure of the first screen: `class`, `through`, `untold`. A way or a reason counts
 * the concerned; with `class=cannot_be_excluded`, those of whom one cannot tell.
 */
function readFilter(c: Ctx): { filter: PeopleFilter; sentence: string; said: string } {
  const text = texts[c.get('locale')]
  const [asked, way, reason] = [c.req.query('class'), c.req.query('through'), c.req.query('untold')]
  const among =
    asked === 'cannot_be_excluded' ? { class: 'cannot_be_excluded' as const } : { concerned: true }
  const through = WAYS.find((known) => known === way)
  if (through) {
    const sentence = `${text.columns.told} ${text.ways[through]}.`
    return { filter: { ...among, through }, sentence, said: `through=${through}` }
  }
  const why = REASONS.find((known) => known === reason)
  if (why) {
    const sentence = `${text.filters.untold} ${text.because(text.reasons[why])}`
    return { filter: { ...among, reason: why }, sentence, said: `untold=${why}` }
  }
  const kept = CLASSES.find((known) => known === asked)
  if (kept) return { filter: { class: kept }, sentence: text.filters[kept], said: `class=${kept}` }
  const said = `class=${asked}`
  if (asked === 'concerned') return { filter: { concerned: true }, sentence: text.filters.concerned, said }
  if (asked === 'told')
    return { filter: { concerned: true, through: 'any' }, sentence: text.filters.told, said }
  if (asked === 'untold')
    return { filter: { concerned: true, reason: 'any' }, sentence: text.filters.untold, said }
  return { filter: {}, sentence: text.filters.all, said: 'all' }
}

/** The same filter, elsewhere in its list. */
function pathAt(c: Ctx, key: { readonly after?: number; readonly before?: number }): string {
  const query = new URLSearchParams(c.req.query())
  query.delete('after')
  query.delete('before')
  for (const [name, id] of Object.entries(key)) query.set(name, String(id))
  const said = query.toString()
  return incidentPath(c, said ? `people?${said}` : 'people')
}

/** Posted, so that a name never stands in an address; journalled without its text. */
export async function searchPeople(c: Ctx): Promise<Response> {
  const figures = await currentFunnel(c)
  if (!figures) return renderNoList(c, 'people')
  const asked = String((await c.req.parseBody())['text'] ?? '')
    .trim()
    .slice(0, 80)
  if (looksLikeNir(asked)) throw listRefusals.nirInSearch()
  const byNumber = /\d/.test(asked)
  const name = sortName(asked)
  if (!byNumber && name.length < LEAST_LETTERS) throw listRefusals.searchTooShort({ letters: LEAST_LETTERS })
  const { db } = c.get('platform')
  const search = byNumber ? { memberNumber: asked } : { name }
  const { id: versionId, number: version } = figures.listVersion
  const count = await countAnswers(db, versionId, search)
  const total = Math.min(count, MOST_COUNTED)
  const people = (await findPeople(db, versionId, search)).slice(0, PAGE)
  const sentence = texts[c.get('locale')].filters.search
  const ways = {}
  return show(c, byNumber ? 'search=number' : 'search=name', {
    version,
    sentence,
    total,
    more: count > total,
    people,
    ways,
  })
}

/** One letter would be a page of the list under another name. */
const LEAST_LETTERS = 2

/** @throws access.listRation */
async function show(c: Ctx, filter: string, page: PeoplePage): Promise<Response> {
  const { total, people } = page
  const incidentId = c.get('incident').id
  await journalPage(c.get('platform'), c.get('viewer'), { incidentId, filter, total, shown: people.length })
  return renderPeople(c, page)
}

function currentFunnel(c: Ctx): Promise<Funnel | undefined> {
  return funnel(c.get('platform').db, c.get('incident').id)
}
