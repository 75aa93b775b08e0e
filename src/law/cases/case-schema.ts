import { LAW_FACTS } from '../facts/fact-catalogue.ts'
import type { LawFact } from '../facts/law-fact.ts'
import { CHAIN_ROLES } from '../model.ts'

type Schema = Readonly<Record<string, unknown>>
type Language = 'fr' | 'en'

const UNKNOWN = { enum: [null, 'unknown'] }
const INSTANT = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)$',
  examples: ['2026-06-05T18:40:00+02:00'],
}
const DAY = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$', examples: ['2026-06-08'] }

/**
 * JSON Schema (2020-12) of the document that `law assess` reads, from the catalogue of facts: the description of each fact is the question that
 * the desk asks. What a schema cannot say (contradictions, circles, offsets) `validateCase` checks.
 */
export function caseSchema(language: Language): Schema {
  const facts = Object.fromEntries(
    Object.entries<LawFact>(LAW_FACTS).map(([key, fact]) => [key, factSchema(fact, language)]),
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: TEXTS[language].title,
    type: 'object',
    properties: {
      facts: { $ref: '#/$defs/facts' },
      organisations: { type: 'array', minItems: 1, items: { $ref: '#/$defs/organisation' } },
      links: { type: 'array', items: { $ref: '#/$defs/link' } },
      contracts: { type: 'array', items: { $ref: '#/$defs/contract' } },
      asOf: { ...INSTANT, description: TEXTS[language].asOf },
      as_of: { $ref: '#/properties/asOf' },
      role: { $ref: '#/$defs/role' },
      roles: { type: 'array', minItems: 1, items: { $ref: '#/$defs/role' } },
      zone: { $ref: '#/$defs/zone' },
      name: { type: 'string' },
      title: { type: 'string' },
      note: { type: 'string' },
      source: { type: 'string' },
      $schema: { type: 'string' },
    },
    additionalProperties: false,
    $defs: {
      facts: { type: 'object', properties: facts, additionalProperties: false },
      role: { enum: CHAIN_ROLES },
      zone: {
        type: 'string',
        examples: ['Europe/Paris', 'Indian/Reunion'],
        description: TEXTS[language].zone,
      },
      instant: INSTANT,
      source: { type: 'string', description: TEXTS[language].source },
      ...chainDefinitions(language),
    },
  }
}

function chainDefinitions(language: Language): Schema {
  const key = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$' }
  return {
    organisation: {
      type: 'object',
      required: ['key'],
      properties: {
        key,
        name: { type: 'string' },
        role: { $ref: '#/$defs/role' },
        roles: { type: 'array', minItems: 1, items: { $ref: '#/$defs/role' } },
        zone: { $ref: '#/$defs/zone' },
        facts: { $ref: '#/$defs/facts' },
        note: { type: 'string' },
        source: { type: 'string' },
      },
      additionalProperties: false,
    },
    link: {
      type: 'object',
      required: ['supplier', 'client'],
      properties: { supplier: key, client: key },
      additionalProperties: false,
    },
    contract: {
      type: 'object',
      description: TEXTS[language].contract,
      required: ['from', 'to'],
      properties: {
        id: key,
        from: key,
        to: key,
        article: { type: 'string' },
        hours: { type: 'integer', minimum: 1, maximum: 8760 },
        workingDays: { type: 'integer', minimum: 1, maximum: 250 },
        working_days: { $ref: '#/$defs/contract/properties/workingDays' },
        starts: { type: 'string', description: TEXTS[language].starts },
        note: { type: 'string' },
      },
      additionalProperties: false,
    },
  }
}

function factSchema(fact: LawFact, language: Language): Schema {
  const value = { anyOf: [bare(fact, language), UNKNOWN] }
  const told = {
    type: 'object',
    required: ['value'],
    properties: { value, source: { $ref: '#/$defs/source' }, at: { type: 'string' } },
    additionalProperties: false,
  }
  const help = fact.help ? ` ${fact.help[language]}` : ''
  return {
    description: `${fact.question[language]}${help}`,
    'x-scope': fact.scope,
    anyOf: [...value.anyOf, told],
  }
}

function bare({ kind, choices }: LawFact, language: Language): Schema {
  const codes = Object.entries(choices ?? {}).map(([code, words]) => ({
    const: code,
    description: words[language],
  }))
  switch (kind) {
    case 'yes_no':
      return { enum: [true, false, 'yes', 'no', 'oui', 'non'] }
    case 'number':
      return { type: ['integer', 'string'], minimum: 0 }
    case 'instant':
      return { anyOf: [{ $ref: '#/$defs/instant' }, DAY] }
    case 'date':
      return DAY
    case 'choice':
      return { oneOf: codes }
    case 'list':
      return { type: 'array', items: codes.length > 0 ? { oneOf: codes } : { type: 'string' } }
    case 'text':
      return { type: ['string', 'number'] }
  }
}

const TEXTS = {
  fr: {
    title: 'Les faits d’un incident, tels que « law assess » les lit',
    asOf: 'Jour dont les règles valent quand aucun fait de départ ne le dit.',
    zone: 'Fuseau IANA de l’établissement.',
    source: 'D’où vient ce fait.',
    contract: 'Une clause : qui avertit qui, en « hours » ou en « workingDays ».',
    starts: 'Fait qui fait courir le délai ; aware_at par défaut.',
  },
  en: {
    title: 'The facts of an incident, as “law assess” reads them',
    asOf: 'Day whose rules apply when no starting fact says it.',
    zone: 'IANA time zone of the establishment.',
    source: 'Where this fact comes from.',
    contract: 'A clause: who tells whom, in “hours” or in “workingDays”.',
    starts: 'Fact that starts the period; aware_at when left out.',
  },
} as const
