import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assess } from '../../src/law/assess/assess.ts'
import { readCaseJson } from '../../src/law/cases/read-case-json.ts'
import { validateCase } from '../../src/law/cases/validate-case.ts'
import type { Conclusion } from '../../src/law/model.ts'

/** The two real situations of the seeds: what each organisation owed, to whom, and by when. Reasons: seeds/README.md. */
const conclusionsOf = (seed: string): readonly Conclusion[] =>
  assess(validateCase(readCaseJson(readFileSync(join(import.meta.dirname, 'seeds', `${seed}.json`)))))
    .conclusions

const coaxis = conclusionsOf('coaxis')
const viamedis = conclusionsOf('viamedis')

function clockOf({ clock }: Conclusion): string {
  if (clock.kind === 'words') return 'no figure'
  if (clock.kind === 'awaits') return `awaits ${clock.facts[0]}`
  return clock.clock.dueAt.toString({ timeZoneName: 'never' })
}

/** Everything but voluntary acts: `rule → to whom: when`. */
function owed(
  conclusions: readonly Conclusion[],
  organisation: string,
  result: Conclusion['result'] = 'required',
) {
  return conclusions
    .filter((one) => one.organisation === organisation && one.result === result)
    .filter(({ snapshot }) => snapshot.rule.nature !== 'voluntary')
    .map((one) => {
      const unless = one.unless.length > 0 ? ' (unless)' : ''
      return `${one.snapshot.rule.id} → ${one.recipient.organisation ?? one.recipient.code}: ${clockOf(one)}${unless}`
    })
    .sort()
}

const offered = (conclusions: readonly Conclusion[], organisation: string) =>
  conclusions
    .filter((one) => one.organisation === organisation && one.result === 'required')
    .filter(({ snapshot }) => snapshot.rule.nature === 'voluntary')
    .map(({ snapshot }) => snapshot.rule.id)

const FIRM = [
  'blocked_filings → tax_and_social: no figure',
  'cnil_complementary → cnil: awaits authority_notified_at (unless)',
  'gdpr_33_5 → register: no figure',
  'gdpr_34 → persons: no figure (unless)',
]

test('COAXIS itself tells each firm, and has a complaint of its own', () => {
  expect(owed(coaxis, 'coaxis')).toEqual([
    'gdpr_33_2 → cabinet-arret: no figure',
    'gdpr_33_2 → cabinet-autre-assureur: no figure',
    'gdpr_33_2 → cabinet-groupe: no figure',
    'lopmi_complaint → police: 2023-12-11T08:00:00+01:00 (unless)',
  ])
})

test('a firm of the group contract had until Monday 11 December, 9 h, for the CNIL and for its complaint', () => {
  expect(owed(coaxis, 'cabinet-groupe')).toEqual(
    [
      ...FIRM,
      'gdpr_33_1 → cnil: 2023-12-11T09:00:00+01:00',
      'gdpr_33_2 → client: no figure',
      'insurer_declaration → insurer: 2023-12-16T00:00:00+01:00',
      'lopmi_complaint → police: 2023-12-11T09:00:00+01:00',
    ].sort(),
  )
})

test('a firm with another insurer has the same duties, from its own knowledge', () => {
  expect(owed(coaxis, 'cabinet-autre-assureur')).toEqual(
    [
      ...FIRM,
      'gdpr_33_1 → cnil: 2023-12-12T10:00:00+01:00',
      'gdpr_33_2 → client: no figure',
      'insurer_declaration → insurer: 2023-12-16T00:00:00+01:00',
      'lopmi_complaint → police: 2023-12-12T10:00:00+01:00',
    ].sort(),
  )
})

test('a firm with idle staff asks for partial activity by 9 January, without the works council', () => {
  expect(owed(coaxis, 'cabinet-arret')).toEqual(
    [
      ...FIRM,
      'gdpr_33_1 → cnil: 2023-12-11T09:00:00+01:00',
      'gdpr_33_2 → client: no figure',
      'lopmi_complaint → police: 2023-12-11T09:00:00+01:00 (unless)',
      'partial_activity_30d → ddets: 2024-01-10T00:00:00+01:00',
    ].sort(),
  )
  expect(owed(coaxis, 'cabinet-arret', 'depends')).toEqual([
    'insurer_declaration → insurer: 2023-12-16T00:00:00+01:00',
  ])
  const council = coaxis.find(({ id }) => id === 'works_council_after@cabinet-arret')
  expect(council?.because[0]?.words.fr).toBe('parce que l’entreprise compte moins de 50 salariés')
})

test('a client of a firm is a controller too: its clocks wait for the word of its firm', () => {
  expect(owed(coaxis, 'client')).toEqual([
    'cnil_complementary → cnil: awaits authority_notified_at (unless)',
    'gdpr_33_1 → cnil: awaits aware_at',
    'gdpr_33_5 → register: no figure',
    'gdpr_34 → persons: no figure (unless)',
  ])
})

test('a tolerance is offered, and the filing stays due', () => {
  expect(offered(coaxis, 'cabinet-groupe')).toEqual(
    expect.arrayContaining(['tax_tolerance', 'social_tolerance', 'penalty_relief']),
  )
})

/** What the letter of the Order (S0) tells firms to do, read line by line, as rules of the catalogue. */
const NAMED_BY_THE_LETTER = [
  'victim_complaint', // 1/ « déposer plainte rapidement contre X »: no 72 hours, no word on cover
  'insurer_declaration', // 2/
  'tax_tolerance', // 3/
  'social_tolerance',
  'blocked_filings', // « selon les process normaux »
  'partial_activity_30d', // 4/
]

test('the letter of the Order left out the CNIL, the 72 hours of the complaint, and the word to the firms’ clients', () => {
  const due = coaxis
    .filter(({ organisation, result }) => organisation === 'cabinet-groupe' && result === 'required')
    .filter(({ snapshot }) => snapshot.rule.nature !== 'voluntary')
    .map(({ snapshot }) => snapshot.rule.id)
  const leftOut = [...new Set(due)].filter((id) => !NAMED_BY_THE_LETTER.includes(id))
  expect(leftOut.sort()).toEqual(
    ['gdpr_33_1', 'cnil_complementary', 'gdpr_33_2', 'gdpr_33_5', 'gdpr_34', 'lopmi_complaint'].sort(),
  )
})

test('Viamedis owed the word to each of its customers, gave it, and no notification in their place', () => {
  expect(owed(viamedis, 'viamedis')).toEqual([
    'gdpr_33_2 → crc: no figure',
    'gdpr_33_2 → ipeca: no figure',
    'lopmi_complaint → police: 2024-02-01T10:00:00+01:00 (unless)',
  ])
  const told = viamedis.find(({ id }) => id === 'gdpr_33_2@viamedis>ipeca')
  expect(told?.done).toEqual({ fact: 'clients_told_at', at: '2024-02-01T10:00:00+01:00' })
  const own = viamedis.find(({ id }) => id === 'gdpr_33_1@viamedis')
  expect(own?.result).toBe('not_required')
  expect(own?.because[0]?.words.en).toContain('notifies in its place only when mandated')
})

const FUND = [
  'cnil_complementary → cnil: awaits authority_notified_at (unless)',
  'gdpr_33_5 → register: no figure',
  'gdpr_34 → persons: no figure',
]

test('IPECA: the CNIL by Sunday 4 February, each of the 18 000 directly; DORA was not law yet', () => {
  expect(owed(viamedis, 'ipeca')).toEqual(
    [
      ...FUND,
      'gdpr_33_1 → cnil: 2024-02-04T10:00:00+01:00',
      'lopmi_complaint → police: 2024-02-04T10:00:00+01:00 (unless)',
    ].sort(),
  )
  expect(viamedis.find(({ id }) => id === 'dora_initial@ipeca')?.because[0]?.words.en).toContain(
    'not yet in force',
  )
})

test('CRC: the same instants, by the clock of La Réunion', () => {
  expect(owed(viamedis, 'crc')).toEqual(
    [
      ...FUND,
      'gdpr_33_1 → cnil: 2024-02-05T19:10:00+04:00',
      'lopmi_complaint → police: 2024-02-05T19:10:00+04:00 (unless)',
    ].sort(),
  )
})

test('health professionals stand apart: advice on bank details is theirs, and never reaches insured people', () => {
  expect(owed(viamedis, 'comptes-professionnels')).toEqual(
    [...FUND, 'gdpr_33_1 → cnil: 2024-02-01T10:00:00+01:00'].sort(),
  )
  expect(offered(viamedis, 'comptes-professionnels')).toContain('person_bank_watch')
  for (const fund of ['ipeca', 'crc']) {
    expect(offered(viamedis, fund)).not.toContain('person_bank_watch')
    expect(offered(viamedis, fund)).toEqual(
      expect.arrayContaining(['person_letter_of_complaint', 'person_inquiry_open', 'person_pre_plainte']),
    )
  }
})

test('neither fund is a care structure, and silence is not a result', () => {
  for (const fund of ['ipeca', 'crc', 'viamedis']) {
    expect(viamedis.find(({ id }) => id === `health_incident@${fund}`)?.because[0]?.words.fr).toContain(
      'ni une complémentaire ni un tiers payant',
    )
  }
})
