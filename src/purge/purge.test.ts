import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff } from '../../test/support/audience.ts'
import { operator, released } from '../../test/support/campaign.ts'
import { testPlatform } from '../../test/support/database.ts'
import { noticeExposures, noticeFacts } from '../../test/support/notice-facts.ts'
import { anIncident } from '../../test/support/review.ts'
import {
  buildLetters,
  countProof,
  driveCampaign,
  planCampaign,
  postLetters,
  provePerson,
  verifySeals,
} from '../delivery/index.ts'
import { verifyProof } from '../delivery/proof/index.ts'
import { generateSample } from '../exercise/generate/index.ts'
import { tocsin, verifyJournal } from '../journal/index.ts'
import { findVersion, importLists } from '../people/lists/index.ts'
import { prepareJobs } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { EMPTIED, empty, isAlone } from './empty-store.ts'
import {
  askPurge,
  carryOutPurge,
  confirmPurge,
  decideRetention,
  type Purger,
  planPurge,
  purgeOf,
} from './index.ts'

/** From generated lists to letters handed over, then everything about people goes, and what proves it stays. */
let platform: Platform & { close(): Promise<void> }
let incident: { id: string; reference: string; exercise: boolean; closedAt: null }
let needles: string[]
let purgers: Purger[]

beforeAll(async () => {
  platform = await testPlatform()
  await prepareJobs(platform)
  const folder = join(platform.home.root, 'exercise')
  mkdirSync(folder)
  mkdirSync(join(platform.home.store, 'duties'), { recursive: true })
  writeFileSync(join(platform.home.store, 'duties', 'receipt.age'), 'sealed bytes')
  await generateSample({
    members: 800,
    exposed: 1600,
    affected: 200,
    seed: 7,
    out: folder,
    force: true,
    rates: { no_nir: 0.3, no_member_number: 0.4, no_birth_date: 0.2 },
  })
  const { incidentId, reference } = await anIncident(platform)
  incident = { id: incidentId, reference, exercise: true, closedAt: null }
  await platform.db.query(`update incident set opened_at = '2026-06-01T08:00:00Z' where id = $1`, [
    incidentId,
  ])
  purgers = (await staff(platform.db)).map(({ id, name }, index) => ({
    userId: id,
    name,
    roles: [index === 0 ? 'lead' : 'dpo'],
    actor: { kind: 'exercise', userId: id, name },
  }))
  const [registerPath, exposedPath] = ['register.csv', 'exposed.csv'].map((name) => join(folder, name))
  await importLists(platform, { incidentId, registerPath: registerPath!, exposedPath: exposedPath! }, tocsin)
  const list = (await findVersion(platform.db, incidentId, 'published'))!
  const { campaign } = await planCampaign(
    platform,
    {
      incident: { id: incidentId, reference, exercise: true },
      listVersionId: list.id,
      facts: noticeFacts({ incidentReference: reference }),
      populations: [{ key: 'insured_adults', exposures: noticeExposures() }],
    },
    operator,
  )
  await released(platform, campaign)
  await driveCampaign(platform, campaign.id)
  await buildLetters(platform, campaign.id)
  await postLetters(
    platform,
    { campaignId: campaign.id, receipt: undefined, fictional: true } as never,
    operator,
  )
  needles = needlesIn(readFileSync(registerPath!, 'utf8'), await concernedMembers())
}, 60_000)
afterAll(() => platform.close())

async function concernedMembers(): Promise<string[]> {
  const found = await platform.db.query(`select member_id from person where surname <> '' order by id`)
  return found.rows.map((row) => String(row['member_id']))
}

/** Every cell that tells somebody apart, of people the database holds: e-mails, NIRs, addresses, rare names. */
function needlesIn(register: string, members: readonly string[]): string[] {
  const [head = '', ...lines] = register.split(/\r?\n/)
  const columns = head.split(';')
  const wanted = new Set(members.slice(0, 30))
  const cells = lines
    .map((line) => line.split(';'))
    .filter((row) => wanted.has(row[columns.indexOf('id_adherent')] ?? ''))
    .flatMap((row) =>
      ['email', 'nir', 'adresse1', 'adresse4', 'nom_naissance', 'tuteur_nom'].map(
        (name) => row[columns.indexOf(name)] ?? '',
      ),
    )
  return [...new Set(cells)].filter((cell) => cell.length >= 8)
}

/** Empty for a file that the server took away meanwhile. */
function contentOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

/** Where any of the needles still stands: tables as text, files of the data folder, files of the database. */
async function leftovers(): Promise<string[]> {
  const found: string[] = []
  const tables = await platform.db.query(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  for (const { name } of tables.rows) {
    const { rows } = await platform.db.query(`select t::text as row from "${name}" t`)
    const text = rows.map((row) => row['row']).join('\n')
    found.push(...needles.filter((needle) => text.includes(needle)).map(() => String(name)))
  }
  const database = await platform.db.query(`select oid from pg_database where datname = current_database()`)
  const cluster = await platform.db.query(`show data_directory`)
  const base = join(String(cluster.rows[0]?.['data_directory']), 'base', String(database.rows[0]?.['oid']))
  for (const folder of [platform.home.root, base])
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const bytes = contentOf(join(entry.parentPath, entry.name))
      if (needles.some((needle) => bytes.includes(needle))) found.push(join(entry.parentPath, entry.name))
    }
  return [...new Set(found)]
}

test('people’s data are there before, in tables and files', async () => {
  expect(needles.length).toBeGreaterThan(60)
  expect((await leftovers()).length).toBeGreaterThan(4)
})

test('nothing goes before its day, without two people, or with a campaign under way', async () => {
  await expect(askPurge(platform, incident, purgers[0]!)).rejects.toThrow('purge.notNow')
  await expect(
    decideRetention(platform, incident.id, { days: '1', until: '2026-06-08' }, operator),
  ).rejects.toThrow('purge.badRetention')
  await decideRetention(platform, incident.id, { until: '2026-06-08' }, operator)
  await expect(askPurge(platform, incident, { ...purgers[0]!, roles: ['reviewer'] })).rejects.toThrow(
    'purge.roleNeeded',
  )
  await askPurge(platform, incident, purgers[0]!)
  await expect(confirmPurge(platform, incident, purgers[0]!)).rejects.toThrow('purge.samePerson')
  expect((await purgeOf(platform.db, incident.id))?.state).toBe('asked')
  await expect(platform.db.query(`update review_item set fields = '{}'`)).rejects.toThrow('append-only')
})

test('an interrupted purge takes up, leaves nobody’s data anywhere, and keeps what proves', async () => {
  const [person] = (await platform.db.query(`select person_id from delivery_person order by 1 limit 1`)).rows
  const asked = { incident, personId: Number(person?.['person_id']) } as const
  const handed = await provePerson(platform, asked, operator)
  const before = await countProof(platform.db, incident.id)
  await confirmPurge(platform, incident, purgers[1]!)
  // Killed after some steps: what was done is written, the rest is taken up.
  let left = 3
  const transaction: Platform['db']['transaction'] = (work) => {
    if (left-- === 0) throw new Error('killed')
    return platform.db.transaction(work)
  }
  const dying = { ...platform, db: Object.assign(Object.create(platform.db), { transaction }) }
  await expect(carryOutPurge(dying, incident.id)).rejects.toThrow('killed')
  expect((await purgeOf(platform.db, incident.id))?.steps).toEqual(['people', 'deliveries', 'review'])
  expect(await carryOutPurge(platform, incident.id)).toMatchObject({ state: 'done' })

  expect(await leftovers()).toEqual([])
  expect(await countProof(platform.db, incident.id)).toEqual(before)
  expect(await verifySeals(platform.db)).toMatchObject({ verified: true })
  expect(await verifyJournal(platform.db)).toMatchObject({ verified: true })
  expect((await verifyProof(handed)).map(({ state }) => state)).not.toContain('fails')
  await expect(provePerson(platform, asked, operator)).rejects.toThrow('proof.personPurged')
  expect((await planPurge(platform, platform.db, incident)).plan.files).toBe(0)
  expect(existsSync(join(platform.home.root, 'exercise'))).toBe(false)
  // What duties were filed with proves, and names nobody.
  expect(existsSync(join(platform.home.store, 'duties', 'receipt.age'))).toBe(true)
})

/** Tables whose rows name no concerned person: staff, texts, counts, hashes, numbers. One that does belongs to `EMPTIED`. */
const NAME_NOBODY = `access_home awareness_event blocked_filing blocked_filing_step bounce_hook_token bounce_intake
  calls_received campaign column_mapping communication contract_clause contract_clause_end cover_line delay_reason
  delivery_event delivery_person dossier_version delivery_run duty_conclusion duty_file duty_hold duty_reminder exposure extra_cost
  fact failed_attempt filing filing_tolerance imported_list incident insurance_contract investigation
  investigation_step journal_entry law_rule letter_profile letter_report list_version login_session match_run migration
  notice_choice notice_version operator_token organisation organisation_link pacing passkey people_page person_lookup
  population progress proof_leaves purge recovery_code release retention_decision review_draw review_look review_source
  risk_decision sign_in_link strategy_decision tolerance totp_credential untold user_account wave webauthn_challenge`

test('every table is emptied by the purge, or known to name nobody', async () => {
  const emptied = Object.values(EMPTIED).flatMap((statements) =>
    statements.map((statement) => /^(?:update|delete from) (\w+)/.exec(statement)?.[1] ?? ''),
  )
  const { rows } = await platform.db.query(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const known = [...emptied, ...NAME_NOBODY.split(/\s+/)]
  expect(rows.map((row) => String(row['name'])).filter((name) => !known.includes(name))).toEqual([])
})

test('nobody comes back into a purged incident', async () => {
  const again = `insert into person (incident_id, member_id, surname, first_names, sort_name, minor, deceased, protected_address, overseas)
    values ($1, 'x', 'X', 'X', 'X', false, false, false, false)`
  await expect(platform.db.query(again, [incident.id])).rejects.toThrow('purged')
  await expect(platform.db.query(`update review_item set fields = '{"a": "b"}'`)).rejects.toThrow(
    'append-only',
  )
})

test('the last incident purged takes what named none: words of returned mail, files that a kill left', async () => {
  await platform.db.query(
    `insert into bounce_report (intake, sha256, part, received_at, reported_at, decision, reason, said, masked, evidence, state)
     values ('hook', repeat('a', 64), 1, now(), now(), 'retry', 'cause_unknown', 'mots', 'l…@poste.example', 'none', 'unmatched')`,
  )
  const last = await anIncident(platform)
  expect(await isAlone(platform.db, last.incidentId)).toBe(true)
  await empty(platform.db, 'deliveries', last.incidentId)
  const { rows } = await platform.db.query(
    `select said, masked from bounce_report where sha256 = repeat('a', 64)`,
  )
  expect(rows).toEqual([{ said: null, masked: null }])
})
