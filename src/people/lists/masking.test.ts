import { expect, it } from 'vitest'
import { looksLikeNir, maskEmail } from './masking.ts'

it.each([
  ['y.kerbrat@messagerie.example', 'y…t@messagerie.example'],
  ['ab@messagerie.example', 'a…@messagerie.example'],
  ['@messagerie.example', '…'],
])('masks %s', (email, masked) => expect(maskEmail(email)).toBe(masked))

it.each(['2 84 03 99 351 042', '284039935104278', '1 55 08 2A 004 123 45', 'mon numéro 2840399351042'])(
  'sees a NIR in %s',
  (text) => expect(looksLikeNir(text)).toBe(true),
)
it.each(['0417366', 'Kerbrat Maëlle', '12345', '28403993510421234'])('sees none in %s', (text) =>
  expect(looksLikeNir(text)).toBe(false),
)
