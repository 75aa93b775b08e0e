import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { lookFigures } from '../../test/support/look-figures.ts'
import { fixedClock } from '../platform/clock.ts'
import type { DeskEnv } from './env.ts'
import { renderHome } from './home.tsx'
import { type HomeFigures, outcomesCheck, personsCheck, stageOf, verdictsCheck } from './home-figures.ts'
import { readLocale } from './preferences.tsx'

const NARROW = '\u202f'

/** The desk with a viewer, an incident and given figures: no database beyond an empty journal. */
function deskWith(figures: HomeFigures, title = 'incident Tiersoin, mai 2026') {
  return new Hono<DeskEnv>()
    .use(readLocale())
    .use(async (c, next) => {
      const db = { query: async () => ({ rows: [] }) }
      c.set('platform', { db, clock: fixedClock('2026-06-08T11:28:04Z'), config: {} } as never)
      c.set('incident', {
        id: 'i1',
        reference: 'tiersoin',
        title,
        exercise: true,
        controllerName: 'Mutuelle des Deux Rives',
      })
      c.set('viewer', { name: 'Hélène Marchetti', title: 'déléguée à la protection des données' } as never)
      await next()
    })
    .get('/incidents/tiersoin', (c) => renderHome(c, figures))
}

async function home(figures: HomeFigures, language = 'fr'): Promise<string> {
  const answer = await deskWith(figures).request('/incidents/tiersoin', {
    headers: { 'accept-language': language },
  })
  expect(answer.status).toBe(200)
  return answer.text()
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&[lg]t;/g, '')
    .replace(/[ \n]+/g, ' ')

const empty: HomeFigures = {
  readAt: lookFigures.readAt,
  steps: [],
  changedFacts: [],
  journal: { total: 0, latest: [] },
}

test('the lead is written from the data, each figure a link to its rows', async () => {
  const html = await home(lookFigures)
  expect(html).toContain(
    `<a class="figure" href="/incidents/tiersoin/people?outcome=told">13${NARROW}116</a> personnes informées sur `,
  )
  expect(html).toContain(
    `<a class="figure" href="/incidents/tiersoin/people?outcome=in_progress">4${NARROW}783</a> sont en cours.`,
  )
})

test('every figure of the accounts is a link, and a zero is plain text', async () => {
  const html = await home(lookFigures)
  for (const figure of [
    '18 334',
    '981 503',
    '126',
    '37',
    '17 641',
    '371',
    '12 640',
    '3 095',
    '2 173',
    '11 246',
    '1 870',
    '61',
  ]) {
    const shown = figure.replace(' ', NARROW)
    expect(html, figure).toMatch(
      new RegExp(`<a class="figure" href="/incidents/tiersoin/[^"]+">${shown}</a>`),
    )
  }
  expect(html).not.toMatch(/<a [^>]*>0<\/a>/)
  expect(textOf(html)).toContain('perdues 0 · informées deux fois 0')
})

test('each account proves its sum', async () => {
  const html = await home(lookFigures)
  expect(textOf(html)).toContain(`18${NARROW}334 + 981${NARROW}503 + 126 + 37 = 1${NARROW}000${NARROW}000`)
  expect(html.match(/Juste/g)).toHaveLength(3)
  for (const check of [
    verdictsCheck(lookFigures.lists!),
    personsCheck(lookFigures.lists!),
    outcomesCheck(lookFigures.outcomes!),
  ]) {
    expect(check.left).toBe(check.right)
  }
})

test('a lost person and one told twice are a gap, said in the lead and under the account', async () => {
  const outcomes = { ...lookFigures.outcomes!, in_progress: 4_780, lost: 3 }
  const text = textOf(await home({ ...lookFigures, outcomes }))
  expect(text).toContain('3 sont perdues\u00a0: le compte n’est pas juste.')
  expect(text).toContain('Écart de 3')
  const twice = { ...lookFigures.outcomes!, told_twice: 1 }
  expect(textOf(await home({ ...lookFigures, outcomes: twice }))).toContain('1 a été informée deux fois.')
})

test('names the next step of each stage, in a full sentence', async () => {
  const { campaign: _, ...listsOnly } = lookFigures
  expect(textOf(await home(empty))).toContain('Aucune liste n’est encore publiée.')
  expect(textOf(await home(listsOnly))).toContain('Aucun envoi n’est encore préparé.')
  for (const [state, sentence] of [
    ['prepared', 'L’envoi est préparé, il attend deux personnes pour partir.'],
    ['released', 'L’envoi est libéré, il n’est pas commencé.'],
    ['paused', 'L’envoi est suspendu.'],
  ] as const) {
    expect(textOf(await home({ ...lookFigures, campaign: { number: 1, state } }))).toContain(sentence)
  }
  expect(stageOf({ ...empty, steps: lookFigures.steps })).toBe('reading')
})

test('a running step shows done on total, share, rate and end without scripts', async () => {
  const text = textOf(await home(lookFigures))
  expect(text).toContain(`11${NARROW}644 sur 15${NARROW}388 messages, 76${NARROW}%`)
  expect(text).toMatch(/messages par heure · fin prévue dans 1\sh\s\d\d, à 15\sh\s\d\d/)
})

test('no inline style, no inline script, nothing from elsewhere', async () => {
  const html = await home(lookFigures)
  expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=/i)
  for (const script of html.match(/<script[^>]*>[^<]*/g) ?? [])
    expect(script).toMatch(/src="\/assets\/[^"]+">$/)
  expect(html.replace(/xmlns="[^"]*"/g, '')).not.toMatch(/(src|href)="(https?:)?\/\//)
})

test('what people wrote is escaped', async () => {
  const hostile = '<img src=x onerror=alert(1)>'
  const fact = {
    ...lookFigures.changedFacts[0]!,
    label: hostile,
    before: hostile,
    after: hostile,
    source: hostile,
  }
  const answer = await deskWith({ ...lookFigures, changedFacts: [fact] }, hostile).request(
    '/incidents/tiersoin',
  )
  expect(await answer.text()).not.toContain('<img')
})

test('French typography: narrow spaces before ; ! ? %, a no-break space before :, the curly apostrophe', async () => {
  const { campaign: _, ...listsOnly } = lookFigures
  for (const figures of [lookFigures, empty, listsOnly]) {
    const text = textOf(await home(figures))
    expect(text).not.toMatch(/[^\u202f][;!?%]/)
    expect(text).not.toMatch(/[^\u00a0\d]:/)
    expect(text).not.toContain("'")
    expect(text).not.toMatch(/e-mail/)
  }
})

test('says the same in English', async () => {
  const html = await home(lookFigures, 'en-GB')
  const text = textOf(html)
  expect(html).toContain('<html lang="en"')
  expect(text).toContain('people told out of')
  expect(text).toContain('18,012')
  expect(text).not.toMatch(/personne|Juste|envoi|lignes/)
})

test('one h1, heads for every table row, and the drawing says its figures', async () => {
  const html = await home(lookFigures)
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html).toContain(
    'aria-label="1\u202f000\u202f000 lignes exposées, dont 18\u202f334 appariées à 18\u202f012 personnes concernées',
  )
  for (const row of html.match(/<tr.*?<\/tr>/gs) ?? []) expect(row).toContain('<th scope="row"')
})

test('people whose letter came back are said to wait for an address, with the way to mend it', async () => {
  const { outcomes } = lookFigures
  if (!outcomes) throw new Error('the figures of the look have outcomes')
  const html = await home({
    ...lookFigures,
    outcomes: { ...outcomes, cannot_be_told: { letter_returned: 2 } },
  })
  expect(textOf(html)).toContain('2 personnes dont la lettre est revenue\u00a0: corrigez leur adresse')
  expect(html).toContain('href="/incidents/tiersoin/letters">corrigez leur adresse')
})

test('letters that are set and not handed over wait for a person', async () => {
  const html = await home({ ...lookFigures, campaign: { number: 2, state: 'sending', lettersToPost: 131 } })
  expect(html).toContain('href="/incidents/tiersoin/letters">131 lettres composées</a> attendent leur dépôt')
})
