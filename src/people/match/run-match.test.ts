import { access, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nirKey } from '../identity/index.ts'
import { explainRow, type MatchInput, runMatch } from './index.ts'

let root = ''
let runs = 0
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-match-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

interface Person {
  id?: string
  number?: string
  nir?: string
  name?: string
  usage?: string
  first?: string
  birth?: string
  rank?: string
  amc?: string
  holder?: string
}

const nir = (nir13: string) => nir13 + String(nirKey(nir13)).padStart(2, '0')
const ANNE = nir('2850338123045')
const LUC = nir('1820538123046')

const registerLine = (p: Person) => {
  const who = [p.id, p.number, p.nir, p.name, p.usage, p.first, p.birth, p.rank]
  return [...who, p.amc ?? '0099', p.holder, 'a@b.example'].join(';')
}
const exposedLine = (p: Person) =>
  [p.amc ?? '99', p.number, p.nir, p.name, p.first, p.birth, p.rank].join(',')

const anne: Person = {
  id: '0001',
  number: '000123',
  nir: ANNE,
  name: 'Lefèvre',
  usage: 'Durand',
  first: 'Anne-Marie',
  birth: '07/03/1985',
  rank: '1',
}
const luc: Person = {
  id: '0002',
  number: '000123',
  nir: LUC,
  name: 'Durand',
  first: 'Luc',
  birth: '11/05/1982',
  rank: '1',
}
/** A child under the mother's number. */
const zoe: Person = {
  id: '0003',
  number: '000123',
  nir: ANNE,
  name: 'Durand',
  first: 'Zoé',
  birth: '01/02/2015',
  rank: '1',
  holder: '0001',
}

async function match(register: Person[], exposed: (Person | string)[], over: Partial<MatchInput> = {}) {
  const dir = join(root, String(++runs))
  await mkdir(dir)
  const header =
    'id_adherent;numero_adherent;nir;nom_naissance;nom_usage;prenoms;date_naissance;rang;amc;id_assure;email'
  await writeFile(join(dir, 'r.csv'), [header, ...register.map(registerLine)].join('\n'))
  const lines = exposed.map((row) => (typeof row === 'string' ? row : exposedLine(row)))
  await writeFile(
    join(dir, 'e.csv'),
    ['NUM_AMC,NUM_ADH,NIR_OD,NOM_BENEF,PRENOM_BENEF,DATE_NAISS,RANG', ...lines].join('\n'),
  )
  const input: MatchInput = {
    register: join(dir, 'r.csv'),
    exposed: join(dir, 'e.csv'),
    outDir: join(dir, 'out'),
    workDir: join(dir, 'work'),
    format: 'parquet',
    threads: 2,
    ...over,
  }
  const report = await runMatch(input)
  return {
    report,
    dir,
    input,
    verdicts: await table(dir, 'verdicts', 'exposed_row'),
    members: await table(dir, 'members', 'member_row'),
  }
}

async function table(
  dir: string,
  name: string,
  order: string,
): Promise<Record<string, string | number | null>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(
    `from '${join(dir, 'out', `${name}.parquet`)}' order by ${order}`,
  )
  connection.closeSync()
  return reader.getRowObjectsJson() as Record<string, string | number | null>[]
}

const upper = (p: Person, over: Person = {}): Person => {
  const [day, month, year] = (p.birth ?? '').split('/')
  return {
    ...p,
    name: p.name?.toUpperCase(),
    first: p.first?.toUpperCase(),
    birth: `${year}${month}${day}`,
    amc: '99',
    ...over,
  } as Person
}

describe('tiers', () => {
  const register = [anne, luc, zoe]
  const cases: [string, Person, string, string | null, string | null][] = [
    ['T1: identifier, date, rank and first name', upper(anne), 'matched', '0001', 'T1'],
    ['T1: a child under the mother’s identifier', upper(zoe), 'matched', '0003', 'T1'],
    ['T2: rank missing', upper(anne, { rank: '' }), 'matched', '0001', 'T2'],
    ['T3: no identifier, member number', upper(anne, { nir: '', rank: '' }), 'matched', '0001', 'T3'],
    [
      'T3: leading zeros lost',
      upper(anne, { nir: '', number: '123', name: 'DURAND' }),
      'matched',
      '0001',
      'T3',
    ],
    [
      'T4: one digit off',
      upper(anne, { nir: `2850338123065${ANNE.slice(13)}`, number: '' }),
      'matched',
      '0001',
      'T4',
    ],
    [
      'the name check: another first name never matches',
      upper(anne, { first: 'GERTRUDE' }),
      'ambiguous',
      '0001',
      null,
    ],
    [
      'a contradicted valid identifier never matches',
      upper(anne, { nir: nir('2850375055123') }),
      'ambiguous',
      '0001',
      null,
    ],
    [
      'a contradicted member number never matches',
      upper(anne, { nir: '', number: '777888' }),
      'ambiguous',
      '0001',
      null,
    ],
    ['other parent’s identifier, through the household', upper(zoe, { nir: LUC }), 'matched', '0003', 'T3'],
    [
      'a sibling who is not in the register',
      upper(zoe, { first: 'HECTOR', birth: '20180404' }),
      'not_ours',
      null,
      null,
    ],
    [
      'a stranger',
      { nir: nir('1700175111222'), name: 'X', first: 'Y', birth: '19700101', number: '9' },
      'not_ours',
      null,
      null,
    ],
  ]
  it.each(cases)('%s', async (_, row, verdict, memberId, tier) => {
    const { verdicts } = await match(register, [row])
    expect(verdicts).toMatchObject([{ exposed_row: 1, verdict, member_id: memberId, tier }])
  })

  it('a tie is ambiguous, and nobody in it is silent', async () => {
    const twin = { ...anne, id: '0009', number: '000124' }
    const { verdicts, members } = await match([anne, twin], [upper(anne, { number: '' })])
    expect(verdicts).toMatchObject([{ verdict: 'ambiguous', reason: 'tie' }])
    expect(members.map((m) => m['class'])).toEqual(['cannot_be_excluded', 'cannot_be_excluded'])
  })

  it('twins under one identifier are told apart by first name and rank', async () => {
    const lea: Person = { ...zoe, id: '0004', first: 'Léa', rank: '1' }
    const mia: Person = { ...zoe, id: '0005', first: 'Mia', rank: '2' }
    const { verdicts } = await match([anne, lea, mia], [upper(mia), upper(lea), upper(mia, { rank: '' })])
    expect(verdicts.map((v) => v['member_id'])).toEqual(['0005', '0004', '0005'])
  })

  it('several rows may be one member; categories are what they held', async () => {
    const { members } = await match(register, [
      upper(anne, { rank: '', number: '' }),
      upper(anne, { nir: '' }),
    ])
    expect(members[0]).toMatchObject({
      class: 'confirmed',
      categories: 'national_id|birth_date|rank|surname|first_names|member_number|insurer',
    })
    expect(members[1]).toMatchObject({ class: 'not_on_list', categories: null })
  })

  it('a losing candidate is kept as the proof', async () => {
    const { verdicts, report, dir } = await match(register, [
      upper(zoe, { first: 'HECTOR', birth: '20180404' }),
    ])
    expect(verdicts[0]).toMatchObject({
      verdict: 'not_ours',
      member_row: null,
      weight: null,
      reason: 'weak_candidate',
    })
    expect(verdicts[0]!['runner_up_weight']).not.toBeNull()
    const explained = await explainRow(join(dir, 'out'), 1)
    expect(explained.candidates[0]!.contradiction).toBe('contradicted_first_name')
    const sum = explained.candidates[0]!.evidence.reduce((total, e) => total + e.weight, 0)
    expect(sum).toBeCloseTo(explained.candidates[0]!.weight, 1)
    expect(report.weights).toBe(explained.thresholds.version)
    await expect(explainRow(join(dir, 'out'), 2)).rejects.toThrow('match.noSuchRow')
  })

  it('rows of a known other insurer are out of scope; an unknown number stays in', async () => {
    const others = Array.from({ length: 25 }, () => upper(anne, { amc: '77' }))
    const { verdicts } = await match(register, [
      ...others,
      upper(anne, { amc: '12345' }),
      upper(anne, { amc: '' }),
    ])
    expect(verdicts[0]).toMatchObject({ verdict: 'not_ours', reason: 'other_insurer' })
    expect(verdicts.slice(25).map((v) => v['verdict'])).toEqual(['matched', 'matched'])
  })
})

describe('conservation', () => {
  it('a quarantined record keeps its row number and is unreadable', async () => {
    const { verdicts, report, dir } = await match(
      [anne],
      ['99,"broken', upper(anne), '1,2', ',,,,,,', ',,"2,85034E+14",,,,'],
    )
    expect(verdicts.map((v) => [v['exposed_row'], v['verdict'], v['reason']])).toEqual([
      [1, 'unreadable', 'unterminated_quote'],
      [2, 'matched', 'national_id_birth_date_rank_first_name'],
      [3, 'unreadable', 'wrong_column_count'],
      [4, 'unreadable', 'no_identity'],
      [5, 'unreadable', 'national_id_lost'],
    ])
    expect(report.exposed.accounting).toMatchObject({ lines: 6, records: 3, quarantined: 2 })
    const quarantine = await readFile(join(dir, 'out', 'quarantine.csv'), 'utf8')
    expect(quarantine).toContain(Buffer.from('99,"broken').toString('base64'))
  })

  it('leaves no work database, no identifier in the results, and the register without it', async () => {
    const { dir } = await match([anne, luc], [upper(anne)], { format: 'csv' }).catch(async () => ({
      dir: join(root, String(runs)),
    }))
    expect(await readdir(join(dir, 'work'))).toEqual(['register.parquet', 'seen.parquet'])
    for (const name of await readdir(join(dir, 'out'))) {
      expect(await readFile(join(dir, 'out', name), 'latin1')).not.toContain(ANNE.slice(0, 13))
    }
    expect(await readFile(join(dir, 'work', 'register.parquet'), 'latin1')).not.toContain(ANNE.slice(0, 13))
  })

  it('refuses to replace results, leaves nothing half-written, keeps what was there', async () => {
    const { input, dir } = await match([anne], [upper(anne)])
    await expect(runMatch(input)).rejects.toThrow('match.outputsExist')
    const before = await readFile(join(dir, 'out', 'report.json'), 'utf8')
    await writeFile(input.exposed, '%PDF-1.4')
    await expect(runMatch({ ...input, force: true })).rejects.toThrow('read.wrongType')
    expect(await readFile(join(dir, 'out', 'report.json'), 'utf8')).toBe(before)
    expect((await readdir(join(dir, 'out'))).filter((name) => name.startsWith('.'))).toEqual([])
    await expect(access(join(dir, 'work', 'work.duckdb'))).rejects.toThrow()
  })

  it('stops when asked, leaving nothing', async () => {
    const controller = new AbortController()
    const { input, dir } = await match([anne], [upper(anne)])
    const stopped = runMatch({
      ...input,
      outDir: join(dir, 'other'),
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    await expect(stopped).rejects.toThrow(/abort/i)
    expect(await readdir(join(dir, 'other'))).toEqual([])
  })

  it('says in words that the memory it is given does not do, leaving nothing', async () => {
    const { input, dir } = await match([anne], [upper(anne)])
    const starved = runMatch({ ...input, outDir: join(dir, 'starved'), memoryLimit: '1MB' })
    await expect(starved).rejects.toMatchObject({ code: 'match.notEnoughMemory' })
    expect(await readdir(join(dir, 'starved'))).toEqual([])
  })

  it('refuses an insurer number that no member bears: the whole list would be set aside', async () => {
    const unknown = match([anne], [upper(anne)], { ownInsurer: '0098' })
    await expect(unknown).rejects.toMatchObject({ code: 'match.insurerUnknown' })
  })

  it('leaves results that only their owner can read', async () => {
    const { dir } = await match([anne], [upper(anne)])
    for (const name of await readdir(join(dir, 'out')))
      expect((await stat(join(dir, 'out', name))).mode & 0o777, name).toBe(0o600)
  })
})
