import { expect, it } from 'vitest'
import { deadContact, isMailAddress } from './addresses.ts'

it.each([
  '04 00 00 00 12',
  '0 800 123 456 (appel gratuit)',
  'Tél. 09.69.32.00.00',
  '+33 1 47 11 70 20',
  '36 39',
])('takes %j for a telephone number', (phone) => {
  expect(deadContact('phone', [phone, 'du lundi au samedi'], 'fr')).toBeUndefined()
})

it.each(['', 'bientôt', '04 00 00', '00 00 00 00 00', 'XX XX XX XX XX'])(
  'takes %j for a number that leads nowhere',
  (phone) => {
    expect(deadContact('phone', [phone], 'fr')).toMatch(/téléphone/)
  },
)

it.each([
  [['Mutuelle des Aubiers', '4 rue des Tilleuls', '38000 Grenoble'], true],
  [['DPO, BP 31071, 97482 Saint-Denis Cedex'], true],
  [['Aubiers Ltd', '1 Some Street', 'London SW1A 1AA'], true],
  [['Grenoble'], false],
  [['Mutuelle des Aubiers', 'Grenoble'], false],
] as const)('judges the postal address %j', (lines, alive) => {
  expect(deadContact('postal', lines, 'fr') === undefined).toBe(alive)
})

it.each([
  ['dpo@aubiers.example', true],
  ['prénom.nom@mutuelle-été.fr', true],
  ['dpo@aubiers', false],
  ['dpo@.fr', false],
  ['dpo@@aubiers.fr', false],
  ['[email]', false],
] as const)('judges the mail address %j', (address, alive) => {
  expect(isMailAddress(address)).toBe(alive)
})
