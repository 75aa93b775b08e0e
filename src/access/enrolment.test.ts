import { Secret } from 'otpauth'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { doorsApp, journalKinds, visitor } from '../../test/support/access.ts'
import { testPlatform } from '../../test/support/database.ts'
import { verifyJournal } from '../journal/index.ts'
import { ensureExercisePersons, exerciseCodes } from './exercise-persons.ts'
import { authoriseOperator } from './operator-authority.ts'
import { issueStartLink } from './sign-in-with-link.ts'
import { codeOfStep, timeStep } from './time-code.ts'

// One real folder, from its first start: the tests follow each other as its people would.
let platform: Awaited<ReturnType<typeof testPlatform>>
let app: ReturnType<typeof doorsApp>
let lead: ReturnType<typeof visitor>
let leadSecret: Uint8Array
let recoveryCodes: string[]
const PASSPHRASE = 'quatre mots choisis au hasard'
const FROM_TERMINAL = { 'sec-fetch-site': 'none' }

beforeAll(async () => {
  platform = await testPlatform({ exercise: false })
  app = doorsApp(platform)
  lead = visitor(app)
})
afterAll(() => platform.close())

const wait = (minutes: number) => platform.clock.set(platform.clock.now().add({ minutes }).toString())
const codeNow = (secret: Uint8Array) => codeOfStep(secret, timeStep(platform.clock.now()))

/** Adds a passphrase and a code application by the page, as a person without JavaScript does. */
async function enrolCode(
  person: ReturnType<typeof visitor>,
): Promise<{ secret: Uint8Array; location: string | null }> {
  const page = await (await person.get('/enrol')).text()
  const sealed = /name="sealed" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const groups = /id="secret">([^<]+)</.exec(page)?.[1] ?? ''
  const secret = Secret.fromBase32(groups.replaceAll(' ', '')).bytes
  const done = await person.post('/enrol/code', { sealed, passphrase: PASSPHRASE, code: codeNow(secret) })
  return { secret, location: done.headers.get('location') }
}

it('refuses fictional persons in a real folder, by the program and by the database', async () => {
  await expect(ensureExercisePersons(platform)).rejects.toMatchObject({
    code: 'access.fictionalOutsideExercise',
  })
  await expect(exerciseCodes(platform)).rejects.toMatchObject({ code: 'access.fictionalOutsideExercise' })
  const insert = `insert into user_account (id, login, display_name, roles, fictional, created_at)
    values (gen_random_uuid(), 'i.benali', 'Idriss Benali', '{lead}', true, now())`
  await expect(platform.db.query(insert)).rejects.toThrow(/only in an exercise/)
})

it('enrols the first lead by the link printed at start, and nothing opens before', async () => {
  const path = (await issueStartLink(platform)) ?? ''
  expect((await lead.get(path)).status).toBe(200)
  expect((await lead.get(path, FROM_TERMINAL)).headers.get('location')).toBe('/')
  for (const room of ['/', '/release', '/account', '/staff', '/step-up', '/enrol/recovery-codes']) {
    expect((await lead.get(room)).headers.get('location')).toBe('/enrol')
  }
  expect(
    (await lead.post('/enrol/person', { name: 'Claire Vasseur', title: '', login: 'Non valable !' })).status,
  ).toBe(422)
  await lead.post('/enrol/person', { name: 'Claire Vasseur', title: 'directrice', login: 'c.vasseur' })
  const enrolled = await enrolCode(lead)
  leadSecret = enrolled.secret
  expect(enrolled.location).toBe('/enrol/recovery-codes')
  expect((await lead.get('/')).headers.get('location')).toBe('/enrol/recovery-codes')
})

it('gives ten recovery codes, shown once, before anything else', async () => {
  const page = await (await lead.post('/enrol/recovery-codes', {})).text()
  recoveryCodes = [...page.matchAll(/<code>([0-9A-Z-]{19})<\/code>/g)].map((match) => match[1] ?? '')
  expect(recoveryCodes).toHaveLength(10)
  expect(await (await lead.get('/')).text()).toBe('home of Claire Vasseur')
})

it('prints no link once a lead can come in', async () => {
  expect(await issueStartLink(platform)).toBeUndefined()
})

it('cannot become an exercise, even if its folder says so', async () => {
  const disguised = { ...platform, home: { ...platform.home, exercise: true } }
  await expect(ensureExercisePersons(disguised)).rejects.toMatchObject({ code: 'access.natureChanged' })
  await expect(platform.db.query('update access_home set exercise = true')).rejects.toThrow(/append-only/)
})

it('refuses a short passphrase, a wrong code and a secret of one’s own', async () => {
  const page = await (await lead.get('/enrol')).text()
  const sealed = /name="sealed" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const secret = Secret.fromBase32((/id="secret">([^<]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '')).bytes
  const good = { sealed, passphrase: PASSPHRASE, code: codeNow(secret) }
  for (const wrong of [{ passphrase: 'court' }, { code: '123456' }]) {
    const refused = await lead.post('/enrol/code', { ...good, ...wrong })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(sealed)
  }
  expect((await lead.post('/enrol/code', { ...good, sealed: `${sealed.slice(0, -4)}AAAA` })).status).toBe(409)
})

it('lets a recovery code in once, only to add a new way in', async () => {
  const lost = visitor(app)
  const proof = { login: 'c.vasseur', code: recoveryCodes[0]?.toLowerCase().replaceAll('-', ' ') ?? '' }
  expect((await lost.post('/sign-in/recovery', proof)).headers.get('location')).toBe('/enrol')
  expect((await lost.get('/')).headers.get('location')).toBe('/enrol')
  expect((await lost.get('/account')).headers.get('location')).toBe('/enrol')
  const again = visitor(app)
  expect((await again.post('/sign-in/recovery', proof)).status).toBe(401)
  const enrolled = await enrolCode(lost)
  leadSecret = enrolled.secret
  expect((await lost.get('/')).status).toBe(200)
})

it('invites, changes roles and closes accounts, ending sessions each time', async () => {
  wait(5)
  lead = visitor(app)
  await lead.post('/sign-in', { login: 'c.vasseur', passphrase: PASSPHRASE, code: codeNow(leadSecret) })
  const form = { name: 'Noé Lambert', title: '', login: 'n.lambert', roles: 'reviewer' }
  const page = await (await lead.post('/staff/invitations', form)).text()
  const path = /(\/sign-in\/[\w-]{43})/.exec(page)?.[1] ?? ''
  const guest = visitor(app)
  await guest.post(path, {})
  await enrolCode(guest)
  await guest.post('/enrol/recovery-codes', {})
  expect((await guest.get('/lead-only')).status).toBe(403)
  const { rows } = await platform.db.query<{ id: string }>(
    `select id from user_account where login = 'n.lambert'`,
  )
  const at = `/staff/${rows[0]?.id}`
  expect((await lead.post(`${at}/roles`, { roles: 'auditor' })).status).toBe(303)
  expect((await guest.get('/')).headers.get('location')).toBe('/sign-in')
  expect((await lead.post(`${at}/roles`, { roles: 'emperor' })).status).toBe(422)
  expect((await lead.post(`${at}/closures`, {})).status).toBe(303)
  expect((await lead.post('/staff/invitations', form)).status).toBe(409)
})

it('keeps one lead who can come in, and one way in for each', async () => {
  const { rows } = await platform.db.query<{ id: string }>(
    `select id from user_account where login = 'c.vasseur'`,
  )
  expect((await lead.post(`/staff/${rows[0]?.id}/closures`, {})).status).toBe(409)
  expect((await lead.post(`/staff/${rows[0]?.id}/roles`, { roles: 'dpo' })).status).toBe(409)
  expect((await lead.post('/account/authenticators/removals', { passkey: '' })).status).toBe(409)
})

it('asks commands for a live operator token, good for eight hours and revocable', async () => {
  await expect(authoriseOperator(platform, undefined, 'root')).rejects.toMatchObject({
    code: 'access.operatorRefused',
  })
  const page = await (await lead.post('/account/operator-tokens', {})).text()
  const token = /id="operator-token">([^<]+)</.exec(page)?.[1] ?? ''
  const authority = await authoriseOperator(platform, token, 'root')
  expect(authority).toMatchObject({ actor: { kind: 'user', name: 'Claire Vasseur' }, roles: ['lead'] })
  const account = await (await lead.get('/account')).text()
  const id = /name="token" value="([^"]+)"/.exec(account)?.[1] ?? ''
  await lead.post('/account/operator-tokens/revocations', { token: id })
  await expect(authoriseOperator(platform, token, 'root')).rejects.toMatchObject({
    code: 'access.operatorRefused',
  })
  const next =
    /id="operator-token">([^<]+)</.exec(
      await (await lead.post('/account/operator-tokens', {})).text(),
    )?.[1] ?? ''
  wait(8 * 60)
  await expect(authoriseOperator(platform, next, 'root')).rejects.toMatchObject({
    code: 'access.operatorRefused',
  })
})

it('journals each step with ids only, as real people', async () => {
  const kinds = await journalKinds(platform)
  for (const kind of [
    'access.first_lead_created',
    'access.person_named',
    'access.authenticator_added',
    'access.recovery_codes_renewed',
    'access.staff_invited',
    'access.roles_changed',
    'access.staff_disabled',
    'access.operator_token_issued',
    'access.operator_token_revoked',
  ]) {
    expect(kinds).toContain(kind)
  }
  expect(
    (await platform.db.query(`select 1 from journal_entry where actor like 'exercise:%'`)).rowCount,
  ).toBe(0)
  expect((await verifyJournal(platform.db)).verified).toBe(true)
})
