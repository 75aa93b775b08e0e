import { expect, test } from 'vitest'
import { classifyData, DATA_KINDS } from './classify-data.ts'

const codes = (...words: string[]) => classifyData(words).codes

test('the codes of the exposures are recognised as they are', () => {
  const ours =
    'surname first_names birth_date birth_rank nir insurer_name contract_number member_number cover email phone postal_address bank_details medical_data reimbursements'
  for (const code of ours.split(' ')) expect(codes(code)).toEqual([code])
  expect(codes('password')).toEqual(['credentials'])
  for (const code of DATA_KINDS.keys()) expect(codes(code)).toEqual([code])
})

test('plain words in both languages, whatever their accents, capitals or number', () => {
  expect(codes('Numéros de sécurité sociale')).toEqual(['nir'])
  expect(codes('social security number', 'SSNs', 'numero de secu')).toEqual(['nir'])
  expect(codes('identity/contact of clients and employees')).toEqual(['identity', 'contact'])
  expect(codes('fiscal code', 'numéro fiscal')).toEqual(['tax_number'])
  expect(codes('bank account access')).toEqual(['bank_access'])
  expect(codes('nom, prénoms, date et lieu de naissance')).toEqual(['surname', 'first_names', 'birth_place'])
  expect(codes('carte nationale d’identité', 'passeports')).toEqual(['id_document', 'passport'])
})

test('words that hide in others are not taken for them', () => {
  expect(codes('adresse e-mail')).toEqual(['email'])
  expect(codes('données des salariés')).not.toContain('salary')
  expect(codes('salaries of employees')).toEqual(['salary'])
  expect(codes('name, sex')).toEqual(['surname', 'gender'])
  expect(codes('sexual orientation')).toEqual(['sexual'])
  expect(codes('health insurer')).toEqual(['insurer_name'])
  expect(codes('number of children')).toEqual(['family'])
})

test('hashed passwords are one thing, however said; passwords in clear are another', () => {
  for (const said of [
    'hashed passwords with salt',
    'passwords (hashed and salted)',
    'mots de passe hachés et salés',
    'credentials: hashed, salted passwords',
  ])
    expect(classifyData([said])).toMatchObject({ codes: ['hashed_password'], salted: true })
  expect(classifyData(['hashed passwords'])).toMatchObject({ codes: ['hashed_password'], salted: false })
  expect(codes('unsalted hashed passwords')).toEqual(['credentials'])
  expect(codes('MD5 password hashes')).toEqual(['credentials'])
  expect(codes('passwords, not hashed')).toEqual(['credentials'])
  expect(codes('mots de passe non chiffrés')).toEqual(['credentials'])
})

test('a denied category is set apart, to the end of its list', () => {
  const said = classifyData(['name and address, no health, bank or financial data'])
  expect(said.codes).toEqual(['surname', 'postal_address'])
  expect(said.excluded).toEqual(['health', 'bank_details', 'income'])
  expect(classifyData(['aucune donnée bancaire', 'e-mail'])).toMatchObject({
    codes: ['email'],
    excluded: ['bank_details'],
  })
  expect(classifyData(['no bank data but health data'])).toMatchObject({
    codes: ['health'],
    excluded: ['bank_details'],
  })
  expect(classifyData(['bank data not affected', 'IBAN']).codes).toEqual(['bank_details'])
  expect(codes('bank account no', 'passport no. and name')).toEqual(['bank_details', 'passport', 'surname'])
})

test.each([
  ['bank data cannot be excluded', ['bank_details'], []],
  ['health data not confirmed', ['health'], []],
  ['passwords not changed since', ['credentials'], []],
  ['données bancaires non exposées', [], ['bank_details']],
  ['names without health data', ['surname'], ['health']],
  ['health data: none', [], ['health']],
  ['no data other than names', ['surname'], []],
  ['not only names but also IBANs', ['surname', 'bank_details'], []],
  ['non-EU passports', ['passport'], []],
  ['no health or bank data, name and address', ['surname', 'postal_address'], ['health', 'bank_details']],
  ['ni données bancaires ni données de santé', [], ['bank_details', 'health']],
  ['no longer valid credit cards', ['credit_card'], []],
])('what is doubted stays, what is plainly denied goes: %s', (said, found, denied) => {
  expect(classifyData([said])).toMatchObject({ codes: found, excluded: denied })
})

test('what is not understood is said, never dropped', () => {
  expect(classifyData(['zorglub', 'nom et kompromat'])).toMatchObject({
    codes: ['surname'],
    unrecognised: ['zorglub', 'kompromat'],
  })
  expect(classifyData(['customer data'])).toMatchObject({ codes: [], unspecified: ['customer data'] })
})
