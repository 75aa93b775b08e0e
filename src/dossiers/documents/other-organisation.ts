import { readLawKey } from '../../incident/index.ts'
import { lawFact, words } from '../../law/index.ts'
import type { Dossier, DossierField } from '../model.ts'
import type { DossierSource } from '../source.ts'

/** What is true of the breach whoever reads it; every other fact of the incident is the desk's own organisation's. */
const SHARED = [
  'breach_nature',
  'attack_vector',
  'attack_period',
  'attack_started_at',
  'attack_ended_at',
  'detected_at',
  'disconnected_at',
  'data_copied',
  'processor_authority_told_at',
  'processor_complaint_filed_at',
  'persons_all_controllers',
  'organisations_affected',
  'measures_by_processor',
  'breach_origin',
  'breach_cause',
]

/**
 * The document of any organisation of the chain. Another's holds what is shared and what was said of it, never our people,
 * our filings, our SIREN: its gaps are to be asked of it (promise 9).
 */
export function forAnyOrganisation(build: (source: DossierSource) => Dossier) {
  return (source: DossierSource): Dossier => {
    if (source.organisation.own) return build(source)
    return toBeAsked(build(withoutOurs(source)), source)
  }
}

function withoutOurs(source: DossierSource): DossierSource {
  const kept = (key: string) => isOf(source, key)
  const { proof } = source.telling
  const nobody = {
    ...proof,
    concerned: 0,
    told: { email: 0, letter: 0 },
    in_progress: 0,
    unknown_held: 0,
    cannot_be_told: {},
    lost: 0,
  }
  return {
    ...source,
    facts: new Map([...source.facts].filter(([key]) => kept(key))),
    history: new Map([...source.history].filter(([key]) => kept(key))),
    populations: [],
    telling: { ...source.telling, concerned: 0, proof: nobody, firstAt: null, campaigns: [] },
    communications: [],
    investigations: [],
  }
}

/** Shared by all, or said of this very organisation. */
function isOf(source: DossierSource, key: string): boolean {
  const law = readLawKey(key)
  if (!law) return SHARED.includes(key)
  return law.organisation === null
    ? lawFact(law.fact)?.scope === 'shared'
    : law.organisation === source.organisation.key
}

/** Where a gap would be filled with a fact of ours, the page says whom to ask instead. */
function toBeAsked(dossier: Dossier, source: DossierSource): Dossier {
  const { name } = source.organisation
  const note = words(`à demander à ${name}`, `to be asked of ${name}`)
  const asked = (field: DossierField): DossierField => {
    if (field.value !== null || fillsItsOwn(source, field.fill)) return field
    const { fill: _, ...rest } = field
    return { ...rest, note }
  }
  return {
    ...dossier,
    sections: dossier.sections.map((section) =>
      section.fields ? { ...section, fields: section.fields.map(asked) } : section,
    ),
  }
}

function fillsItsOwn(source: DossierSource, fill: string | undefined): boolean {
  const key = /^facts\/(?:new\?known=([^&]+)|([^/]+)\/edit)$/.exec(fill ?? '')
  return key !== null && isOf(source, decodeURIComponent(key[1] ?? key[2] ?? ''))
}
