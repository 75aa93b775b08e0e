import type { Context } from 'hono'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Row,
  renderPage,
  Section,
  SelectField,
  Status,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import { ZONE } from '../../platform/i18n.ts'
import { type DossierLine, type DossierList, readDossiers } from '../read-dossiers.ts'
import { type DossierSource, deadlineOf, inStory } from '../source.ts'
import { pageTexts } from './page-texts.ts'

type Ctx = Context<DeskEnv>

/** `dossiers`: every document, its state, its deadline, what was handed over. */
export async function listPage(c: Ctx): Promise<Response> {
  const locale = c.get('locale')
  const words = pageTexts[locale]
  const organisation = c.req.query('organisation') || undefined
  const { reference } = c.get('incident')
  const list = await readDossiers(c.get('platform'), { reference, locale, organisation })
  const ready = list.lines.filter(({ missing }) => missing === 0).length
  const stale = list.lines.filter(({ changes }) => changes.length > 0).length
  const { source } = list
  const sentences = [words.lead(ready, list.lines.length), words.leadStale(stale)].filter(Boolean)
  return renderPage(c, {
    title: words.title,
    current: 'clocks',
    lead: (
      <Lead
        sentences={sentences}
        note={source.organisation.own ? words.note : words.forOrganisation(source.organisation.name)}
      />
    ),
    children: (
      <>
        <Documents c={c} list={list} />
        <OtherOrganisations c={c} source={source} />
      </>
    ),
  })
}

function Documents({ c, list }: { c: Ctx; list: DossierList }) {
  const words = pageTexts[c.get('locale')]
  return (
    <Section title={words.list}>
      <Ledger columns={words.columns.map((label) => ({ label }))}>
        {list.lines.map((line) => (
          <Line c={c} source={list.source} line={line} />
        ))}
      </Ledger>
    </Section>
  )
}

/** Address of a document's page, or of what is taken from it; the organisation is named when it is not the desk's own. */
export function dossierPath(c: Ctx, source: DossierSource, path: string, query = ''): string {
  const asked = [
    source.organisation.own ? '' : `organisation=${encodeURIComponent(source.organisation.key)}`,
    query,
  ]
    .filter(Boolean)
    .join('&')
  return `${incidentPath(c, path === '' ? 'dossiers' : `dossiers/${path}`)}${asked ? `?${asked}` : ''}`
}

function Line({ c, source, line }: { c: Ctx; source: DossierSource; line: DossierLine }) {
  const locale = c.get('locale')
  const words = pageTexts[locale]
  const { definition, last } = line
  const [, , due = '', handed = ''] = words.columns
  return (
    <Row>
      <Cell head second={`${words.to(line.tree.to[locale])} · ${line.tree.article[locale]}`}>
        <a href={dossierPath(c, source, definition.kind)}>{definition.title[locale]}</a>
      </Cell>
      <Cell second={line.changes.length > 0 && line.missing > 0 ? words.missing(line.missing) : null}>
        <StateOf line={line} words={words} />
      </Cell>
      <Cell label={due}>
        <Due c={c} line={line} />
      </Cell>
      <Cell label={handed} second={last ? words.version(last.number, actorName(last.madeBy)) : null}>
        {last ? <Instant at={inStory(source, last.madeAt)} locale={locale} /> : words.never}
      </Cell>
    </Row>
  )
}

function StateOf({ line, words }: { line: DossierLine; words: (typeof pageTexts)['fr'] }) {
  if (line.changes.length > 0) return <Status kind="soon">{words.stale(line.changes.length)}</Status>
  if (line.missing > 0) return <Status kind="running">{words.missing(line.missing)}</Status>
  return <Status kind="done">{words.ready}</Status>
}

/** The clock of its duty, with the way to its line of the board. */
export function Due({ c, line }: { c: Ctx; line: DossierLine }) {
  const locale = c.get('locale')
  const words = pageTexts[locale]
  const { duty } = line
  if (!duty) return <>{words.noClock}</>
  const href = incidentPath(c, `clocks/${encodeURIComponent(duty.conclusion.id)}`)
  const { result } = duty.conclusion
  const said =
    result === 'not_required'
      ? words.notOwed
      : result === 'depends'
        ? words.depends
        : duty.dueAt
          ? deadlineOf({ locale, zone: ZONE }, duty.dueAt)
          : duty.conclusion.clock.kind === 'computed'
            ? words.awaits
            : duty.conclusion.clock.words[locale]
  return <a href={href}>{said}</a>
}

/** Firms of the chain have dossiers of their own: each controller files for itself. */
function OtherOrganisations({ c, source }: { c: Ctx; source: DossierSource }) {
  const words = pageTexts[c.get('locale')]
  const owners = source.organisations.filter(({ roles }) =>
    roles.some((role) => ['controller', 'processor', 'host', 'vendor'].includes(role)),
  )
  if (owners.length < 2) return null
  return (
    <Section title={words.otherOrganisations}>
      <form method="get" action={incidentPath(c, 'dossiers')}>
        <SelectField
          name="organisation"
          label={words.organisation}
          value={source.organisation.key}
          choices={owners.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <Actions>
          <Button>{words.show}</Button>
        </Actions>
      </form>
    </Section>
  )
}
