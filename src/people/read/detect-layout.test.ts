import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../platform/refusal.ts'
import type { ColumnMapping } from './column-mapping.ts'
import { parseColumnMapping } from './columns-file.ts'
import { detectLayout, inspectFile, refuseSameFile, refuseSwappedLists } from './index.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-layout-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function file(bytes: Buffer | string, name = 'list.csv') {
  const path = join(root, name)
  await writeFile(path, bytes)
  return path
}

const look = async (bytes: Buffer | string) => detectLayout(await file(bytes), 'exposed', {}, 'list.csv')

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  return work.then(
    () => Promise.reject(new Error('not refused')),
    (error: Refusal) => error,
  )
}

const registerHeader =
  'id_adherent;numero_adherent;nir;nom_naissance;nom_usage;prenoms;sexe;date_naissance;rang;contrat;amc;email;adresse1;adresse2;adresse3;adresse4;code_postal;ville;pays;mineur;id_assure;decede;tuteur_nom;tuteur_adresse;tuteur_code_postal;tuteur_ville;adresse_protegee;outre_mer;entreprise'
const exposedHeader =
  'NUM_AMC,LIB_AMC,NUM_ADH,NUM_CONTRAT,NIR_OD,NOM_BENEF,PRENOM_BENEF,DATE_NAISS_BENEF,RANG_NAISS,CODE_GARANTIE'
const registerRow = `7;0012;1850338123045;Œuvrard;;Élodie;F;07/03/1985;1;C1;0099;e@mail.example;;;1 rue X;;38000;Lyon;FR;N;7;N;;;;;N;N;`
const exposedRow = '0099,X,0012,C1,185033812304522,OEUVRARD,ELODIE,19850307,1,G1'

describe('detectLayout', () => {
  it('recognises every column of both sample files', async () => {
    const register = await detectLayout(await file(`${registerHeader}\n${registerRow}\n`), 'register')
    expect(Object.keys(register.layout.columns)).toHaveLength(29)
    expect(register.layout).toMatchObject({ encoding: 'utf-8', separator: ';', dateFormat: 'dd/mm/yyyy' })
    const exposed = await look(`${exposedHeader}\n${exposedRow}\n`)
    expect(Object.keys(exposed.layout.columns)).toHaveLength(10)
    expect(exposed.layout).toMatchObject({ separator: ',', dateFormat: 'yyyymmdd', hasHeader: true })
  })

  it.each([
    ['utf-8', Buffer.from(`\ufeffnir;nom\n1850338123045;Œ\n`)],
    ['utf-16le', Buffer.from('nir;nom\n1850338123045;Œ\n', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffnir;nom\n1850338123045;Œ\n', 'utf16le').swap16()],
    ['windows-1252', Buffer.from('nir;nom\n1850338123045;\x8cUVRE\n1;D\x92\xc9t\xe9\n', 'latin1')],
    ['iso-8859-15', Buffer.from('nir;nom\n1850338123045;\xbcUVRE \xc9t\xe9\n', 'latin1')],
    ['utf-8', Buffer.concat([Buffer.from('nir;nom\n1;é\n2;è\n3;'), Buffer.of(0xe9), Buffer.from('\n')])],
  ])('finds %s', async (encoding, bytes) => {
    expect((await look(bytes)).layout.encoding).toBe(encoding)
  })

  it('finds a first accent far into a file that begins as ASCII', async () => {
    const rows = '1850338123045;DUPONT\n'.repeat(300_000)
    const bytes = Buffer.concat([
      Buffer.from(`nir;nom\n${rows}`),
      Buffer.from('1;\xc9T\xc9\n', 'latin1'),
      Buffer.from(rows),
    ])
    expect((await look(bytes)).layout.encoding).toBe('windows-1252')
  })

  it('falls back on what cells look like, and on files without a header', async () => {
    const found = await look('ref|quoi|quand\nA1|1850338123045|07/03/1985\nA2|2850338123045|25/12/1990\n')
    expect(found.layout.columns).toMatchObject({ national_id: 1, birth_date: 2 })
    const bare = await look('1850338123045;DUPONT;07/03/1985\n2850338123045;MARTIN;08/03/1985\n')
    expect(bare.layout).toMatchObject({ hasHeader: false, columns: { national_id: 0, birth_date: 2 } })
  })

  it.each([
    ['sep=;\nnir;nom\n1850338123045;DUPONT\n', ';', 2],
    ['"sep=^"\nref^num^nom\na^1850338123045^DUPONT\n', '^', 2],
    ['Extraction du 3 mars\n\nService;tiers payant\nNIR;Nom\n1850338123045;DUPONT\n', ';', 3],
    ['Liste "A\nNIR|Nom\n1850338123045|DUPONT\n', '|', 2],
  ])('finds the header under what stands above it: %j', async (text, separator, headerLines) => {
    const path = await file(text)
    const inspected = await inspectFile(path, 'exposed')
    expect(inspected.layout).toMatchObject({ separator, headerLines })
    expect(inspected.accounting).toMatchObject({ records: 1, quarantined: 0 })
    expect(inspected.layout.columns.national_id).toBeDefined()
  })

  it('finds the line that has the columns said, and takes a first record for no title', async () => {
    const mapping: ColumnMapping = { exposed: { national_id: { column: 'x' }, surname: { column: 'y' } } }
    const said = await detectLayout(await file('Titre\ny;x\nA;1\n'), 'exposed', mapping)
    expect(said.layout).toMatchObject({ headerLines: 2, columns: { national_id: 1, surname: 0 } })
    const bare = await look(`${'1850338123045;DUPONT;07/03/1985\n'.repeat(9)}nom;prenom;nir\n`)
    expect(bare.layout).toMatchObject({ hasHeader: false, headerLines: 0 })
  })

  it('reads files that end their lines with a lone carriage return', async () => {
    const path = await file('nir;nom\r1850338123045;DUPONT\r2850338123045;MARTIN')
    const inspected = await inspectFile(path, 'exposed')
    expect(inspected.accounting).toMatchObject({ lines: 3, records: 2, quarantined: 0 })
  })

  it.each([
    ['read.wrongType', Buffer.from('%PDF-1.7 …')],
    ['read.damagedWorkbook', Buffer.from('PK\x03\x04....[Content_Types].xml')],
    ['read.wrongType', Buffer.from('\x89PNG\r\n', 'latin1')],
    ['read.damagedParquet', Buffer.from('PAR1....')],
    ['read.wrongType', Buffer.from('\xd0\xcf\x11\xe0....', 'latin1')],
    ['read.wrongType', Buffer.from('<!DOCTYPE html><p>')],
    ['read.wrongType', Buffer.from('{"a": 1}')],
    ['read.wrongType', Buffer.alloc(5000, 1)],
    ['read.emptyFile', Buffer.alloc(0)],
    ['read.emptyFile', Buffer.from('\n\n \n')],
    ['read.noRecord', Buffer.from('nir;nom\n')],
    ['read.missingColumns', Buffer.from('couleur;taille\nbleu;3\n')],
    ['read.headerTooLong', Buffer.alloc(3_000_000, 120)],
  ])('refuses with %s, in French and English', async (code, bytes) => {
    const refused = await refusal(look(bytes))
    expect(refused.code).toBe(code)
    for (const text of [refused.text('fr'), refused.text('en')]) expect(text).toContain('list.csv')
  })

  it('refuses a missing file, the same file twice and swapped lists', async () => {
    expect((await refusal(detectLayout(join(root, 'none.csv'), 'register'))).code).toBe('read.fileMissing')
    const register = { path: await file(`${registerHeader}\n${registerRow}\n`, 'r.csv'), name: 'r.csv' }
    const copy = { path: await file(`${registerHeader}\n${registerRow}\n`, 'c.csv'), name: 'c.csv' }
    expect((await refusal(refuseSameFile(register, copy))).code).toBe('read.sameFile')
    const exposed = { path: await file(`${exposedHeader}\n${exposedRow}\n`, 'e.csv'), name: 'e.csv' }
    const laid = async (list: { path: string; name: string }) => ({
      ...list,
      layout: (await detectLayout(list.path, 'register')).layout,
    })
    const [r, e] = [await laid(register), await laid(exposed)]
    expect(() => refuseSwappedLists(e, r)).toThrow('swapped')
    expect(() => refuseSwappedLists(r, e)).not.toThrow()
  })

  it('shows a masked preview and the field of each column', async () => {
    const inspected = await inspectFile(await file(`${exposedHeader}\n${exposedRow}\n`), 'exposed')
    expect(inspected.fieldOfColumn[4]).toBe('national_id')
    expect(JSON.stringify(inspected.preview)).not.toContain('33812')
    expect(inspected.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a columns file', () => {
  it('says which column holds which field, and how dates are written', async () => {
    const mapping = parseColumnMapping(
      '{"exposed": {"national_id": {"column": "x"}, "birth_date": {"column": "y", "format": "mm/dd/yyyy"}}, "national_id_kind": "opaque"}',
      'c.json',
    )
    const { layout } = await detectLayout(await file('x,y\nA,01/02/1990\n'), 'exposed', mapping)
    expect(layout).toMatchObject({
      columns: { national_id: 0, birth_date: 1 },
      dateFormat: 'mm/dd/yyyy',
      nationalIdKind: 'opaque',
    })
  })

  it.each([
    ['{', 'JSON', 'no valid JSON'],
    ['{"register": {"nope": {"column": "x"}}}', 'register', 'unknown key: nope'],
    ['{"exposed": {"rank": {}}}', 'exposed.rank.column', '“column” is missing'],
    [
      '{"exposed": {"birth_date": {"column": "x", "format": "dmy"}}}',
      'exposed.birth_date.format',
      'values allowed: yyyymmdd, ',
    ],
    ['{"exposed": {"separator": "ab"}}', 'exposed.separator', 'one character'],
    ['{"national_id_kind": "ssn"}', 'national_id_kind', 'values allowed: nir, opaque'],
    ['{"other": 1}', 'JSON', 'unknown key: other'],
    ['[]', 'JSON', 'not the expected form'],
  ])('refuses %s, saying where and what', (text, where, said) => {
    const parse = () => parseColumnMapping(text, 'c.json')
    expect(parse).toThrow(`read.badColumnsFile: “c.json” (${where})`)
    expect(parse).toThrow(said)
  })

  it('refuses a column that the file does not have', async () => {
    const mapping = parseColumnMapping('{"exposed": {"national_id": {"column": "zzz"}}}', 'c.json')
    const refused = await refusal(detectLayout(await file('x,y\nA,1\n'), 'exposed', mapping, 'list.csv'))
    expect(refused.code).toBe('read.unknownColumn')
  })
})
