import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  auditor,
  type DutyBench,
  dpo,
  dutyBench,
  dutyPerson,
  lead,
  lineOf,
  refusalOf,
} from '../../test/support/duties.ts'
import { currentFact, factHistory, linkOrganisations } from '../incident/index.ts'
import { entriesBefore, verifyJournal } from '../journal/index.ts'
import { sweepFiles } from './acts/keep-file.ts'
import {
  acceptRule,
  addContract,
  answerQuestion,
  awarenessEvents,
  conclusionHistory,
  correctFiling,
  decideRisk,
  endContract,
  filingHistory,
  followDuties,
  followInvestigation,
  giveDuty,
  investigationsOf,
  letGo,
  openKeptFile,
  planFiling,
  readBoard,
  recordAwareness,
  recordDelayReason,
  recordFiling,
  riskDecisions,
  takeDuty,
} from './index.ts'

let platform: DutyBench['platform']
let incident: DutyBench['incident']
beforeAll(async () => {
  ;({ platform, incident } = await dutyBench())
})
afterAll(() => platform.close())

const line = (id: string) => lineOf(platform, incident, id)
const CNIL = 'gdpr_33_1@deux-rives'
const LATE = 'contract_c1@deux-rives>prevoyance-ponant'

test('the sample’s board is the one of the story', async () => {
  const { lines, awareness, questions } = await readBoard(platform, incident)
  const inGroup = (group: string) =>
    lines.filter((one) => one.group === group).map(({ conclusion }) => conclusion.id)
  expect(inGroup('overdue')).toEqual([LATE])
  expect(inGroup('soon')).toEqual([CNIL])
  expect(inGroup('depends')).toEqual(
    expect.arrayContaining(['dora_initial@deux-rives', 'cnil_complementary@deux-rives']),
  )
  expect(inGroup('done').slice(0, 2)).toEqual(['lopmi_complaint@deux-rives', 'victim_complaint@deux-rives'])
  expect(inGroup('done')).toContain('gdpr_33_5@deux-rives')
  expect(inGroup('not_required')).toEqual(
    expect.arrayContaining(['partial_activity_30d@deux-rives', 'health_incident@deux-rives']),
  )
  expect((await line(LATE)).dueAt?.toString()).toBe('2026-06-07T16:40:00Z')
  expect((await line(CNIL)).holder).toBe('Hélène Marchetti')
  expect((await line('lopmi_complaint@deux-rives')).filings[0]?.receipt).toBe('2026/1184')
  const [first] = questions
  expect(first).toMatchObject({ fact: 'critical_service_affected', under: 'dora_initial@deux-rives' })
  expect(first?.choices.find(({ value }) => value === 'yes')?.consequence.fr).toMatch(/^à faire\u00a0?\s?: /)
  // Not classified within 24 hours: 4 hours from a classification now (Del. Reg. 2025/301, art. 5(2)).
  const dora = await line('dora_initial@deux-rives')
  expect([dora.dueAt?.toString(), dora.supposed]).toEqual(['2026-06-08T15:28:00Z', true])
  expect(awareness).toMatchObject({ who: 'Hélène Marchetti', how: 'message de Tiersoin' })
})

describe('awareness', () => {
  const told = { fact: 'detected_at', who: 'Idriss Benali', how: 'appel de Tiersoin' }
  test('an event states its fact, and a refusal leaves neither', async () => {
    const event = { ...told, at: '2026-06-05T18:50', zone: 'Europe/Paris' }
    await recordAwareness(platform, incident.id, event, dpo)
    const [kept] = await awarenessEvents(platform.db, incident.id)
    expect(kept).toMatchObject({ fact: 'detected_at', who: 'Idriss Benali', zone: 'Europe/Paris' })
    const fact = await currentFact(platform.db, incident.id, 'law.detected_at')
    expect(fact?.value).toMatchObject({ at: '2026-06-05T18:50:00+02:00' })
    const early = { ...event, fact: 'loss_known_at', at: '2026-05-01T08:00:00+02:00' }
    const refused = await refusalOf(recordAwareness(platform, incident.id, early, dpo))
    expect(refused.code).toBe('obligations.contradiction')
    expect(refused.fr).toMatch(/assuré.*1er mai.*attaque.*29 mai/s)
    expect(await awarenessEvents(platform.db, incident.id)).toHaveLength(4)
  })

  test.each([
    ['2026-06-08T14:00', 'obligations.future'],
    ['2025-10-26T02:30', 'obligations.ambiguousLocalTime'],
    ['2026-03-29T02:30', 'obligations.missingLocalTime'],
    ['2026-06-05', 'obligations.timeNeeded'],
    ['vendredi soir', 'law.notAnInstant'],
  ])('%s is refused: %s', async (at, code) => {
    expect((await refusalOf(recordAwareness(platform, incident.id, { ...told, at }, dpo))).code).toBe(code)
  })

  test('an hour that comes twice is asked for again: which of the two', async () => {
    const asked = recordAwareness(platform, incident.id, { ...told, at: '2025-10-26T02:30' }, dpo)
    expect((await refusalOf(asked)).fr).toMatch(/2025-10-26T02:30:00\+02:00 ou 2025-10-26T02:30:00\+01:00/)
  })

  test('who only reads writes nothing', async () => {
    const asked = recordAwareness(platform, incident.id, { ...told, at: '2026-06-05T18:50' }, auditor)
    expect((await refusalOf(asked)).code).toBe('obligations.roleNeeded')
  })
})

describe('filing', () => {
  test('not to come, and not before what starts the clock: both facts are named', async () => {
    const file = (at: string) => recordFiling(platform, incident.id, { conclusionId: CNIL, at }, dpo)
    expect((await refusalOf(file('2026-06-08T13:29'))).code).toBe('obligations.future')
    const early = await refusalOf(file('2026-06-05T18:00'))
    expect(early.code).toBe('obligations.beforeStart')
    expect(early.fr).toMatch(/Notification initiale.*18\sh\s00.*départ du délai.*18\sh\s40/is)
    expect((await filingHistory(platform.db, incident.id, CNIL)).length).toBe(0)
  })

  test('a filing is done with its receipt and its file, and what follows becomes due', async () => {
    expect((await line('cnil_complementary@deux-rives')).group).toBe('depends')
    const receipt = 'Récépissé n° 2026-4471'
    const input = { conclusionId: CNIL, at: '2026-06-08T13:20', receipt: '2026-4471', seen: 0 }
    const file = { name: 'C:\\depot\\recepisse.txt', content: Buffer.from(receipt) }
    await recordFiling(platform, incident.id, { ...input, file }, dpo)
    const done = await line(CNIL)
    expect(done).toMatchObject({ group: 'done', conclusion: { done: { at: '2026-06-08T13:20:00+02:00' } } })
    const kept = done.filings[0]?.file
    expect(kept).toMatchObject({ name: 'recepisse.txt', bytes: Buffer.byteLength(receipt) })
    const opened = await openKeptFile(platform, incident.id, kept!.id!)
    expect(await text(opened.content)).toBe(receipt)
    const [stored = ''] = readdirSync(join(platform.home.store, 'duties'))
    expect(readFileSync(join(platform.home.store, 'duties', stored)).includes('2026-4471')).toBe(false)
    const next = await line('cnil_complementary@deux-rives')
    expect(next.dueAt?.toString()).toBe('2026-06-11T11:20:00Z')
    expect((await refusalOf(recordFiling(platform, incident.id, input, lead))).code).toBe(
      'obligations.changedMeanwhile',
    )
  })

  test('a correction stands in the place of the filing, and carries the fact along', async () => {
    const [old] = await filingHistory(platform.db, incident.id, CNIL)
    const input = { filing: old!.id, at: '2026-06-08T13:25', reason: 'heure du récépissé' }
    await correctFiling(platform, incident.id, input, dpo)
    const [now, before] = await filingHistory(platform.db, incident.id, CNIL)
    expect(now).toMatchObject({ receipt: '2026-4471', correction: 'heure du récépissé', supersededBy: null })
    expect(now?.file?.name).toBe('recepisse.txt')
    expect(before?.supersededBy).toBe(now?.id)
    expect((await line(CNIL)).conclusion.done?.at).toBe('2026-06-08T13:25:00+02:00')
    expect(await factHistory(platform.db, incident.id, 'authority_told_at')).toHaveLength(2)
    expect((await refusalOf(correctFiling(platform, incident.id, input, lead))).code).toBe(
      'obligations.changedMeanwhile',
    )
  })

  test('a plan is in the future and gives way to the filing; it puts nothing off', async () => {
    const at = '2026-06-09T09:00'
    const plan = (when: string) => planFiling(platform, incident.id, { conclusionId: LATE, at: when }, dpo)
    expect((await refusalOf(plan('2026-06-08T10:00'))).code).toBe('obligations.past')
    await plan(at)
    expect(await line(LATE)).toMatchObject({ group: 'overdue', filings: [{ state: 'planned' }] })
    await planFiling(platform, incident.id, { conclusionId: 'anssi_report@deux-rives', at }, dpo)
    expect(await line('anssi_report@deux-rives')).toMatchObject({ group: 'later' })
  })

  test('one filing to one of several clients says nothing of the others', async () => {
    const link = { supplier: 'hebergement-dunes', client: 'prevoyance-ponant', service: { fr: 'un site' } }
    await linkOrganisations(platform, incident.id, link, dpo.actor)
    const [one, other] = ['tiersoin', 'prevoyance-ponant'].map((key) => `gdpr_33_2@hebergement-dunes>${key}`)
    await recordFiling(platform, incident.id, { conclusionId: one!, at: '2026-06-04T08:00' }, dpo)
    expect((await line(one!)).group).toBe('done')
    expect((await line(other!)).group).not.toBe('done')
  })

  test('a file that no row names goes at the next start, the others stay', async () => {
    const folder = join(platform.home.store, 'duties')
    const kept = readdirSync(folder)
    writeFileSync(join(folder, 'left-by-a-kill.age'), 'x')
    expect(await sweepFiles(platform)).toBe(1)
    expect(readdirSync(folder)).toEqual(kept)
  })
})

describe('holding', () => {
  test('two people take a duty at the same time: one holds it', async () => {
    const both = await Promise.allSettled([
      takeDuty(platform, incident.id, { conclusionId: LATE }, dpo),
      takeDuty(platform, incident.id, { conclusionId: LATE }, lead),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { holder, seen } = await line(LATE)
    const other = holder === dpo.name ? lead : dpo
    const refused = await refusalOf(takeDuty(platform, incident.id, { conclusionId: LATE }, other))
    expect(refused).toMatchObject({ code: 'obligations.heldBy' })
    await giveDuty(platform, incident.id, { conclusionId: LATE, to: 'Claire Aubin', seen: seen?.hold }, lead)
    const late = giveDuty(platform, incident.id, { conclusionId: LATE, to: 'Ada', seen: seen?.hold }, dpo)
    expect((await refusalOf(late)).code).toBe('obligations.changedMeanwhile')
    expect((await line(LATE)).holder).toBe('Claire Aubin')
    const press = dutyPerson('Nour Haddad', 'communication')
    expect((await refusalOf(letGo(platform, incident.id, { conclusionId: LATE }, press))).code).toBe(
      'obligations.roleNeeded',
    )
    await letGo(platform, incident.id, { conclusionId: LATE }, lead)
    expect((await line(LATE)).holder).toBeNull()
  })

  test('a line that the law does not know is refused', async () => {
    const asked = takeDuty(platform, incident.id, { conclusionId: 'gdpr_33_1@personne' }, dpo)
    expect((await refusalOf(asked)).code).toBe('obligations.unknownDuty')
  })
})

test('a reason for delay quiets the line and does not put it off; a NIR in it is refused', async () => {
  const input = { conclusionId: LATE, reason: 'Le délégant n’était pas joignable avant lundi.' }
  const hidden = { ...input, reason: 'assuré 1 85 05 78 006 084 36' }
  expect((await refusalOf(recordDelayReason(platform, incident.id, hidden, dpo))).code).toBe(
    'obligations.nationalId',
  )
  await recordDelayReason(platform, incident.id, input, dpo)
  expect(await line(LATE)).toMatchObject({ group: 'overdue', delayReason: { by: 'Hélène Marchetti' } })
})

describe('answers', () => {
  const answer = (fact: string, said: string | string[], extra: object = {}) =>
    answerQuestion(platform, incident.id, { fact, answer: said, source: 'registre DORA', ...extra }, dpo)

  test('a yes decides, « not known yet » opens the question again', async () => {
    await answer('dora_classified_major', 'yes')
    const owed = await line('dora_initial@deux-rives')
    expect([owed.conclusion.result, owed.group]).toEqual(['required', 'overdue'])
    // Late it stays; a classification now would give 4 hours.
    expect([owed.dueAt?.toString(), owed.ifNow?.toString()]).toEqual([
      '2026-06-06T16:40:00Z',
      '2026-06-08T15:28:00Z',
    ])
    await answer('dora_classified_major', 'unknown')
    expect((await line('dora_initial@deux-rives')).conclusion.result).toBe('depends')
  })

  test('another value that stood is kept as disputed when nobody knows any more', async () => {
    await answer('headcount', '420')
    await answer('headcount', 'unknown')
    const fact = await currentFact(platform.db, incident.id, 'law.headcount')
    expect(fact).toMatchObject({ confidence: 'disputed', value: { amount: 420 } })
  })

  test.each([
    ['sector', 'banquier', 'obligations.badAnswer'],
    ['headcount', 'beaucoup', 'obligations.badAnswer'],
    ['breach_type', 'Z', 'obligations.badAnswer'],
    ['nonsense', 'yes', 'obligations.unknownFact'],
    ['encrypted_at_rest', 'no', 'null'],
    ['key_compromised', 'yes', 'obligations.contradiction'],
  ])('%s answered %s: %s', async (fact, said, code) => {
    const refused = await refusalOf(answer(fact, said).then(() => Promise.reject(null)))
    expect(refused.code).toBe(code)
  })

  test('two answers to the same question: the second writer sees that the fact changed', async () => {
    const seen = (await currentFact(platform.db, incident.id, 'law.sector'))?.id ?? null
    const both = await Promise.allSettled([
      answer('sector', 'insurer', { seen }),
      answer('sector', 'bank', { seen }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

test('a decision on the risk keeps its reasons and what was proposed then', async () => {
  const input = { level: 'risk', reasons: 'Les données copiées ne suffisent pas à une fraude.' }
  expect((await refusalOf(decideRisk(platform, incident.id, { ...input, level: 'nul' }, dpo))).code).toBe(
    'obligations.badChoice',
  )
  await decideRisk(platform, incident.id, input, dpo)
  const [now, first] = await riskDecisions(platform.db, incident.id, 'deux-rives')
  expect(now).toMatchObject({ level: 'risk', decidedBy: 'Hélène Marchetti', proposal: { level: 'high' } })
  expect(first).toMatchObject({ level: 'high' })
  expect((await line('gdpr_34@deux-rives')).conclusion.result).toBe('not_required')
})

test('a clause stands on the board of who owes it, until it ends', async () => {
  const input = { from: 'tiersoin', to: 'deux-rives', article: 'Avenant 2', workingDays: 2 }
  const bad = addContract(platform, incident.id, { ...input, hours: 3 }, dpo)
  expect((await refusalOf(bad)).code).toBe('obligations.badClause')
  const clause = await addContract(platform, incident.id, input, dpo)
  const id = `contract_c${clause}@tiersoin>deux-rives`
  expect((await line(id)).dueAt).not.toBeNull()
  await endContract(platform, incident.id, { clause, reason: 'inscrite par erreur' }, dpo)
  await expect(line(id)).rejects.toThrow('no line')
  const again = endContract(platform, incident.id, { clause, reason: 'encore' }, dpo)
  expect((await refusalOf(again)).code).toBe('obligations.clauseEnded')
})

test('an investigation is followed step by step', async () => {
  const [opened] = await investigationsOf(platform.db, incident.id)
  const step = { investigation: opened!.id, state: 'answered', on: '2026-06-08', note: 'Journaux remis.' }
  await followInvestigation(platform, incident.id, { ...step, seen: opened!.steps[0]!.id }, dpo)
  const [now] = await investigationsOf(platform.db, incident.id)
  expect(now?.steps.map(({ state }) => state)).toEqual(['answered', 'waiting', 'open'])
  const stale = followInvestigation(platform, incident.id, { ...step, seen: opened!.steps[0]!.id }, lead)
  expect((await refusalOf(stale)).code).toBe('obligations.changedMeanwhile')
})

test('a rule rewritten since is shown against what was concluded by the old one, until it is accepted', async () => {
  await followDuties(platform, incident.id)
  const id = 'gdpr_34@deux-rives'
  expect((await line(id)).ruleChanged).toBeNull()
  const { snapshot } = (await line(id)).conclusion
  const old = JSON.stringify({ ...snapshot.rule, version: 99 })
  const hash = 'a'.repeat(64)
  await platform.db.query(
    `insert into law_rule select $1, rule_id, 99, $2::jsonb, kept_at from law_rule where hash = $3`,
    [hash, old, snapshot.hash],
  )
  await platform.db.query(
    `insert into duty_conclusion (incident_id, conclusion, organisation, rule_hash, result, because, kept_at)
     select incident_id, conclusion, organisation, $1, 'required', because, kept_at from duty_conclusion
      where conclusion = $2 order by id desc limit 1`,
    [hash, id],
  )
  await followDuties(platform, incident.id)
  expect((await line(id)).ruleChanged).toMatchObject({ keptVersion: 99, keptHash: hash })
  await acceptRule(platform, incident.id, { conclusionId: id, hash: snapshot.hash }, dpo)
  expect((await line(id)).ruleChanged).toBeNull()
  const kept = await conclusionHistory(platform.db, incident.id, id)
  expect(kept.map(({ version }) => version).slice(0, 2)).toEqual([snapshot.rule.version, 99])
})

test('every act is in the journal, which holds, and nothing kept is ever rewritten', async () => {
  const kinds = new Set((await entriesBefore(platform.db, undefined, 200)).map(({ kind }) => kind))
  const acts = `concluded rule_accepted taken given let_go awareness_recorded question_answered risk_decided delay_explained
    filing_planned filed filing_corrected contract_added contract_ended investigation_opened investigation_followed`
  for (const act of acts.split(/\s+/)) expect(kinds).toContain(`duty.${act}`)
  expect(await verifyJournal(platform.db)).toMatchObject({ verified: true })
  const kept = `law_rule duty_conclusion duty_hold duty_file awareness_event risk_decision delay_reason filing contract_clause
    contract_clause_end investigation investigation_step`
  for (const table of kept.split(/\s+/))
    await expect(platform.db.query(`delete from ${table}`)).rejects.toThrow('append-only')
  await expect(platform.db.query(`update filing set receipt = 'x'`)).rejects.toThrow('append-only')
})
