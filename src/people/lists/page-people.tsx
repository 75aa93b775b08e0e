import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import {
  Button,
  Cell,
  type DeskEnv,
  incidentPath,
  Lead,
  Ledger,
  Pager,
  Row,
  renderPage,
  Section,
  TextField,
} from '../../desk/index.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import { absentTexts } from './absent-texts.ts'
import { outcomeTexts } from './outcome-texts.ts'
import type { ListedPerson } from './store-people.ts'
import { type Texts, texts } from './texts.ts'

export interface PeoplePage {
  /** Of the list the people were counted in; null for the draft. */
  readonly version: number | null
  /** What the filter keeps, in words. */
  readonly sentence: string
  readonly total: number
  /** They are more than `total`, which is as far as a page counts. */
  readonly more?: boolean
  readonly people: readonly ListedPerson[]
  /** Addresses of the other pages; none when the filter cannot be an address (a search). */
  readonly ways: {
    readonly first?: string | undefined
    readonly previous?: string | undefined
    readonly next?: string | undefined
  }
}

/** The people a figure counts, with the same total on top. */
export function renderPeople(c: Context<DeskEnv>, page: PeoplePage): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const version = page.version === null ? text.draft : text.version(page.version)
  const { people, total, ways } = page
  const figure = formatInteger(total, locale)
  const count = page.more ? text.moreThan(figure) : figure
  return renderPage(c, {
    title: text.people,
    current: 'people',
    lead: <Lead sentences={[text.listed(total, count, version)]} note={page.sentence} />,
    children: (
      <Section title={text.people} aside={<a href={incidentPath(c, 'people')}>{version}</a>}>
        <SearchForm action={incidentPath(c, 'people/searches')} text={text} />
        {people.length === 0 ? (
          <p>
            {text.nothingFound} <AbsentLink c={c} />
          </p>
        ) : (
          <PeopleTable
            people={people}
            version={version}
            text={text}
            hrefOf={(id) => incidentPath(c, `people/${id}`)}
          />
        )}
        <Pager
          {...ways}
          firstLabel={text.first}
          previousLabel={text.previous}
          nextLabel={text.next}
          locale={locale}
        />
      </Section>
    ),
  })
}

/** For those who may not go through the list: the search alone. `asked`: they followed a link to a part of the list. */
export function renderSearch(c: Context<DeskEnv>, asked: boolean): Promise<Response> {
  const text = texts[c.get('locale')]
  const words = outcomeTexts[c.get('locale')]
  return renderPage(c, {
    title: text.people,
    current: 'people',
    status: asked ? 403 : 200,
    lead: <Lead sentences={[words.searchLead]} note={words.searchNote} />,
    children: (
      <Section title={text.searchAction}>
        <SearchForm action={incidentPath(c, 'people/searches')} text={text} />
        <p>
          <AbsentLink c={c} />
        </p>
      </Section>
    ),
  })
}

/** Who is not on the list is not found above: their answer is elsewhere, with its proof. */
function AbsentLink({ c }: { c: Context<DeskEnv> }) {
  return <a href={incidentPath(c, 'people/absent')}>{absentTexts[c.get('locale')].link}</a>
}

function PeopleTable({
  people,
  version,
  text,
  hrefOf,
}: {
  people: readonly ListedPerson[]
  version: string
  text: Texts
  hrefOf: (id: number) => string
}) {
  const { columns } = text
  return (
    <Ledger
      caption={text.people}
      columns={[
        { label: columns.name },
        { label: columns.number },
        { label: columns.class },
        { label: columns.told },
      ]}
    >
      {people.map((person) => (
        <Row>
          <Cell head>
            <a href={hrefOf(person.id)}>
              {person.surname} {person.firstNames}
            </a>
          </Cell>
          <Cell label={columns.number}>{person.memberNumber ?? '—'}</Cell>
          <Cell label={columns.class}>{person.class ? text.classes[person.class] : text.notOn(version)}</Cell>
          <Cell label={columns.told}>{wayOf(person, text)}</Cell>
        </Row>
      ))}
    </Ledger>
  )
}

function wayOf(person: ListedPerson, text: Texts): Child {
  if (person.toldThrough) return text.ways[person.toldThrough]
  if (person.untoldReason) return text.reasons[person.untoldReason]
  return person.class === null ? '—' : text.held
}

/** A form that is posted: a name never stands in an address, in the history or in a log. */
function SearchForm({ action, text }: { action: string; text: Texts }) {
  return (
    <form method="post" action={action} class="search">
      <TextField
        name="text"
        type="search"
        label={text.search}
        help={text.searchHelp}
        required
        maxlength={80}
        autocomplete="off"
      />
      <Button primary>{text.searchAction}</Button>
    </form>
  )
}

/** Before the first import there is nobody to show, and that is said. */
export function renderNoList(c: Context<DeskEnv>, current: 'people' | 'lists'): Promise<Response> {
  const locale: Locale = c.get('locale')
  const text = texts[locale]
  return renderPage(c, {
    title: text[current],
    current,
    lead: (
      <Lead
        sentences={[text.noList]}
        note={<a href={incidentPath(c, 'lists/import')}>{text.importLists}</a>}
      />
    ),
    children: <p>{text.noListNote}</p>,
  })
}
