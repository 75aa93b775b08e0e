import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CASE_EXAMPLE, caseSchema, LAW_FACTS } from '../law/index.ts'
import type { Call } from './command.ts'
import { command as assess } from './law-assess.ts'
import { command as explain } from './law-explain.ts'
import { command as schema } from './law-schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'tocsin-assess-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const NOW = '2026-06-06T12:00:00Z'

function file(content: unknown): string {
  const path = join(folder, 'facts.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const call = (
  positionals: readonly string[],
  values: object = {},
  flags: readonly string[] = [],
  locale = 'fr',
) => ({ positionals, values, flags: new Set(flags), locale }) as unknown as Call
const run = async (positionals: readonly string[], values: object = {}) => {
  const asked = call(positionals, { now: NOW, ...values })
  const { text } = await assess.run(asked)
  return { text, json: (await assess.run({ ...asked, json: true })).json }
}

interface Told {
  readonly conclusions: readonly { id: string; hash: string; result: string; clock: object }[]
  readonly rules: readonly { hash: string }[]
}

test('the example of the schema is assessed: who owes what, by when; each rule is given once, by its hash', async () => {
  const { json, text } = await run([file(CASE_EXAMPLE)])
  const { conclusions, rules } = json as Told
  const found = new Map(conclusions.map((one) => [one.id, one]))
  expect(found.get('gdpr_33_1@deux-rives')).toMatchObject({
    rule: 'gdpr_33_1',
    result: 'required',
    clock: { kind: 'computed', dueAt: '2026-06-08T18:40:00+02:00' },
  })
  expect(new Set(conclusions.map(({ hash }) => hash))).toEqual(new Set(rules.map(({ hash }) => hash)))
  expect(JSON.parse(JSON.stringify(json))).toMatchObject({ now: NOW })
  expect(text).toContain('avant le lundi 8 juin 2026, 18\u00a0h\u00a040, Paris')
  expect(text).toContain('Notification initiale → CNIL (RGPD, art. 33(1))')
  expect(text).toContain('À demander maintenant')
  const english = await assess.run(call([file(CASE_EXAMPLE)], { now: NOW }, [], 'en'))
  expect(english.text).not.toMatch(/ [:;]/)
})

test('one organisation of the chain; what is late; what was done', async () => {
  const facts = {
    personal_data: true,
    risk_decided: 'risk',
    register_entered_at: '2026-06-05T20:00:00+02:00',
  }
  const organisations = ['a', 'b'].map((key) => ({
    key,
    role: 'controller',
    facts: { aware_at: '2026-06-02T09:00:00+02:00' },
  }))
  const { json, text } = await run([file({ facts, organisations })], { organisation: 'b' })
  const filed = { ...facts, authority_notified_at: '2026-06-05T10:00:00+02:00' }
  const { text: late } = await run([file({ facts: filed, organisations })], { organisation: 'b' })
  expect(late).toContain('fait EN RETARD le vendredi 5 juin 2026, 10\u00a0h\u00a000')
  expect((json as Told).conclusions.every(({ id }) => id.endsWith('@b'))).toBe(true)
  expect(text).toContain('EN RETARD\u00a0: c’était dû le vendredi 5 juin 2026')
  expect(text).toContain('fait le vendredi 5 juin 2026')
  await expect(run([file({ facts, organisations })], { organisation: 'c' })).rejects.toMatchObject({
    code: 'law.unknownOrganisation',
  })
})

test('worked cases come out as published, each with its reasons; a case that cannot be read has its error', async () => {
  const quiet = { breach_type: ['A'], backup_available: true, restored_within_hours: 2, exfiltrated: false }
  const cases = [
    {
      id: 'lost phone',
      facts: {
        ...quiet,
        encrypted_at_rest: true,
        key_compromised: false,
        data_categories: ['surname'],
        persons: 12,
      },
      outcome: { internal_documentation: true, notify_supervisory_authority: false, risk_level: 'unlikely' },
    },
    { id: 'wrong', facts: { sector: 'nothing' }, outcome: { risk_level: 'high' } },
  ]
  const { json } = await run([], { cases: file({ cases }) })
  expect(json).toMatchObject([
    { id: 'lost phone', ok: true, computed: { communicate_to_data_subjects: false } },
    { id: 'wrong', ok: false, computed: null, error: { code: 'law.unknownCode' } },
  ])
})

test('refused: no file, two, a folder, a missing one, a wrong instant', async () => {
  const code = (positionals: readonly string[], values: object = {}) =>
    run(positionals, values).then(
      () => undefined,
      (error) => error.code,
    )
  expect(await code([])).toBe('command.usage')
  expect(await code([file('{}')], { cases: 'x' })).toBe('command.usage')
  expect(await code([file('{}')], { now: 'today' })).toBe('command.usage')
  expect(await code([folder])).toBe('law.notAFile')
  expect(await code([join(folder, 'none')])).toBe('disk.notFound')
  expect(await code([file('{"facts": {"persons": 1, "persons": 2}}')])).toBe('law.duplicateKey')
})

test('the schema knows every fact, with its question; the example is one of its own', async () => {
  const { $defs } = caseSchema('fr') as {
    $defs: { facts: { properties: Record<string, { description: string }> } }
  }
  expect(Object.keys($defs.facts.properties)).toEqual(Object.keys(LAW_FACTS))
  expect($defs.facts.properties['personal_data']?.description).toBe(LAW_FACTS.personal_data.question.fr)
  expect((await schema.run(call([], {}, ['example']))).json).toBe(CASE_EXAMPLE)
})

test('a rule, a clock and a fact are explained; an unknown name is met with the nearest', async () => {
  const told = async (id?: string) => (await explain.run(call(id === undefined ? [] : [id]))).text ?? ''
  expect(await told('gdpr_34')).toContain('Requis si\u00a0:')
  expect(await told('gdpr_34')).toContain('Exception (RGPD, art. 34(3)(a))')
  expect(await told('gdpr33_72h')).toContain('gdpr_33_1')
  expect(await told('sector')).toContain('mutual')
  expect((await told('dora_initial')).match(/dora_initial/g)!.length).toBeGreaterThan(2)
  expect(await told()).toContain('lopmi_complaint')
  await expect(told('gdpr331')).rejects.toMatchObject({
    code: 'law.unknownRule',
    params: { nearest: 'gdpr_33_1' },
  })
})

test('a long chain is told by reference: each verdict once, and every organisation has its conclusions', async () => {
  const organisations = Array.from({ length: 120 }, (_, i) => ({ key: `c${i}`, role: 'controller' }))
  const { json } = await run([
    file({ facts: { personal_data: true, aware_at: '2026-06-05T18:40:00+02:00' }, organisations }),
  ])
  const { conclusions, verdicts } = json as {
    conclusions: readonly { id: string; rule: string; verdict: number; result: string; dueAt?: string }[]
    verdicts: readonly { rule: string; result: string }[]
  }
  expect(conclusions.find(({ id }) => id === 'gdpr_33_1@c119')?.dueAt).toBe('2026-06-08T18:40:00+02:00')
  for (const { rule, verdict, result } of conclusions)
    expect(verdicts[verdict]).toMatchObject({ rule, result })
  expect(verdicts.length).toBeLessThan(200)
})

test('a supplier of many clients is told in a few lines', async () => {
  const clients = Array.from({ length: 60 }, (_, i) => ({ key: `c${i}`, role: 'controller' }))
  const supplier = { key: 's', role: 'processor', facts: { aware_at: '2026-06-05T18:40:00+02:00' } }
  const links = clients.map(({ key }) => ({ supplier: 's', client: key }))
  const organisations = [supplier, ...clients]
  const { text } = await run([file({ facts: { personal_data: true }, organisations, links })], {
    organisation: 's',
  })
  expect(text?.match(/Avertir son client/g)?.length).toBe(3)
  expect(text).toContain('… et 57 autres')
  expect(text!.split('\n').length).toBeLessThan(60)
})
