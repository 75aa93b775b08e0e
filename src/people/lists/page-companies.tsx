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
import type { CompanyFigures } from './store-companies.ts'
import { texts } from './texts.ts'

type Ctx = Context<DeskEnv>
type Words = (typeof companyTexts)['fr']

/** Each figure of a line, with the words that `people?` understands for it. */
const FIGURES: readonly {
  readonly column: keyof Words['columns']
  readonly read: (one: Omit<CompanyFigures, 'company'>) => number
  readonly query: string
}[] = [
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
  { column: 'untold', read: (one) => one.untold, query: 'class=untold' },
  {
    column: 'cannot_be_excluded',
    read: (one) => one.byClass.cannot_be_excluded,
    query: 'class=cannot_be_excluded',
  },
]

/** Persons of the current list by member company, each line divided by class and by way of telling. */
export function renderCompanies(
  c: Ctx,
  figures: Funnel,
  companies: readonly CompanyFigures[],
): Promise<Response> {
  const locale = c.get('locale')
  const words = companyTexts[locale]
  const version = texts[locale].version(figures.listVersion.number)
  const people = formatInteger(figures.persons.concerned + figures.persons.heldForReview, locale)
  const named = companies.filter(({ company }) => company !== null).length
  const lead = words.lead(named, formatInteger(named, locale), people)
  return renderPage(c, {
    title: words.title,
    current: 'lists',
    crumbs: [{ label: texts[locale].lists, href: incidentPath(c, 'lists') }, { label: words.title }],
    lead: <Lead sentences={[lead]} note={words.note(version)} />,
    children: (
      <Section title={words.title} aside={<a href={incidentPath(c, 'lists/companies.csv')}>{words.csv}</a>}>
        <Ledger
          kind="figures"
          columns={[
            { label: words.columns.company },
            ...FIGURES.map(({ column }) => ({ label: words.columns[column], align: 'right' as const })),
          ]}
        >
          {companies.map((one) => (
            <Line c={c} name={one.company ?? words.unknown} one={one} company={one.company ?? ''} />
          ))}
          <Total c={c} figures={figures} companies={companies} />
        </Ledger>
      </Section>
    ),
  })
}

function Line({ c, name, one, company }: { c: Ctx; name: string; one: CompanyFigures; company: string }) {
  const locale = c.get('locale')
  const { columns } = companyTexts[locale]
  return (
    <Row>
      <Cell head>{name}</Cell>
      {FIGURES.map(({ column, read, query }) => (
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

function Total({ c, figures, companies }: { c: Ctx; figures: Funnel; companies: readonly CompanyFigures[] }) {
  const locale = c.get('locale')
  const words = companyTexts[locale]
  const total = totalOf(companies)
  const holds = companiesHold(companies, figures.persons)
  return (
    <Row tone="total">
      <Cell head>
        {words.total} <Status kind={holds ? 'done' : 'late'}>{holds ? words.right : words.wrong}</Status>
      </Cell>
      {FIGURES.map(({ column, read, query }) => (
        <Cell align="right" label={words.columns[column]}>
          <FigureLink value={read(total)} href={incidentPath(c, `people?${query}`)} locale={locale} />
        </Cell>
      ))}
    </Row>
  )
}
