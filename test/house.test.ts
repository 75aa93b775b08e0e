import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** The import rules of the house (ARCHITECTURE.md): who may know whom. */
const src = join(import.meta.dirname, '../src')

interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

const sources: Source[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter(
    (entry) =>
      entry.isFile() &&
      /\.tsx?$/.test(entry.name) &&
      !/\.test\.tsx?$/.test(entry.name) &&
      !entry.name.endsWith('.d.ts'),
  )
  .map((entry) => {
    const path = join(entry.parentPath, entry.name)
    const text = readFileSync(path, 'utf8')
    const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
    return {
      path: relative(src, path),
      text,
      imports: specifiers.map((name) =>
        name.startsWith('.') ? relative(src, resolve(dirname(path), name)) : name,
      ),
    }
  })

/** Rooms with a door (index.ts). `people/*` and `law/regimes` are rooms inside a room. */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  if (first === 'people' && second.includes('.') === false) return `people/${second}`
  if (/^delivery\/(letters|bounces|proof)\//.test(path)) return `delivery/${second}`
  return path.includes('/') ? first : ''
}

const breaches = (rule: (source: Source, target: string) => boolean) =>
  sources.flatMap((source) =>
    source.imports.filter((target) => rule(source, target)).map((target) => `${source.path} -> ${target}`),
  )

const ours = (target: string) => /\.(tsx?|sql|css|typ)$/.test(target)

test('a room is entered by its index only', () => {
  expect(
    breaches(({ path }, target) => {
      if (!ours(target) || target.startsWith('..') || ['platform', ''].includes(roomOf(target))) return false
      // A room inside a room knows the model of the one around it.
      if (roomOf(path).startsWith(`${roomOf(target)}/`) && target.endsWith('/model.ts')) return false
      return roomOf(path) !== roomOf(target) && !/\/index\.tsx?$/.test(target)
    }),
  ).toEqual([])
})

test('platform knows no room', () => {
  expect(
    breaches(
      ({ path }, target) => path.startsWith('platform/') && ours(target) && !target.startsWith('platform/'),
    ),
  ).toEqual([])
})

test('only the composition imports the entry files', () => {
  expect(
    breaches(({ path }, target) => roomOf(path) !== '' && ours(target) && roomOf(target) === ''),
  ).toEqual([])
})

test('models import models, zod, Temporal and node:crypto only', () => {
  expect(
    breaches(({ path }, target) => {
      if (!path.endsWith('/model.ts')) return false
      const allowed = ['zod', 'temporal-polyfill', 'node:crypto', 'platform/clock.ts', 'platform/refusal.ts']
      return !allowed.includes(target) && !/(model|index)\.ts$/.test(target)
    }),
  ).toEqual([])
})

test('the law, the normal forms and the notice tree touch no file, no database, no network', () => {
  const pure = ['law/', 'people/identity/', 'people/postal/', 'people/addressees/', 'notices/']
  expect(
    breaches(({ path }, target) => {
      if (!pure.some((room) => path.startsWith(room)) || path.includes('/routes')) return false
      return /^node:(fs|net|http|child_process|tls|dns)|^pg$|platform\/(database|data-folder|jobs)/.test(
        target,
      )
    }),
  ).toEqual([])
})

test('the corridor runs one way: people, notices, delivery', () => {
  const order = ['people', 'notices', 'delivery']
  const rank = (path: string) => order.indexOf(path.split('/')[0] ?? '')
  expect(breaches(({ path }, target) => rank(path) >= 0 && rank(target) > rank(path))).toEqual([])
})

test('the law knows no room, and of the platform only what is pure', () => {
  const pure = /^platform\/(clock|i18n|local-time|national-id-shape|refusal)\.ts$/
  expect(
    breaches(
      ({ path }, target) =>
        path.startsWith('law/') && ours(target) && !target.startsWith('law/') && !pure.test(target),
    ),
  ).toEqual([])
})

test('the way to a dossier runs one way: law, incident, obligations, disruption, dossiers', () => {
  const order = ['law', 'incident', 'obligations', 'disruption', 'dossiers']
  const rank = (path: string) => order.indexOf(path.split('/')[0] ?? '')
  expect(breaches(({ path }, target) => rank(path) >= 0 && rank(target) > rank(path))).toEqual([])
})

test('only the composition, the commands and the exercise open the dossiers and the duties', () => {
  const openers: Record<string, readonly string[]> = {
    dossiers: ['', 'cli'],
    obligations: ['', 'cli', 'exercise', 'disruption', 'dossiers'],
  }
  expect(
    breaches(({ path }, target) => {
      const room = target.startsWith('..') ? '' : roomOf(target)
      return room in openers && roomOf(path) !== room && !openers[room]?.includes(roomOf(path))
    }),
  ).toEqual([])
})

test('inside a room of the law, folders know each other one way', () => {
  const inward: Record<string, readonly string[]> = {
    law: ['calendar', 'clocks', 'facts', 'severity', 'cases', 'regimes', 'assess'],
    obligations: ['stores', 'case', 'acts', 'board', 'following', 'pages'],
    dossiers: ['render', 'documents', 'pages'],
  }
  expect(
    breaches(({ path }, target) => {
      const [room = '', folder = ''] = path.split('/')
      const [targetRoom, targetFolder = ''] = target.split('/')
      const order = inward[room] ?? []
      return (
        targetRoom === room && order.includes(folder) && order.indexOf(targetFolder) > order.indexOf(folder)
      )
    }),
  ).toEqual([])
})

test('browser scripts import no server code', () => {
  expect(
    breaches(
      ({ path }, target) =>
        path.startsWith('desk/islands/') &&
        !target.startsWith('desk/islands/') &&
        target !== '@simplewebauthn/browser',
    ),
  ).toEqual([])
})

test('SQL stands in stores and in the statements of platform, journal and backup', () => {
  const statement = /`\s*(select|insert into|update|delete from|with|copy)\s/i
  const withSql = sources.filter(({ text }) => statement.test(text)).map(({ path }) => path)
  const allowed = /store|\.sql$|^platform\/|people\/(match|lists)\/|^lifecycle\/open-platform/
  expect(withSql.filter((path) => !allowed.test(path))).toEqual([])
})

test('time comes from the clock, never from Date', () => {
  expect(sources.filter(({ text }) => /new Date\(|Date\.now\(/.test(text)).map(({ path }) => path)).toEqual(
    [],
  )
})

test('files have an idea: none is called utils, helpers, common, manager or service', () => {
  expect(
    sources
      .filter(({ path }) => /(^|\/|-)(utils?|helpers?|common|manager|service)(\/|-|\.|$)/.test(path))
      .map(({ path }) => path),
  ).toEqual([])
})

test('files stay short: 300 lines at most', () => {
  expect(
    sources
      .filter(({ text }) => text.split('\n').length > 300)
      .map(({ path, text }) => `${path} ${text.split('\n').length}`),
  ).toEqual([])
})
