import { describe, expect, it } from 'vitest'
import { checkEmail, checkPostal, isBlank, type RawAddress } from './check-contact.ts'

describe('an e-mail address', () => {
  it.each([
    'y.kerbrat@courriel.example',
    ' A.B+c@sous.domaine.example ',
    "l.o'neill@courriel.example",
    'x@xn--bcher-kva.example',
  ])('is trusted: %s', (raw) => expect(checkEmail(raw)).toBe(raw.trim()))
  it.each([
    null,
    '',
    'sans arobase',
    'a@b@courriel.example',
    '.a@courriel.example',
    'a..b@courriel.example',
    'a@courriel',
    'a@-courriel.example',
    'a@courriel.example\r\nBcc: x@y.example',
    'é@courriel.example',
    '"a b"@courriel.example',
    'inconnu@courriel.example',
    `${'a'.repeat(65)}@courriel.example`,
    'a@courriel.e',
    'jean@xn--a.example',
    'a,b@courriel.example',
    'a@courriel.example;b@courriel.example',
  ])('is not trusted: %s', (raw) => expect(checkEmail(raw)).toBeNull())
})

const raw = { lines: ['Bât. B', '4 rue du Gué'], postcode: '37210', city: 'Rives-sur-Loire', country: null }

const checkAt = (address: RawAddress) => checkPostal(address, 'Yann Kerbrat')

describe('a postal address', () => {
  it('keeps its lines, without empty ones', () => {
    expect(checkAt({ ...raw, lines: ['', ...raw.lines, '  '] })).toEqual({ ...raw, country: 'FRANCE' })
  })
  it('may be abroad, with any postcode or none', () => {
    expect(checkAt({ ...raw, postcode: '1000', country: 'Belgique' })).toMatchObject({
      postcode: '1000',
      country: 'BELGIQUE',
    })
  })
  it.each([
    ['no line', { lines: [] }],
    ['no town', { city: '' }],
    ['a town of digits', { city: '123' }],
    ['no postcode', { postcode: null }],
    ['a wrong postcode', { postcode: '9921' + 'A' }],
    ['a postcode that lost its zero', { postcode: '1000' }],
    ['zeros', { postcode: '00000' }],
    ['a returned letter', { lines: ['NPAI'] }],
    ['an unknown town', { city: 'INCONNUE' }],
    ['question marks', { lines: ['???'] }],
  ])('is not usable: %s', (_why, given) => expect(checkAt({ ...raw, ...given })).toBeNull())
  it('holds no control character', () => {
    expect(checkAt({ ...raw, lines: ['4 rue\r\ndu Gué'] })?.lines).toEqual(['4 rue du Gué'])
  })
  it('is blank when nothing was given', () => {
    expect(isBlank({ lines: [' '], postcode: '', city: null, country: 'FRANCE' })).toBe(true)
    expect(isBlank({ ...raw, lines: [] })).toBe(false)
  })
})
