import type { BlockedFiling } from '../../disruption/index.ts'
import type { Organisation } from '../../incident/index.ts'
import { words } from '../../law/index.ts'
import { csvTable } from '../../platform/csv-cell.ts'
import type { Dossier, DossierAttachment, DossierTable, SourceRef } from '../model.ts'
import { aboutOf, type DossierSource, organisationRef, say } from '../source.ts'
import { field } from './fields.ts'

/** One client of the supplier, directly or through another of the chain. */
interface AffectedFirm {
  readonly name: string
  readonly service: string
  /** Names from the supplier down to who serves it. */
  readonly through: readonly string[]
  readonly contact: string
  readonly sources: readonly SourceRef[]
  /** Filings blocked for it, by the register of blocked filings. */
  readonly blocked: number
}

/** Every client of a supplier that the outage hits, for an authority that collects the list (S0). */
export function buildRegisterOfFirms(source: DossierSource): Dossier {
  const firms = affectedFirms(source)
  return {
    kind: 'register_of_firms',
    about: aboutOf(source),
    title: words('Registre des entreprises touchées', 'Register of affected firms'),
    to: words('l’autorité qui le demande', 'the authority that asks for it'),
    article: words(
      'Sans texte : liste que les administrations recueillent',
      'No text: list that administrations collect',
    ),
    sections: [
      {
        title: words('Le prestataire', 'The supplier'),
        paragraphs: [
          words(
            'Les entreprises de ce registre dépendent de ce prestataire. Y figurer ne ferme aucune de leurs propres démarches : plainte, assureur, CNIL, déclarations.',
            'The firms of this register depend on this supplier. Being in it closes none of their own acts: complaint, insurer, CNIL, filings.',
          ),
        ],
        fields: [
          field('supplier', 'Prestataire', 'Supplier', {
            lines: [source.organisation.name],
            sources: [organisationRef(source.organisation)],
          }),
          field('firms', 'Entreprises touchées', 'Affected firms', countOf(firms), {
            fill: 'facts/organisations',
            missing: words(
              `aucun client de ${source.organisation.name} n’est inscrit : choisissez le prestataire touché, ou ajoutez ses clients`,
              `no client of ${source.organisation.name} is recorded: choose the supplier hit, or add its clients`,
            ),
          }),
        ],
      },
      {
        title: words('Les entreprises', 'The firms'),
        sources: firms.flatMap(({ sources }) => sources),
        table: tableOf(firms),
      },
    ],
  }
}

const countOf = (firms: readonly AffectedFirm[]) =>
  firms.length === 0
    ? null
    : { lines: [String(firms.length)], sources: firms.flatMap(({ sources }) => sources) }

function tableOf(firms: readonly AffectedFirm[]): DossierTable {
  return {
    columns: [
      { label: words('Entreprise', 'Firm') },
      { label: words('Service', 'Service') },
      { label: words('Par', 'Through') },
      { label: words('Contact', 'Contact') },
      { label: words('Déclarations bloquées', 'Blocked filings'), figures: true },
    ],
    rows: firms.map(({ name, service, through, contact, blocked }) => [
      name,
      service,
      through.join(', '),
      contact,
      String(blocked),
    ]),
  }
}

/** The same list as a table for a spreadsheet: UTF-8 with its mark, semicolons, cells made inert. */
export function registerOfFirmsCsv(source: DossierSource): readonly DossierAttachment[] {
  const head = ['firm', 'service', 'through', 'contact', 'blocked_filings']
  const { rows } = tableOf(affectedFirms(source))
  return [{ name: 'register-of-firms.csv', bytes: new TextEncoder().encode(csvTable([head, ...rows])) }]
}

/** Clients down the chain, each once, by the shortest way; then those that only the register of blocked filings names. */
function affectedFirms(source: DossierSource): readonly AffectedFirm[] {
  const found = new Map<string, AffectedFirm>()
  const filings = blockedByClient(source)
  const seen = new Set([source.organisation.id])
  let ring: { supplier: Organisation; path: readonly string[] }[] = [
    { supplier: source.organisation, path: [source.organisation.name] },
  ]
  while (ring.length > 0) {
    const next: typeof ring = []
    for (const { supplier, path } of ring)
      for (const link of source.links.filter(({ supplierId }) => supplierId === supplier.id)) {
        const client = source.organisations.find(({ id }) => id === link.clientId)
        if (!client || seen.has(client.id)) continue
        seen.add(client.id)
        const sources = [organisationRef(client), { key: `link.${client.key}`, id: link.id }]
        found.set(client.name.toLowerCase(), {
          ...firm(client, say(source, link.service), path, sources),
          blocked: stillBlocked(filings.get(client.name.toLowerCase())),
        })
        next.push({ supplier: client, path: [...path, client.name] })
      }
    ring = next
  }
  return [...found.values(), ...clientsOfFilings(source, found, filings)]
}

function firm(
  client: Organisation,
  service: string,
  through: readonly string[],
  sources: readonly SourceRef[],
): Omit<AffectedFirm, 'blocked'> {
  const { email, phone } = client.contacts
  return {
    name: client.name,
    service,
    through,
    contact: [email, phone].filter(Boolean).join(', ') || '–',
    sources,
  }
}

/** Filings still blocked, by client: one pass, for there may be thousands. */
function blockedByClient({ disruption }: DossierSource): ReadonlyMap<string, BlockedFiling[]> {
  const byClient = new Map<string, BlockedFiling[]>()
  for (const filing of disruption.filings) {
    const key = filing.client.toLowerCase()
    const lines = byClient.get(key)
    if (lines) lines.push(filing)
    else byClient.set(key, [filing])
  }
  return byClient
}

const stillBlocked = (lines: readonly BlockedFiling[] = []) =>
  lines.filter(({ state }) => state === 'blocked').length

/** The desk’s own clients, known by their blocked filings only. */
function clientsOfFilings(
  source: DossierSource,
  found: ReadonlyMap<string, unknown>,
  filings: ReadonlyMap<string, readonly BlockedFiling[]>,
): AffectedFirm[] {
  if (!source.organisation.own) return []
  return [...filings]
    .filter(([key, lines]) => !found.has(key) && lines.some(({ own }) => !own))
    .map(([, lines]) => ({
      name: lines[0]?.client ?? '',
      service: '–',
      through: [source.organisation.name],
      contact: '–',
      sources: lines.map(({ filing, id }) => ({ key: `disruption.filing.${filing}`, id: String(id) })),
      blocked: stillBlocked(lines),
    }))
}
