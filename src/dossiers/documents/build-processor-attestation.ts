import type { Organisation } from '../../incident/index.ts'
import { words } from '../../law/index.ts'
import type { Dossier, DossierSection } from '../model.ts'
import { aboutOf, type DossierSource, organisationRef, say, suppliersOf, toldFact } from '../source.ts'
import { exposedData, whatHappened } from './breach-parts.ts'
import { factField, field } from './fields.ts'

/** Those who host or process; a print house or an insurer attests nothing of an outage. */
const ATTESTING = ['processor', 'host', 'vendor', 'controller'] as const

/**
 * What a supplier attests to one client, the organisation of the document, in the chain: the firm needs it for partial
 * activity and for its insurer (S0; DRIEETS). Signed by the supplier, never by the client.
 */
export function buildProcessorAttestation(source: DossierSource): Dossier {
  const served = attestingSuppliers(source)
  return {
    kind: 'processor_attestation',
    about: aboutOf(source),
    title: words('Attestation du sous-traitant à son client', 'Attestation of the processor to its client'),
    to: words(source.organisation.name, source.organisation.name),
    article: words('RGPD, art. 33(2) et 28(3)(f)', 'GDPR arts 33(2) and 28(3)(f)'),
    sections:
      served.length > 0
        ? [
            ...served.map((one) => attested(source, one)),
            outage(source),
            data(source),
            use(),
            signature(served),
          ]
        : [nobody(source), outage(source), use()],
  }
}

type Served = ReturnType<typeof suppliersOf>[number]

/** The desk's own organisation first, when it serves the client: it signs itself. */
function attestingSuppliers(source: DossierSource): readonly Served[] {
  return suppliersOf(source)
    .filter(({ supplier }) => supplier.roles.some((role) => ATTESTING.some((known) => known === role)))
    .sort((one, other) => Number(other.supplier.own) - Number(one.supplier.own))
}

function attested(source: DossierSource, { supplier, service, id }: Served): DossierSection {
  const client = source.organisation
  const from = { lines: [supplier.name], sources: [organisationRef(supplier)] }
  return {
    title: words(`${supplier.name} atteste`, `${supplier.name} attests`),
    paragraphs: [
      words(
        `${supplier.name} atteste que ${client.name} est son client pour ${service.fr}, et que l’incident ci-dessous a touché ce service.`,
        `${supplier.name} attests that ${client.name} is its client for ${say(source, service)}, and that the incident below affected that service.`,
      ),
    ],
    fields: [
      field(`attesting_${supplier.key}`, 'Sous-traitant', 'Processor', from),
      field(`contact_${supplier.key}`, 'Contact', 'Contact', contactOf(supplier), {
        fill: 'facts/organisations',
      }),
      field(`service_${supplier.key}`, 'Service rendu', 'Service provided', {
        lines: [say(source, service)],
        sources: [{ key: `link.${supplier.key}`, id }],
      }),
    ],
  }
}

function contactOf(organisation: Organisation) {
  const { name, phone, email } = organisation.contacts
  const lines = [name, phone, email].flatMap((line) => (line ? [line] : []))
  return lines.length > 0 ? { lines, sources: [organisationRef(organisation)] } : null
}

function nobody(source: DossierSource): DossierSection {
  return {
    title: words('Le sous-traitant', 'The processor'),
    fields: [
      field('attesting', 'Sous-traitant', 'Processor', null, {
        fill: 'facts/organisations',
        missing: words(
          `aucun lien n’est inscrit vers ${source.organisation.name} : ajoutez-le à la page des organismes`,
          `no link leads to ${source.organisation.name}: add it on the page of organisations`,
        ),
      }),
    ],
  }
}

function outage(source: DossierSource): DossierSection {
  return {
    title: words('L’incident et l’interruption', 'The incident and the outage'),
    fields: [
      field('what_happened', 'Ce qui s’est passé', 'What happened', whatHappened(source), {
        fill: 'facts/new?known=breach_nature',
      }),
      factField(source, ['detected', 'Détecté', 'Detected'], 'detected_at'),
      factField(source, ['service_down', 'Service coupé', 'Service cut'], 'disconnected_at'),
      factField(source, ['service_back', 'Service rétabli', 'Service restored'], 'service_restored_at', {
        missing: words('toujours coupé, ou à inscrire', 'still cut, or to be recorded'),
      }),
      factField(source, ['measures', 'Mesures prises', 'Measures taken'], 'measures_by_processor'),
      field(
        'client_told',
        'Client averti',
        'Client told',
        source.organisation.own ? toldFact(source, 'processor_told_controller_at') : null,
        { missing: words('le jour et l’heure du message', 'day and time of the message') },
      ),
    ],
  }
}

/** Each client’s data are its own: what is known of one never enters the attestation of another. */
function data(source: DossierSource): DossierSection {
  const own = source.organisation.own
  return {
    title: words('Les données de ce client', 'The data of this client'),
    fields: [
      field('data', 'Données touchées', 'Data affected', own ? exposedData(source) : null, {
        fill: 'facts/exposure',
        missing: words(
          'à compléter pour ce client seulement : rien de ce que l’on sait d’un autre ne vaut pour lui',
          'to be completed for this client only: nothing known of another holds for it',
        ),
      }),
    ],
  }
}

function use(): DossierSection {
  return {
    title: words('Ce à quoi elle sert', 'What it serves for'),
    paragraphs: [
      words(
        'À joindre à la demande d’activité partielle, à la déclaration à l’assureur et aux déclarations déposées après leur date. Elle ne vaut ni plainte, ni déclaration du client, ni notification à la CNIL.',
        'To be attached to the request for partial activity, the declaration to the insurer and filings made after their date. It stands neither for a complaint, nor for a declaration by the client, nor for a notification to the CNIL.',
      ),
    ],
  }
}

function signature(served: readonly Served[]): DossierSection {
  return {
    title: words('Signature', 'Signature'),
    fields: served.map(({ supplier }) =>
      field(
        `signed_${supplier.key}`,
        'Lieu, date, nom, fonction et signature',
        'Place, date, name, position and signature',
        null,
        { missing: words(`à signer par ${supplier.name}`, `to be signed by ${supplier.name}`) },
      ),
    ),
  }
}
