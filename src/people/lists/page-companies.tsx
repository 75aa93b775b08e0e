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
import { companiesHold, totalOf } from './company-account.ts'
import { companyTexts } from './company-texts.ts'
import type { Funnel } from './model.ts'
import type { CompanyFigures, PopulationFigures } from './store-companies.ts'
import { texts } from './texts.ts'

type Ctx = Context<DeskEnv>
type Words = (typeof companyTexts)['fr']

interface Figure {
  readonly column: keyof Words['columns']
  readonly read: (one: Omit<CompanyFigures, 'company'>) => number
  readonly query: string
}

/** Each figure of a line, with the words that `people?` understands for it. */
const FIGURES: readonly Figure[] = [
  { column: 'concerned', read: (one) => one.concerned, query: 'class=concerned' },
  { column: 'confirmed', read: (one) => one.byClass.confirmed, query: 'class=confirmed' },
  { column: 'presumed', read: (one) => one.byClass.presumed, query: 'class=presumed' },
  { column: 'self', read: (one) => one.toldThrough.self, query: 'through=self' },
  { column: 'policyholder', read: (one) => one.toldThrough.policyholder, query: 'through=policyholder' },
  {
    column: 'legal_representative',
    read: (one) => one.toldThrough.legal_representative,
    query: 'through=legal_representative',
  },
  { column: 'guardian', read: (one) => one.toldThrough.guardian, query: 'through=guardian' },
  { column: 'relative', read: (one) => one.toldThrough.relative, query: 'through=relative' },
  { column: 'untold', read: (one) => one.untold, query: 'class=untold' },
  {
    column: 'cannot_be_excluded',
    read: (one) => one.byClass.cannot_be_excluded,
    query: 'class=cannot_be_excluded',
  },
]

/** Most lists tell no relative of someone who died: the table then goes without a column of noughts. */
function figuresShown(companies: readonly CompanyFigures[]): readonly Figure[] {
  const relatives = totalOf(companies).toldThrough.relative
  return FIGURES.filter(({ column }) => column !== 'relative' || relatives > 0)
}

/** Persons of the current list by member company, each line divided by class and by way of telling. */
export function renderCompanies(
  c: Ctx,
  figures: Funnel,
  companies: readonly CompanyFigures[],
  populations: readonly PopulationFigures[],
): Promise<Response> {
  const locale = c.get('locale')
  const words = companyTexts[locale]
  const version = texts[locale].version(figures.listVersion.number)
  const people = formatInteger(figures.persons.concerned + figures.persons.heldForReview, locale)
  const shown = figuresShown(companies)
  const named = companies.filter(({ company }) => company !== null).length
  const lead = words.lead(named, formatInteger(named, locale), people)
  return renderPage(c, {
    title: words.title,
    current: 'lists',
    crumbs: [{ label: texts[locale].lists, href: incidentPath(c, 'lists') }, { label: words.title }],
    lead: <Lead sentences={[lead]} note={words.note(version)} />,
    children: (
      <>
        <Section title={words.title} aside={<a href={incidentPath(c, 'lists/companies.csv')}>{words.csv}</a>}>
          <Ledger
            kind="figures"
            columns={[
              { label: words.columns.company },
              ...shown.map(({ column }) => ({ label: words.columns[column], align: 'right' as const })),
            ]}
          >
            {companies.map((one) => (
              <Line
                c={c}
                shown={shown}
                name={one.company ?? words.unknown}
                one={one}
                company={one.company ?? ''}
              />
            ))}
            <Total c={c} shown={shown} figures={figures} companies={companies} />
          </Ledger>
        </Section>
        <Populations c={c} figures={figures} populations={populations} />
      </>
    ),
  })
}

/** What was exposed is said by population: how many of each stand on the list. */
function Populations(props: { c: Ctx; figures: Funnel; populations: readonly PopulationFigures[] }) {
  const { c, figures, populations } = props
  const locale = c.get('locale')
  const words = companyTexts[locale]
  const figure = (value: number, query: string) => (
    <Cell
      align="right"
      label={query.startsWith('class=concerned') ? words.columns.concerned : words.columns.cannot_be_excluded}
    >
      <FigureLink value={value} href={incidentPath(c, `people?${query}`)} locale={locale} />
    </Cell>
  )
  const sum = (read: (one: PopulationFigures) => number) =>
    populations.reduce((total, one) => total + read(one), 0)
  const [concerned, doubtful] = [sum((one) => one.concerned), sum((one) => one.doubtful)]
  const holds = concerned === figures.persons.concerned && doubtful === figures.persons.heldForReview
  return (
    <Section
      title={words.byPopulation}
      aside={<a href={incidentPath(c, 'facts/exposure')}>{words.exposure}</a>}
    >
      <Ledger
        kind="figures"
        columns={[
          { label: words.population },
          { label: words.columns.concerned, align: 'right' },
          { label: words.columns.cannot_be_excluded, align: 'right' },
        ]}
      >
        {populations.map((one) => (
          <Row>
            <Cell head>{words.populations[one.population]}</Cell>
            {figure(one.concerned, `class=concerned&population=${one.population}`)}
            {figure(one.doubtful, `class=cannot_be_excluded&population=${one.population}`)}
          </Row>
        ))}
        <Row tone="total">
          <Cell head>
            {words.total} <Status kind={holds ? 'done' : 'late'}>{holds ? words.right : words.wrong}</Status>
          </Cell>
          {figure(concerned, 'class=concerned')}
          {figure(doubtful, 'class=cannot_be_excluded')}
        </Row>
      </Ledger>
    </Section>
  )
}

function Line(props: {
  c: Ctx
  shown: readonly Figure[]
  name: string
  one: CompanyFigures
  company: string
}) {
  const { c, shown, name, one, company } = props
  const locale = c.get('locale')
  const { columns } = companyTexts[locale]
  return (
    <Row>
      <Cell head>{name}</Cell>
      {shown.map(({ column, read, query }) => (
        <Cell align="right" label={columns[column]}>
          <FigureLink
            value={read(one)}
            href={incidentPath(c, `people?${query}&company=${encodeURIComponent(company)}`)}
            locale={locale}
          />
        </Cell>
      ))}
    </Row>
  )
}

function Total(props: {
  c: Ctx
  shown: readonly Figure[]
  figures: Funnel
  companies: readonly CompanyFigures[]
}) {
  const { c, shown, figures, companies } = props
  const locale = c.get('locale')
  const words = companyTexts[locale]
  const total = totalOf(companies)
  const holds = companiesHold(companies, figures.persons)
  return (
    <Row tone="total">
      <Cell head>
        {words.total} <Status kind={holds ? 'done' : 'late'}>{holds ? words.right : words.wrong}</Status>
      </Cell>
      {shown.map(({ column, read, query }) => (
        <Cell align="right" label={words.columns[column]}>
          <FigureLink value={read(total)} href={incidentPath(c, `people?${query}`)} locale={locale} />
        </Cell>
      ))}
    </Row>
  )
}
