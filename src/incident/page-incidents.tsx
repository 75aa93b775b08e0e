import { type Context, Hono } from 'hono'
import { actorOf, requireRole } from '../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  Instant,
  incidentAddress,
  Lead,
  Ledger,
  Notice,
  Row,
  renderPage,
  Section,
  TextField,
} from '../desk/index.ts'
import { formatInteger, type Locale } from '../platform/i18n.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Incident } from './model.ts'
import { openIncident } from './open-incident.ts'
import { listIncidents } from './store.ts'

const texts = {
  fr: {
    title: 'Incidents',
    lead: (n: number, count: string) =>
      n === 0
        ? 'Aucun incident n’est ouvert.'
        : n === 1
          ? 'Un incident est ouvert.'
          : `${count} incidents sont ouverts.`,
    next: 'Ouvrez-le, puis inscrivez les organisations et les faits avant d’importer les listes.',
    open: 'Ouvrir un incident',
    name: 'Titre',
    nameHelp: 'Le prestataire et le mois, par exemple «\u00a0Tiersoin, mai 2026\u00a0».',
    reference: 'Référence',
    referenceHelp:
      'Courte, en minuscules, chiffres et tirets. Elle figure dans les adresses et les numéros de lots.',
    opened: 'Ouvert',
    submit: 'Ouvrir l’incident',
    note: 'L’ouverture est inscrite à la main courante.',
  },
  en: {
    title: 'Incidents',
    lead: (n: number, count: string) =>
      n === 0 ? 'No incident is open.' : n === 1 ? 'One incident is open.' : `${count} incidents are open.`,
    next: 'Open it, then record the organisations and the facts before importing the lists.',
    open: 'Open an incident',
    name: 'Title',
    nameHelp: 'The supplier and the month, such as “Tiersoin, May 2026”.',
    reference: 'Reference',
    referenceHelp:
      'Short: lower-case letters, figures and hyphens. It stands in addresses and batch numbers.',
    opened: 'Opened',
    submit: 'Open the incident',
    note: 'The opening is journalled.',
  },
}

interface Typed {
  readonly title: string
  readonly reference: string
}

/** `/incidents`: the incidents of this folder, and the form that opens one. */
export function incidentsRoutes(): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get('/incidents', (c) => showIncidents(c))
    .post('/incidents', requireRole('lead'), async (c) => {
      const form = await c.req.parseBody()
      const typed = { title: String(form['title'] ?? ''), reference: String(form['reference'] ?? '') }
      return createIncident(c, typed)
    })
}

async function createIncident(c: Context<DeskEnv>, typed: Typed): Promise<Response> {
  const platform = c.get('platform')
  try {
    const exercise = platform.home.exercise
    const { reference } = await openIncident(platform, { ...typed, exercise }, actorOf(c.get('viewer')))
    return c.redirect(incidentAddress(reference, 'facts/organisations'), 303)
  } catch (error) {
    if (error instanceof Refusal) return showIncidents(c, typed, error)
    throw error
  }
}

async function showIncidents(c: Context<DeskEnv>, typed?: Typed, refusal?: Refusal): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const incidents = await listIncidents(c.get('platform').db)
  return renderPage(c, {
    title: text.title,
    current: 'none',
    status: refusal?.http ?? 200,
    notice: refusal && !aboutField(refusal) ? <Notice tone="late">{refusal.text(locale)}</Notice> : undefined,
    lead: (
      <Lead
        sentences={[text.lead(incidents.length, formatInteger(incidents.length, locale))]}
        note={text.next}
      />
    ),
    children: (
      <>
        {incidents.length > 0 ? <Incidents c={c} incidents={incidents} /> : null}
        {c.get('viewer').roles.includes('lead') ? <OpenForm c={c} typed={typed} refusal={refusal} /> : null}
      </>
    ),
  })
}

function Incidents({ c, incidents }: { c: Context<DeskEnv>; incidents: readonly Incident[] }) {
  const locale = c.get('locale')
  const text = texts[locale]
  return (
    <Section title={text.title}>
      <Ledger columns={[{ label: text.name }, { label: text.reference }, { label: text.opened }]}>
        {incidents.map(({ reference, title, openedAt }) => (
          <Row>
            <Cell head>
              <a href={incidentAddress(reference, '')}>{title}</a>
            </Cell>
            <Cell>{reference}</Cell>
            <Cell>
              <Instant at={openedAt} locale={locale} />
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

/** A value that is not admitted is said under its field, in the words of the form. */
function aboutField({ params }: Refusal): string | undefined {
  return ['title', 'reference'].find((name) => params['where'] === name)
}

function errorOf(refusal: Refusal | undefined, name: string, locale: Locale) {
  if (!refusal || aboutField(refusal) !== name) return {}
  const { problem } = refusal.params as { problem?: Record<Locale, string> }
  const said = problem?.[locale] ?? refusal.text(locale)
  return { error: `${said.charAt(0).toUpperCase()}${said.slice(1)}` }
}

function OpenForm(props: { c: Context<DeskEnv>; typed: Typed | undefined; refusal: Refusal | undefined }) {
  const { c, typed, refusal } = props
  const locale = c.get('locale')
  const text = texts[locale]
  return (
    <Section title={text.open}>
      <form method="post" action="/incidents">
        <TextField
          name="title"
          label={text.name}
          help={text.nameHelp}
          value={typed?.title ?? ''}
          required
          {...errorOf(refusal, 'title', locale)}
        />
        <TextField
          name="reference"
          label={text.reference}
          help={text.referenceHelp}
          value={typed?.reference ?? ''}
          required
          {...errorOf(refusal, 'reference', locale)}
        />
        <Actions note={text.note}>
          <Button primary>{text.submit}</Button>
        </Actions>
      </form>
    </Section>
  )
}
