import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  Checkbox,
  type DeskEnv,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Notice,
  Row,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatInstant } from '../../platform/i18n.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type DossierVersion, versionsOf } from '../dossier-store.ts'
import { definitionOf } from '../make-dossier.ts'
import { type DossierField, missingFields } from '../model.ts'
import { readDossierSource } from '../read-dossier-source.ts'
import { type DossierLine, lineOf } from '../read-dossiers.ts'
import { type DossierSource, inStory } from '../source.ts'
import { Preview } from './page-fields.tsx'
import { Due, dossierPath } from './page-list.tsx'
import { pageTexts } from './page-texts.ts'

type Ctx = Context<DeskEnv>

/** Who prepares a dossier and says that it was handed over. */
export const PREPARERS = ['lead', 'dpo'] as const

/** `dossiers/:kind`: what is missing first, what changed since the hand-over, then the document field by field. */
export async function documentPage(c: Ctx, refusal?: Refusal): Promise<Response> {
  const locale = c.get('locale')
  const words = pageTexts[locale]
  const definition = definitionOf(c.req.param('kind') ?? '')
  const organisation = c.req.query('organisation') || undefined
  const { reference } = c.get('incident')
  const source = await readDossierSource(c.get('platform'), { reference, locale, organisation })
  const versions = await versionsOf(
    c.get('platform').db,
    source.incident.id,
    source.organisation.key,
    definition.kind,
  )
  const line = lineOf(source, definition, versions[0] ?? null)
  return renderPage(c, {
    title: definition.title[locale],
    current: 'clocks',
    status: refusal?.http ?? 200,
    crumbs: [{ label: words.back, href: dossierPath(c, source, '') }, { label: definition.title[locale] }],
    notice: <Said c={c} line={line} versions={versions} refusal={refusal} />,
    lead: <LeadOf c={c} line={line} />,
    children: (
      <>
        <ToFill c={c} fields={missingFields(line.tree)} />
        <Changed c={c} line={line} />
        <Take c={c} source={source} line={line} />
        <Preview c={c} dossier={line.tree} />
        <Versions c={c} source={source} versions={versions} />
      </>
    ),
  })
}

interface SaidProps {
  readonly c: Ctx
  readonly line: DossierLine
  readonly versions: readonly DossierVersion[]
  readonly refusal: Refusal | undefined
}

/** One notice at most: what was refused, what was just done, or what is stale. */
function Said({ c, line, versions, refusal }: SaidProps) {
  const words = pageTexts[c.get('locale')]
  if (refusal) return <Notice tone="late">{refusal.text(c.get('locale'))}</Notice>
  const made = versions.find(({ number }) => String(number) === c.req.query('made'))
  if (made) return <Notice tone="plain">{words.done(made.number, `${made.sha256.slice(0, 16)}…`)}</Notice>
  if (line.changes.length === 0 || !line.last) return null
  return <Notice tone="soon">{words.staleNotice(line.last.number, line.changes.length)}</Notice>
}

function LeadOf({ c, line }: { c: Ctx; line: DossierLine }) {
  const locale = c.get('locale')
  const words = pageTexts[locale]
  const { tree, missing } = line
  const said = missing === 0 ? words.docLead.ready : words.docLead.missing(missing)
  const at = formatInstant(Temporal.Instant.from(tree.about.stateAt), locale)
  return (
    <Lead
      sentences={[`${tree.title[locale]}.`, said]}
      note={
        <>
          {words.to(tree.to[locale])} · {tree.article[locale]} · {tree.about.organisation.name}
          <br />
          {words.stateAt}
          {locale === 'fr' ? '\u00a0: ' : ': '}
          {at}
          <br />
          {words.clock}
          {locale === 'fr' ? '\u00a0: ' : ': '}
          <Due c={c} line={line} />
        </>
      }
    />
  )
}

function ToFill({ c, fields }: { c: Ctx; fields: readonly DossierField[] }) {
  const locale = c.get('locale')
  const words = pageTexts[locale]
  if (fields.length === 0) return null
  return (
    <Section title={words.toFill}>
      <Ledger columns={words.fillColumns.map((label) => ({ label }))}>
        {fields.map(({ id, label, note, fill }) => (
          <Row>
            <Cell head>
              <a href={`#f-${id}`}>{label[locale]}</a>
            </Cell>
            <Cell>{note?.[locale]}</Cell>
            <Cell>{fill ? <a href={incidentPath(c, fill)}>{words.fill}</a> : '–'}</Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

function Changed({ c, line }: { c: Ctx; line: DossierLine }) {
  const locale = c.get('locale')
  const words = pageTexts[locale]
  if (line.changes.length === 0) return null
  const [, before = '', now = ''] = words.changedColumns
  return (
    <Section title={words.changed}>
      <Ledger columns={words.changedColumns.map((label) => ({ label }))}>
        {line.changes.map((change) => (
          <Row tone="soon">
            <Cell head>{change.label[locale]}</Cell>
            <Cell label={before}>
              {change.ofTable ? '–' : <del>{change.before?.join(' ; ') ?? words.saidMissing}</del>}
            </Cell>
            <Cell label={now}>
              {change.ofTable ? words.inTable : <b>{change.now?.join(' ; ') ?? words.saidMissing}</b>}
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

function Take({ c, source, line }: { c: Ctx; source: DossierSource; line: DossierLine }) {
  const words = pageTexts[c.get('locale')]
  const { kind } = line.definition
  const to = (file: string, query = '') => dossierPath(c, source, `${kind}/${file}`, query)
  return (
    <Section title={words.get}>
      <p>
        <a href={to('pdf')}>{words.pdf}</a> · <a href={to('pdf', 'lang=en')}>{words.pdfEn}</a> ·{' '}
        <a href={to('json')}>{words.json}</a> · <a href={to('zip')}>{words.archive}</a>
      </p>
      <p class="help">{words.getNote}</p>
      {hasRole(c.get('viewer'), ...PREPARERS) ? (
        <form method="post" action={to('versions')}>
          <Checkbox name="english" value="yes" label={words.withEnglish} />
          <Actions note={words.handOverNote}>
            <Button primary>{words.handOver}</Button>
          </Actions>
        </form>
      ) : null}
    </Section>
  )
}

interface VersionsProps {
  readonly c: Ctx
  readonly source: DossierSource
  readonly versions: readonly DossierVersion[]
}

function Versions({ c, source, versions }: VersionsProps) {
  const locale = c.get('locale')
  const words = pageTexts[locale]
  if (versions.length === 0) return null
  const [, handed = '', hash = ''] = words.versionColumns
  return (
    <Section title={words.versions}>
      <Ledger columns={words.versionColumns.map((label) => ({ label }))}>
        {versions.map(({ number, kind, madeAt, madeBy, sha256 }) => (
          <Row>
            <Cell head>{number}</Cell>
            <Cell label={handed} second={words.by(actorName(madeBy))}>
              <Instant at={inStory(source, madeAt)} locale={locale} />
            </Cell>
            <Cell label={hash}>
              <code title={sha256}>{sha256.slice(0, 16)}</code>
            </Cell>
            <Cell>
              <a href={dossierPath(c, source, `${kind}/versions/${number}`)}>{words.take}</a>
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}
