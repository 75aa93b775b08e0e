import { expect, test } from 'vitest'
import { words } from '../../law/index.ts'
import type { Board } from '../model.ts'
import { BoardRemarks } from './board-remarks.tsx'
import type { BoardView } from './board-view.ts'

const shown = (board: Partial<Board>) => {
  const view = {
    board: { organisation: { key: 'nous', name: 'Nous', own: true }, ...board },
    locale: 'fr',
    path: (path: string) => `/incidents/essai/${path}`,
  } as unknown as BoardView
  return String(<BoardRemarks view={view} />)
}

test('a value that no clock can read is named, with where to mend it', () => {
  const html = shown({ unusable: [{ fact: 'zone', organisation: 'nous' }] })
  expect(html).toContain('Dans quel fuseau est l’établissement')
  expect(html).toContain('/incidents/essai/facts/law.zone/edit')
  expect(shown({ unusable: [{ fact: 'zone', organisation: 'tiersoin' }] })).toContain(
    'law.zone.tiersoin/edit',
  )
})

test('what was deduced is said to be, with what it was deduced from', () => {
  const html = shown({
    derived: { malicious: words('la nature de la violation', 'the nature of the breach') },
  })
  expect(html).toMatch(/L’acte est-il malveillant.*la nature de la violation/)
  expect(shown({})).toBe('')
})

test('of more neighbours than a page holds, the lines shown are counted and the next ones linked', () => {
  const html = shown({ neighbours: { total: 120, offset: 50, most: 50 } })
  expect(html).toContain('51 à 100 sur 120')
  expect(html).toContain('/incidents/essai/clocks?neighbours=100')
  expect(shown({ neighbours: { total: 50, offset: 0, most: 50 } })).toBe('')
})
