import type { LawFactKey } from '../facts/fact-catalogue.ts'
import type { Facts, FactValue } from '../model.ts'

interface Logical {
  readonly first: LawFactKey
  readonly second: LawFactKey
  readonly when: (first: FactValue, second: FactValue, facts: Facts) => boolean
  readonly fr: string
  readonly en: string
}

const some = (value: FactValue) => Array.isArray(value) && value.length > 0
const yesAgainst = (first: LawFactKey, second: LawFactKey, fr: string, en: string): Logical => ({
  first,
  second,
  when: (a, b) => a === true && b === false,
  fr,
  en,
})

/** Pairs of facts that exclude one another whatever the times. */
export const LOGICAL: readonly Logical[] = [
  {
    first: 'exfiltrated',
    second: 'breach_type',
    when: (copied, type) => copied === true && Array.isArray(type) && type.length > 0 && !type.includes('C'),
    fr: 'Des données emportées ne sont plus confidentielles (C).',
    en: 'Data taken away are no longer confidential (C).',
  },
  {
    first: 'personal_data',
    second: 'persons',
    when: (touched, persons) => touched === false && typeof persons === 'number' && persons > 0,
    fr: 'Si des personnes sont concernées, des données personnelles sont touchées.',
    en: 'Where people are concerned, personal data are touched.',
  },
  {
    first: 'personal_data',
    second: 'data_categories',
    when: (touched, categories) => touched === false && some(categories),
    fr: 'Ces catégories sont celles de données personnelles.',
    en: 'These categories are those of personal data.',
  },
  {
    first: 'personal_data',
    second: 'special_categories',
    when: (touched, special) => touched === false && special === true,
    fr: 'Des données sensibles sont des données personnelles.',
    en: 'Special categories are personal data.',
  },
  yesAgainst(
    'key_compromised',
    'encrypted_at_rest',
    'Il n’y a de clé que si les données étaient chiffrées.',
    'There is a key only where the data were encrypted.',
  ),
  yesAgainst(
    'recipient_trusted',
    'recipients_known',
    'On ne peut se fier à des destinataires inconnus.',
    'Unknown recipients cannot be trusted.',
  ),
  yesAgainst(
    'attack_on_data_system',
    'malicious',
    'Une attaque au sens du code pénal est un acte voulu.',
    'An attack within the Criminal Code is intended.',
  ),
  {
    first: 'dora_classified_at',
    second: 'dora_classified_major',
    when: (at, major) => typeof at === 'string' && major === false,
    fr: 'L’instant du classement suppose que l’incident est classé majeur.',
    en: 'The instant of classification supposes that the incident is classified as major.',
  },
  yesAgainst(
    'dora_classified_major',
    'critical_service_affected',
    'Un incident n’est classé majeur que s’il touche un service critique ou important.',
    'An incident is classified as major only where it hits a critical or important service.',
  ),
  {
    first: 'dora_classified_at',
    second: 'critical_service_affected',
    when: (at, critical) => typeof at === 'string' && critical === false,
    fr: 'Un incident n’est classé majeur que s’il touche un service critique ou important.',
    en: 'An incident is classified as major only where it hits a critical or important service.',
  },
  {
    first: 'idle_employees',
    second: 'employees_idle',
    when: (count, idle) => typeof count === 'number' && count > 0 && idle === false,
    fr: 'Si des salariés sont à l’arrêt, dites-le dans les deux faits.',
    en: 'Where employees are idle, both facts say so.',
  },
  {
    first: 'idle_employees',
    second: 'headcount',
    when: (idle, all) => typeof idle === 'number' && typeof all === 'number' && idle > all,
    fr: 'Il ne peut y avoir plus de salariés à l’arrêt que de salariés.',
    en: 'There cannot be more idle employees than employees.',
  },
  {
    first: 'first_idle_day',
    second: 'employees_idle',
    when: (day, idle) => typeof day === 'string' && idle === false,
    fr: 'Un premier jour d’arrêt suppose des salariés à l’arrêt.',
    en: 'A first idle day supposes idle employees.',
  },
  {
    first: 'nis2_aware_at',
    second: 'significant_incident',
    when: (at, significant) => typeof at === 'string' && significant === false,
    fr: 'Savoir que l’incident est important suppose qu’il le soit.',
    en: 'To know that the incident is significant supposes that it is.',
  },
  yesAgainst(
    'access_request_extension',
    'access_request_received',
    'On ne prolonge que la réponse à une demande reçue.',
    'Only the answer to a request received is extended.',
  ),
  {
    first: 'unauthorised_debit_on',
    second: 'unauthorised_debit',
    when: (on, debit) => typeof on === 'string' && debit === false,
    fr: 'Le jour du débit suppose un débit.',
    en: 'The day of the debit supposes a debit.',
  },
  {
    first: 'access_request_received_at',
    second: 'access_request_received',
    when: (at, received) => typeof at === 'string' && received === false,
    fr: 'L’instant de réception suppose une demande.',
    en: 'The instant of receipt supposes a request.',
  },
]
