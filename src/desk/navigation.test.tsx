import { expect, test } from 'vitest'
import { Navigation, openTo } from './navigation.tsx'

const words = (roles: readonly string[]) => openTo(roles).map(([name]) => name)

test('an entry that would only refuse is not shown', () => {
  expect(words(['lead'])).toContain('outbox')
  expect(words(['call_agent'])).toEqual(expect.arrayContaining(['home', 'people', 'sending', 'journal']))
  expect(words(['call_agent'])).not.toContain('outbox')
  expect(words(['call_agent'])).not.toContain('review')
  expect(words(['reviewer'])).toContain('review')
  expect(words(['communication'])).not.toContain('people')
  expect(words(['communication', 'reviewer'])).toContain('people')
  expect(words([])).not.toContain('people')
})

test('the page in hand is marked, whatever the role', () => {
  const html = String(<Navigation reference="tiersoin" current="people" roles={['auditor']} locale="fr" />)
  expect(html).toContain('href="/incidents/tiersoin/people" aria-current="page"')
})
