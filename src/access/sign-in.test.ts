import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { doorsApp, journalKinds, visitor } from '../../test/support/access.ts'
import { testPlatform } from '../../test/support/database.ts'
import { verifyJournal } from '../journal/index.ts'
import { ensureExercisePersons, exerciseCode } from './exercise-persons.ts'
import { issueStartLink } from './sign-in-with-link.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let app: ReturnType<typeof doorsApp>

const LOGIN = 'h.marchetti'

beforeAll(async () => {
  platform = await testPlatform({ exercise: true })
  await ensureExercisePersons(platform)
  app = doorsApp(platform)
})
afterAll(() => platform.close())
// Each test stands an hour after the one before: codes are fresh and failures forgotten.
beforeEach(() => {
  hours += 1
  setClock()
})

let hours = 0
function setClock(): void {
  const day = String(9 + Math.floor(hours / 24)).padStart(2, '0')
  const hour = String(hours % 24).padStart(2, '0')
  platform.clock.set(`2026-06-${day}T${hour}:00:00Z`)
}
function wait(minutes: number): void {
  platform.clock.set(platform.clock.now().add({ minutes }).toString())
}

async function fields(login = LOGIN) {
  const { passphrase, code } = await exerciseCode(platform, login)
  return { login, passphrase, code, back: '/lead-only' }
}

async function signedIn(login = LOGIN) {
  const person = visitor(app)
  expect((await person.post('/sign-in', await fields(login))).status).toBe(303)
  return person
}

describe('a screen left open', () => {
  const live = { 'x-live': '1', 'sec-fetch-mode': 'cors' }

  it('does not keep its session alive: only a person does', async () => {
    const person = await signedIn()
    for (let minutes = 0; minutes < 28; minutes += 7) {
      wait(7)
      expect((await person.get('/lead-only', live)).status).toBe(403)
      expect((await person.get('/incidents/x/live')).status).toBe(404)
    }
    wait(3)
    expect((await person.get('/', live)).headers.get('location')).toBe('/sign-in')
  })

  it('stays open while a person comes back, and a visit cannot pass for a renewal', async () => {
    const person = await signedIn()
    for (let minutes = 0; minutes < 80; minutes += 20) {
      wait(20)
      expect((await person.get('/', { 'x-live': '1', 'sec-fetch-mode': 'navigate' })).status).toBe(200)
    }
  })
})

describe('passphrase and code', () => {
  it('opens a session and goes back to the page that was wanted', async () => {
    const person = visitor(app)
    const turned = await person.get('/lead-only?a=1')
    expect(turned.status).toBe(303)
    expect(turned.headers.get('location')).toBe('/sign-in?back=%2Flead-only%3Fa%3D1')
    const entered = await person.post('/sign-in', await fields())
    expect(entered.headers.get('location')).toBe('/lead-only')
    expect(entered.headers.get('set-cookie')).toMatch(
      /^tocsin-7331=.{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(await (await person.get('/')).text()).toBe('home of Hélène Marchetti')
  })

  it('needs both halves: neither the passphrase nor the code alone enters', async () => {
    const good = await fields()
    for (const wrong of [
      { code: '' },
      { code: '000000' },
      { passphrase: '' },
      { passphrase: 'another passphrase' },
    ]) {
      const person = visitor(app)
      const refused = await person.post('/sign-in', { ...good, ...wrong })
      expect(refused.status).toBe(401)
      expect(person.cookie()).toBe('')
    }
  })

  it('accepts the step before and after, no further', async () => {
    const secretOf = await fields()
    wait(1)
    expect((await visitor(app).post('/sign-in', secretOf)).status).toBe(401)
  })

  it('refuses a code that was used, also by two requests at once', async () => {
    const same = await fields()
    const answers = await Promise.all([1, 2, 3].map(() => visitor(app).post('/sign-in', same)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 401, 401])
    expect((await visitor(app).post('/sign-in', same)).status).toBe(401)
  })

  it('gives the next code after one was used', async () => {
    const first = await fields()
    await visitor(app).post('/sign-in', first)
    const second = await fields()
    expect(second.code).not.toBe(first.code)
    expect((await visitor(app).post('/sign-in', second)).status).toBe(303)
  })

  it('says the same for a login that does not exist', async () => {
    const known = await visitor(app).post('/sign-in', { ...(await fields()), passphrase: 'wrong words here' })
    const unknown = await visitor(app).post('/sign-in', { ...(await fields()), login: 'nobody' })
    const text = async (answer: Response) => /<div class="notice.*?<\/div>/s.exec(await answer.text())?.[0]
    expect(await text(unknown)).toBe(await text(known))
  })

  it('never sends to another site', async () => {
    for (const back of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      '/%0d\n',
    ]) {
      wait(2)
      const entered = await visitor(app).post('/sign-in', { ...(await fields()), back })
      expect(entered.headers.get('location')).toBe('/')
    }
  })
})

describe('throttling', () => {
  it('closes the path of an account after five failures, even with the right proof, then opens again', async () => {
    const wrong = { ...(await fields()), passphrase: 'guess number one' }
    for (let i = 0; i < 5; i += 1) expect((await visitor(app).post('/sign-in', wrong)).status).toBe(401)
    const closed = await visitor(app).post('/sign-in', await fields())
    expect(closed.status).toBe(429)
    expect(await closed.text()).toContain('Réessayez dans 15')
    expect((await journalKinds(platform)).filter((kind) => kind === 'access.throttled')).toHaveLength(1)
    expect((await visitor(app).post('/sign-in', await fields('i.benali'))).status).toBe(303)
    wait(16)
    expect((await visitor(app).post('/sign-in', await fields())).status).toBe(303)
  })

  it('does not let simultaneous guesses through', async () => {
    const wrong = { ...(await fields('i.benali')), passphrase: 'guess number two' }
    const answers = await Promise.all(Array.from({ length: 12 }, () => visitor(app).post('/sign-in', wrong)))
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5)
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(7)
  })

  it('closes the desk’s code path after too many failures over all logins', async () => {
    const settings = { access: { globalFailures: 3 } }
    const strict = doorsApp({ ...platform, config: { ...platform.config, ...settings } })
    for (const login of ['a1', 'b2', 'c3'])
      await visitor(strict).post('/sign-in', { ...(await fields()), login })
    expect((await visitor(strict).post('/sign-in', await fields())).status).toBe(429)
  })
})

describe('the link printed at start', () => {
  it('signs in the fictional lead once, and needs a step-up afterwards', async () => {
    const path = (await issueStartLink(platform)) ?? ''
    const person = visitor(app)
    expect((await person.get(path)).headers.get('location')).toBe('/')
    expect(await (await person.get('/')).text()).toBe('home of Idriss Benali')
    expect((await person.get('/release')).headers.get('location')).toBe('/step-up?back=%2Frelease')
    expect((await visitor(app).get(path)).status).toBe(403)
  })

  it('is not used up by a look at its headers, a prefetch or another site’s page', async () => {
    const path = (await issueStartLink(platform)) ?? ''
    const looks: Record<string, string>[] = [
      { 'sec-purpose': 'prefetch' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    await app.request(`http://localhost:7331${path}`, { method: 'HEAD', headers: { host: 'localhost:7331' } })
    for (const headers of looks) expect((await visitor(app).get(path, headers)).status).toBe(200)
    const person = visitor(app)
    expect((await person.post(path, {})).headers.get('location')).toBe('/')
    expect((await person.get('/')).status).toBe(200)
  })

  it('expires after thirty minutes, and a newer one replaces it', async () => {
    const old = (await issueStartLink(platform)) ?? ''
    const path = (await issueStartLink(platform)) ?? ''
    expect((await visitor(app).get(old)).status).toBe(403)
    wait(30)
    expect((await visitor(app).get(path)).status).toBe(403)
  })

  it('keeps no token in clear', async () => {
    const token = ((await issueStartLink(platform)) ?? '').split('/').at(-1)
    const found = await platform.db.query('select 1 from sign_in_link where token_hash = $1', [token])
    expect(found.rowCount).toBe(0)
    const logged = await platform.db.query('select 1 from journal_entry where payload like $1', [
      `%${token}%`,
    ])
    expect(logged.rowCount).toBe(0)
  })
})

describe('sessions', () => {
  it('end after thirty idle minutes, not while someone works', async () => {
    const person = await signedIn()
    for (let i = 0; i < 4; i += 1) {
      wait(25)
      expect((await person.get('/')).status).toBe(200)
    }
    wait(30)
    expect((await person.get('/')).status).toBe(303)
  })

  it('end after twelve hours whatever happens', async () => {
    const person = await signedIn()
    for (let i = 0; i < 29; i += 1) {
      wait(24)
      expect((await person.get('/')).status).toBe(200)
    }
    wait(24)
    expect((await person.get('/')).status).toBe(303)
    hours += 13
  })

  it('end at sign-out, on the server too', async () => {
    const person = await signedIn()
    const cookie = person.cookie()
    await person.post('/sign-out', {})
    const thief = visitor(app)
    thief.setCookie(cookie)
    expect((await thief.get('/')).status).toBe(303)
  })

  it('take a new token at step-up; the old one is worth nothing', async () => {
    const person = await signedIn()
    const before = person.cookie()
    wait(11)
    expect((await person.get('/release')).status).toBe(303)
    const { code } = await exerciseCode(platform, LOGIN)
    expect((await person.post('/step-up', { code, back: '/release' })).headers.get('location')).toBe(
      '/release',
    )
    expect(await (await person.get('/release')).text()).toBe('released')
    expect(person.cookie()).not.toBe(before)
    const thief = visitor(app)
    thief.setCookie(before)
    expect((await thief.get('/')).status).toBe(303)
  })

  it('tell a stream or a form why it was not served', async () => {
    expect((await visitor(app).get('/events', { accept: 'text/event-stream' })).status).toBe(401)
    expect((await visitor(app).post('/release', {})).status).toBe(401)
  })
})

describe('step-up', () => {
  it('lasts ten minutes on the form’s page, a little longer for what was typed on it', async () => {
    const person = await signedIn()
    wait(10)
    expect((await person.get('/release')).status).toBe(200)
    wait(4)
    expect((await person.get('/release')).status).toBe(303)
    expect((await person.post('/release', {})).status).toBe(200)
    wait(2)
    const late = await person.post('/release', {}, { referer: 'http://localhost:7331/campaigns/1' })
    expect(late.headers.get('location')).toBe('/step-up?back=%2Fcampaigns%2F1&unsent=1')
    expect(await (await person.get('/step-up?back=%2F&unsent=1')).text()).toContain('Rien n’a été envoyé')
  })

  it('refuses a code already used to sign in, and one of someone else', async () => {
    const used = await fields()
    const person = visitor(app)
    await person.post('/sign-in', used)
    wait(11)
    const other = await exerciseCode(platform, 'i.benali')
    expect((await person.post('/step-up', { code: used.code })).status).toBe(401)
    expect((await person.post('/step-up', { code: other.code })).status).toBe(401)
    expect((await person.get('/release')).status).toBe(303)
  })
})

describe('roles', () => {
  it('open what they name and nothing else', async () => {
    expect((await (await signedIn('i.benali')).get('/lead-only')).status).toBe(200)
    const refused = await (await signedIn()).get('/lead-only')
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('access.roleNeeded')
    expect((await (await signedIn()).get('/staff')).status).toBe(403)
  })
})

it('journals every way in, as fictional, in a chain that holds', async () => {
  expect(await journalKinds(platform)).toEqual(
    expect.arrayContaining([
      'access.fictional_person_created',
      'access.link_issued',
      'access.signed_in',
      'access.signed_out',
      'access.stepped_up',
      'access.throttled',
    ]),
  )
  const actors = await platform.db.query(`select 1 from journal_entry where actor like 'user:%'`)
  expect(actors.rowCount).toBe(0)
  expect((await verifyJournal(platform.db)).verified).toBe(true)
})
