import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ALL_RULES, assess, type Facts, validateCase } from '../../src/law/index.ts'

/** Facts of a published EDPB case go in, what is due to the authority and to people comes out, with no decision in between. */
const folder = join(import.meta.dirname, '../../src/law/severity/edpb')
const cases = readdirSync(folder).map(
  (name) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      readonly case: number
      readonly outcome: { readonly authority: boolean; readonly persons: boolean }
      readonly as_entered: readonly Facts[]
    },
)

test.each(cases.map((one) => [one.case, one] as const))(
  'case %i: notified and told as the EDPB says',
  (_, { outcome, as_entered }) => {
    const [facts] = as_entered
    const shared = { personal_data: true, aware_at: '2026-06-05T18:40:00+02:00', ...facts }
    const firm = { key: 'firm', name: 'Firm', roles: ['controller'], facts: {} }
    const assessed = assess(
      validateCase({ facts: shared, organisations: [firm], links: [], contracts: [] }),
      { rules: ALL_RULES },
    )
    const due = (rule: string) =>
      assessed.conclusions.find(({ id }) => id === `${rule}@firm`)?.result === 'required'
    expect({ authority: due('gdpr_33_1'), register: due('gdpr_33_5'), persons: due('gdpr_34') }).toEqual({
      authority: outcome.authority,
      register: true,
      persons: outcome.persons,
    })
  },
)
