import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PostalInput, postalBlock } from './index.ts'

const home: PostalInput = {
  recipient: 'Élodie Carpentier-Vasseur',
  address_1: 'Appartement 12, 3e étage',
  address_3: '14 bis, rue de l’Église',
  postcode: '38000',
  city: 'Saint-Égrève',
}
const lines = (change: Partial<PostalInput> = {}) => {
  const block = postalBlock({ ...home, ...change })
  return block.ok ? block.lines : block
}

describe('a French address block', () => {
  it('puts the last lines in capitals without punctuation, and leaves the name alone', () => {
    expect(lines()).toEqual([
      'Élodie Carpentier-Vasseur',
      'Appartement 12, 3e étage',
      '14 BIS RUE DE L EGLISE',
      '38000 SAINT EGREVE',
    ])
  })

  it('keeps CEDEX, hamlets, boxes and overseas postcodes', () => {
    expect(
      lines({ address_4: 'BP 31071', postcode: '97482', city: 'Saint-Denis Cedex', country: 'La Réunion' }),
    ).toEqual([
      'Élodie Carpentier-Vasseur',
      'Appartement 12, 3e étage',
      '14 BIS RUE DE L EGLISE',
      'BP 31071',
      '97482 SAINT DENIS CEDEX',
    ])
    expect(lines({ address_1: '', address_3: '', address_4: 'Lieu-dit Les Granges' })).toContain(
      'LIEU DIT LES GRANGES',
    )
    expect(lines({ postcode: '98800', city: 'Nouméa', country: 'NC' })).toContain('98800 NOUMEA')
    expect(lines({ postcode: '00100', city: 'Armées' })).toContain('00100 ARMEES')
  })

  it('sets the last two lines in capitals when the register packs its lines upwards', () => {
    expect(lines({ address_1: '12, rue de l’Église', address_2: 'BP 40', address_3: '' })).toEqual([
      'Élodie Carpentier-Vasseur',
      '12 RUE DE L EGLISE',
      'BP 40',
      '38000 SAINT EGREVE',
    ])
  })

  it('writes a seventh line, the country, abroad', () => {
    expect(
      lines({ address_1: '', address_3: '5 Rue du Lac', postcode: '1003', city: 'Lausanne', country: 'CH' }),
    ).toEqual(['Élodie Carpentier-Vasseur', '5 Rue du Lac', '1003 LAUSANNE', 'SUISSE'])
    expect(lines({ postcode: 'AB1 2CD', city: 'Leeds', country: 'Royaume-Uni' })).toContain('LEEDS AB1 2CD')
  })

  it('knows the edges of home mail: Monaco, Corsica, the armed forces, every territory overseas', () => {
    const last = (postcode: string, city: string, country = '') => {
      const block = lines({ postcode, city, country })
      return Array.isArray(block) ? block.at(-1) : block
    }
    expect(last('98000', 'Monaco', 'MC')).toBe('98000 MONACO')
    expect(last('20137', 'Porto-Vecchio')).toBe('20137 PORTO VECCHIO')
    expect(last('00202', 'Armées')).toBe('00202 ARMEES')
    expect(last('97133', 'Saint-Barthélemy', 'BL')).toBe('97133 SAINT BARTHELEMY')
    expect(last('98714', 'Papeete', 'Polynésie française')).toBe('98714 PAPEETE')
    expect(last('75007', '75007 Paris')).toBe('75007 PARIS')
    expect(last('AD500', 'Andorra la Vella', 'AND')).toBe('ANDORRE')
    expect(last('4000', 'Liège', 'BEL')).toBe('BELGIQUE')
  })

  it('reads every kind of apostrophe and hyphen, and drops what cannot be seen', () => {
    expect(lines({ recipient: 'Aoife O\u02bcBrien\u2011Lef\u00adebvre\u200b' })).toContain(
      'Aoife O’Brien-Lefebvre',
    )
    expect(lines({ address_1: 'Chez M. N`Diaye', address_3: '3, rue de l´Œuvre' })).toEqual([
      'Élodie Carpentier-Vasseur',
      'Chez M. N’Diaye',
      '3 RUE DE L OEUVRE',
      '38000 SAINT EGREVE',
    ])
  })

  it('sets street and hamlet in capitals when three lines are packed upwards', () => {
    expect(
      lines({ address_1: 'Appartement 3', address_2: '12, rue Haute', address_3: 'Lieu-dit Les Granges' }),
    ).toEqual([
      'Élodie Carpentier-Vasseur',
      'Appartement 3',
      '12 RUE HAUTE',
      'LIEU DIT LES GRANGES',
      '38000 SAINT EGREVE',
    ])
  })

  it('abbreviates only what is too long', () => {
    expect(lines({ address_3: '3 avenue Foch' })).toContain('3 AVENUE FOCH')
    expect(lines({ address_3: '128 boulevard du Maréchal de Lattre de Tassigny' })).toContain(
      '128 BD DU MAL DE LATTRE DE TASSIGNY',
    )
    expect(lines({ address_3: '128 chemin des Grandes Tanneries Abandonnées' })).toEqual({
      ok: false,
      reason: 'line_too_long',
      field: 'address_3',
    })
    expect(lines({ address_3: '128 boulevard du Président Jean Moulin Bas' })).toContain(
      '128 BD DU PRESIDENT JEAN MOULIN BAS',
    )
  })

  it('continues a long name on a free line, and refuses one that cannot stand', () => {
    const name = 'Marie-Anastasie Philippine de Saint-Hippolyte Montferrand'
    expect(lines({ recipient: name })).toEqual([
      'Marie-Anastasie Philippine de',
      'Saint-Hippolyte Montferrand',
      'Appartement 12, 3e étage',
      '14 BIS RUE DE L EGLISE',
      '38000 SAINT EGREVE',
    ])
    expect(lines({ recipient: 'x'.repeat(39) })).toMatchObject({
      reason: 'line_too_long',
      field: 'recipient',
    })
  })

  it.each([
    [{ recipient: ' ' }, 'no_name', 'recipient'],
    [{ address_1: '', address_3: '' }, 'no_delivery_line', 'address_3'],
    [{ postcode: '' }, 'no_postcode', 'postcode'],
    [{ postcode: '1000' }, 'bad_postcode', 'postcode'],
    [{ postcode: '96000' }, 'bad_postcode', 'postcode'],
    [{ city: '' }, 'no_city', 'city'],
    [{ address_3: 'SDF' }, 'not_an_address', 'address_3'],
    [{ address_3: 'Sans domicile fixe (SDF)' }, 'not_an_address', 'address_3'],
    [{ address_3: 'N’habite pas à l’adresse indiquée' }, 'not_an_address', 'address_3'],
    [{ address_1: '', address_3: '12' }, 'no_delivery_line', 'address_3'],
    [{ postcode: '98100' }, 'bad_postcode', 'postcode'],
    [{ postcode: '2A004' }, 'bad_postcode', 'postcode'],
    [{ country: 'ZZ' }, 'unknown_country', 'country'],
    [{ country: '99109' }, 'unknown_country', 'country'],
    [{ recipient: 'Иван' }, 'unprintable_characters', 'recipient'],
  ])('refuses %j: %s', (change, reason, field) => {
    expect(lines(change)).toEqual({ ok: false, reason, field })
  })
})

it('never gives a block outside the rules, and never loses a word of the name', () => {
  const text = fc.string({ unit: fc.constantFrom(..."abcéèœÿ ABC-’'.,/0123 "), maxLength: 60 })
  const input = fc.record({
    recipient: text,
    address_1: text,
    address_2: text,
    address_3: text,
    address_4: text,
    postcode: fc.constantFrom('75001', '97400', '2A004', '20000', ''),
    city: text,
    country: fc.constantFrom('', 'FR', 'BE', 'Suisse'),
  })
  fc.assert(
    fc.property(input, (address) => {
      const block = postalBlock(address)
      if (!block.ok) return
      const abroad = address.country === 'BE' || address.country === 'Suisse'
      expect(block.lines.length).toBeLessThanOrEqual(abroad ? 7 : 6)
      for (const line of block.lines) {
        expect(line.length).toBeLessThanOrEqual(38)
        expect(line).toMatch(/\S/)
      }
      if (!abroad) expect(block.lines.at(-1)).toMatch(/^[A-Z0-9/ ]+$/)
      const letters = (line: string) => line.replace(/[^\p{L}\p{N}]/gu, '')
      expect(letters(block.lines.join(''))).toContain(letters(address.recipient.normalize('NFC')))
    }),
    { numRuns: 2000 },
  )
})
