import { expect, test } from 'vitest'
import { Navigation, openTo, SectionNavigation } from './navigation.tsx'

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

test('the pages of the sending are a line of their own; that of a campaign keeps to it', () => {
  const place = { reference: 'tiersoin', current: 'sending', roles: ['dpo'], locale: 'fr' } as const
  const html = String(
    <SectionNavigation {...place} path="/incidents/tiersoin/sending/release" campaign="tiersoin-C2" />,
  )
  expect(html).toContain(
    'href="/incidents/tiersoin/sending/release?campaign=tiersoin-C2" aria-current="page"',
  )
  expect(html).toContain('href="/incidents/tiersoin/communications"')
  expect(html.match(/aria-current/g)).toHaveLength(1)
  expect(String(<SectionNavigation {...place} current="facts" path="/incidents/tiersoin/facts" />)).toBe('')
})
