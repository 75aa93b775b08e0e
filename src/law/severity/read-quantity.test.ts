import { expect, test } from 'vitest'
import { readCount, readDuration } from './read-quantity.ts'
import { readRiskFacts } from './risk-facts.ts'

const more = Number.POSITIVE_INFINITY

test.each([
  [213, 213, 213],
  ['213 forms', 213, 213],
  ['100,000', 100_000, 100_000],
  ['1 200 utilisateurs', 1200, 1200],
  ['plus de 100 000 clients', 100_000, more],
  ['about 100,000 (of which 2,000 entered)', 90_000, 110_000],
  ['60k', 60_000, 60_000],
  ['33 millions', 33_000_000, 33_000_000],
  ['1,5 million', 1_500_000, 1_500_000],
  ['a few dozen', 24, 72],
  ['quelques dizaines', 20, 60],
  ['several thousand', 2000, 9000],
  ['thousands', 2000, more],
  ['tens of thousands', 20_000, more],
  ['two dozen', 24, 24],
  ['fifteen participants', 15, 15],
  ['une seule personne', 1, 1],
  ['a single customer', 1, 1],
  ['une personne', 1, 1],
  ['cent vingt', 120, 120],
  ['one hundred and fifty', 150, 150],
  ['quatre-vingt-dix', 90, 90],
  ['sixty thousand', 60_000, 60_000],
  ['two hundred thousand', 200_000, 200_000],
  ['entre 20 et 30', 20, 30],
  ['20-30', 20, 30],
  ['fewer than 50', 1, 50],
])('people: %s', (said, min, max) => {
  expect(readCount(said)).toEqual({ range: { min, max }, unread: null })
})

test.each([
  [4, 4, 4],
  ['a few hours', 2, 20],
  ['within hours', 2, 23],
  ['2 working days', 48, 48],
  ['cinq jours ouvrés', 120, 120],
  ['48h', 48, 48],
  ['3-4 hours', 3, 4],
  ['une semaine', 168, 168],
  ['moins d’une journée', 24, 24],
  ['same day', 1, 24],
  ['not restored', more, more],
  ['jamais', more, more],
])('hours: %s', (said, min, max) => {
  expect(readDuration(said)).toEqual({ range: { min, max }, unread: null })
})

test('what qualifies a number can only raise it', () => {
  const persons = (said: number | null, qualifier: string) =>
    readRiskFacts({ persons: said, persons_qualifier: qualifier }).persons.range
  expect(persons(100_000, 'more than')).toEqual({ min: 100_000, max: more })
  expect(persons(15, 'dont deux avec une préférence')).toEqual({ min: 15, max: 15 })
  expect(persons(null, 'more than 60,000 job seekers')).toEqual({ min: 60_000, max: more })
})

test('what says no quantity is reported; what says “unknown” is unknown', () => {
  expect(readCount('beaucoup trop')).toEqual({ range: null, unread: 'beaucoup trop' })
  expect(readDuration('after the holidays')).toEqual({ range: null, unread: 'after the holidays' })
  expect(readCount('unknown')).toEqual({ range: null, unread: null })
  expect(readCount(null)).toEqual({ range: null, unread: null })
  expect(readCount(Number.NaN).range).toBeNull()
})
