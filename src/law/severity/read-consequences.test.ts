import { expect, test } from 'vitest'
import { readConsequences } from './read-consequences.ts'

test.each([
  ['surgery postponed', 'care'],
  ['patients could not be treated', 'care'],
  ['no treatment possible', 'careWhereHealth'],
  ['traitement des commandes retardé', 'careWhereHealth'],
  ['atteinte à la vie privée', 'worry'],
  ['identity theft', 'harm'],
  ['identity theft not excluded', 'feared'],
  ['possible fraud', 'feared'],
  ['financial loss for the company', 'measures'],
  ['recipients asked to delete', 'measures'],
  ['retards de livraison', 'nuisance'],
  ['salaires impayés', 'worry'],
  ['zorglub', 'unrecognised'],
])('%s', (said, sort) => {
  expect(readConsequences([said])).toMatchObject({ [sort]: [said] })
})

test('a denied effect counts for nothing', () => {
  const none = [
    'no delay in payments',
    'aucune conséquence',
    'pas de retard',
    'fraud: none detected',
    'néant',
  ]
  expect(Object.values(readConsequences(none)).flat()).toEqual([])
})
