import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { hasRole, lookUpAbsent, requireRole, requireStepUp } from '../access/index.ts'
import { type DeskEnv, incidentPath, Section } from '../desk/index.ts'
import { incidentByReference } from '../incident/index.ts'
import { storyNow } from '../obligations/index.ts'
import { type PersonForPaper, personForPaper } from '../people/lists/index.ts'
import { PERSON_BUILDERS, PERSON_DOCUMENTS, PERSON_KINDS } from './documents/person-documents.ts'
import { readDossierSource } from './read-dossier-source.ts'
import { dossierRefusals } from './refusals.ts'
import { renderJson } from './render/render-json.ts'
import { renderPdf } from './render/render-pdf.ts'

type Ctx = Context<DeskEnv>
const MAKERS = ['lead', 'dpo'] as const

/** Papers in the name of one person, under their page: made at once, handed to who asks, kept nowhere. */
export function personRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(
    '/people/:id{[0-9]{1,15}}/papers/:kind{[a-z_]+}/:form{pdf|json}',
    requireRole(...MAKERS),
    requireStepUp(),
    sendPaper,
  )
  return app
}

/** Counted in the ration and journalled by the person's number before anything of them is read. */
async function sendPaper(c: Ctx): Promise<Response> {
  const platform = c.get('platform')
  const { id: incidentId, reference } = c.get('incident')
  const personId = Number(c.req.param('id'))
  const kind = PERSON_KINDS.find((one) => one === c.req.param('kind'))
  if (!kind) throw dossierRefusals.unknownKind({ kind: c.req.param('kind') ?? '', known: [...PERSON_KINDS] })
  const form = c.req.param('form') === 'pdf' ? 'pdf' : 'json'
  await lookUpAbsent(platform, c.get('viewer'), {
    incidentId,
    subject: personId,
    kind: 'dossier.person_made',
    payload: { personId, document: kind, form, motive: 'complaint' },
  })
  const found = await personForPaper(platform.db, incidentId, personId)
  const person = await inStory(c, found)
  if (person.class === null) throw dossierRefusals.notOnList({ version: person.listVersion.number })
  const locale = c.req.query('lang') === 'en' ? 'en' : 'fr'
  const source = await readDossierSource(platform, { reference, locale })
  const tree = PERSON_BUILDERS[kind](source, person)
  const body = form === 'pdf' ? new Uint8Array(renderPdf(tree)) : renderJson(tree)
  return c.body(body, 200, {
    'content-type': form === 'pdf' ? 'application/pdf' : 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${reference}-${kind}-p${personId}.${form}"`,
    'cache-control': 'no-store',
  })
}

/** In an exercise the list was published on the day of its story, like everything else the paper says. */
async function inStory(c: Ctx, person: PersonForPaper): Promise<PersonForPaper> {
  const incident = await incidentByReference(c.get('platform').db, c.get('incident').reference)
  const { number, publishedAt } = person.listVersion
  return { ...person, listVersion: { number, publishedAt: storyNow(incident, publishedAt) } }
}

const WORDS = {
  fr: {
    title: 'Papiers à son nom',
    note: 'Faits à la demande, jamais gardés. Chacun compte comme une consultation et s’inscrit à la main courante.',
  },
  en: {
    title: 'Papers in their name',
    note: 'Made on demand, never kept. Each counts as a look-up and is journalled.',
  },
}

/** Links on a person's page, for those who may make the papers. */
export function personPapers(c: Ctx, personId: number): Child {
  if (!hasRole(c.get('viewer'), ...MAKERS)) return null
  const locale = c.get('locale')
  return (
    <Section title={WORDS[locale].title}>
      <ul class="notes">
        {PERSON_DOCUMENTS.map(({ kind, title }) => (
          <li>
            <a href={incidentPath(c, `people/${personId}/papers/${kind}/pdf?lang=${locale}`)}>
              {title[locale]} (PDF)
            </a>
          </li>
        ))}
      </ul>
      <p class="help">{WORDS[locale].note}</p>
    </Section>
  )
}
