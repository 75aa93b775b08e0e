import type { Context } from 'hono'
import {
  Cell,
  type DeskEnv,
  incidentPath,
  Lead,
  Ledger,
  Pager,
  Row,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import { changesPath, listsLabel } from './page-changes.tsx'
import { CHANGES_PAGE, type ChangedPerson, type ChangeFilter, type Span } from './store-diff.ts'
import { texts } from './texts.ts'
import { nameOf, versionTexts } from './version-texts.ts'

export interface ChangedPeople {
  readonly span: Span
  readonly filter: ChangeFilter
  readonly total: number
  /** At most a page and one. */
  readonly people: readonly ChangedPerson[]
}

/** The persons a figure of the difference counts, with the same total on top. */
export function renderChangedPeople(c: Context<DeskEnv>, page: ChangedPeople): Promise<Response> {
  const locale = c.get('locale')
  const text = versionTexts[locale]
  const { span, filter, total } = page
  const change = text.change(nameOf(span.from, locale), nameOf(span.to, locale))
  const shown = page.people.slice(0, CHANGES_PAGE)
  const last = page.people.length > CHANGES_PAGE ? shown.at(-1) : undefined
  const title = text.kinds[filter.kind]
  return renderPage(c, {
    title,
    current: 'lists',
    crumbs: [
      { label: listsLabel(locale), href: incidentPath(c, 'lists') },
      { label: change, href: changesPath(c, span) },
      { label: title },
    ],
    lead: (
      <Lead
        sentences={[text.peopleLead(total, formatInteger(total, locale), title.toLowerCase())]}
        note={wordsOf(filter, locale)}
      />
    ),
    children: (
      <Section title={title} aside={change}>
        {shown.length === 0 ? (
          <p>{texts[locale].nothingFound}</p>
        ) : (
          <ChangedTable c={c} people={shown} span={span} locale={locale} />
        )}
        {last ? (
          <Pager next={nextPath(c, span, filter, last.id)} nextLabel={texts[locale].next} locale={locale} />
        ) : null}
      </Section>
    ),
  })
}

function nextPath(c: Context<DeskEnv>, span: Span, filter: ChangeFilter, after: number): string {
  return `${changesPath(c, span, filter)}&after=${after}`
}

/** What the figure keeps, in words: the meaning, the classes, why somebody left. */
function wordsOf({ effect, reason, fromClass, toClass }: ChangeFilter, locale: Locale): string | undefined {
  const text = versionTexts[locale]
  const words = [
    fromClass && toClass ? `${text.moved(text.className[fromClass], text.className[toClass])}.` : '',
    reason ? text.removalOf[reason] : '',
    effect ? text.effects[effect][1] : '',
  ]
  return words.filter(Boolean).join(' ') || undefined
}

function ChangedTable(props: {
  c: Context<DeskEnv>
  people: readonly ChangedPerson[]
  span: Span
  locale: Locale
}) {
  const { c, people, span, locale } = props
  const text = versionTexts[locale]
  const { name, number, before, after, next } = text.listColumns
  return (
    <Ledger caption={text.meaning} columns={[name, number, before, after, next].map((label) => ({ label }))}>
      {people.map((person) => (
        <Row>
          <Cell head>
            <a href={incidentPath(c, `people/${person.id}`)}>
              {person.surname} {person.firstNames}
            </a>
          </Cell>
          <Cell label={number}>{person.memberNumber ?? '—'}</Cell>
          <Cell label={before}>
            {person.fromClass ? text.className[person.fromClass] : text.absent(nameOf(span.from, locale))}
          </Cell>
          <Cell label={after} second={afterNote(person, locale)}>
            {person.toClass ? text.className[person.toClass] : text.absent(nameOf(span.to, locale))}
          </Cell>
          <Cell second={text.effects[person.effect][1]}>{text.effects[person.effect][0]}</Cell>
        </Row>
      ))}
    </Ledger>
  )
}

/** Why somebody left; or which exposed data came and went. */
function afterNote(person: ChangedPerson, locale: Locale): string | undefined {
  const text = versionTexts[locale]
  if (person.reason && person.toClass === null) return text.removalOf[person.reason]
  const { fromCategories: from, toCategories: to } = person
  if (!from || !to) return undefined
  const label = (field: string) => texts[locale].fields[field] ?? field
  const gained = to.filter((field) => !from.includes(field)).map(label)
  const lost = from.filter((field) => !to.includes(field)).map(label)
  const words = [
    gained.length > 0 ? text.gained(gained.join(', ')) : '',
    lost.length > 0 ? text.lost(lost.join(', ')) : '',
  ]
  return words.filter(Boolean).join('\u202f; ') || undefined
}
