import { expect, test } from 'vitest'
import { assess } from '../assess/assess.ts'
import { validateCase } from '../cases/validate-case.ts'

function clause(given: object, facts: { host?: object; firm?: object } = {}) {
  const caseFile = validateCase({
    facts: { personal_data: true },
    organisations: [
      { key: 'host', role: 'processor', facts: facts.host ?? {} },
      { key: 'firm', role: 'controller', facts: facts.firm ?? {} },
    ],
    links: [{ supplier: 'host', client: 'firm' }],
    contracts: [{ id: 'c', article: 'art. 9', ...given }],
  })
  const [one, ...others] = assess(caseFile).conclusions.filter(({ id }) => id.startsWith('contract_'))
  expect(others).toEqual([])
  const { id, snapshot, clock, done } = one!
  const due = clock.kind === 'computed' ? clock.clock.dueAt.toString({ timeZoneName: 'never' }) : clock.kind
  return { id, due, done: done?.at ?? null, title: snapshot.rule.title.fr }
}
const aware = { aware_at: '2026-06-05T09:00:00+02:00' }

test('a supplier has the hours of the agreement to tell its client, and has done so when it told its clients', () => {
  const down = { from: 'host', to: 'firm', hours: 24 }
  const title = 'Avertir le client (contrat)'
  expect(clause(down, { host: aware })).toEqual({
    id: 'contract_c@host>firm',
    due: '2026-06-06T09:00:00+02:00',
    done: null,
    title,
  })
  const told = '2026-06-05T18:00:00+02:00'
  expect(clause(down, { host: { ...aware, clients_told_at: told } }).done).toBe(told)
  expect(clause(down, { host: aware, firm: { told_by_supplier_at: told } }).done).toBe(told)
  expect(clause(down).due).toBe('awaits')
})

test('upstream too, in working days: the week-end does not count', () => {
  expect(clause({ from: 'firm', to: 'host', workingDays: 2 }, { firm: aware })).toMatchObject({
    id: 'contract_c@firm>host',
    due: '2026-06-10T00:00:00+02:00',
    title: 'Avertir le délégant (contrat)',
  })
})

test('it runs from the fact that the clause names', () => {
  const starts = { from: 'host', to: 'firm', hours: 4, starts: 'detected_at' }
  expect(clause(starts, { host: aware }).due).toBe('awaits')
  const detected = { ...aware, detected_at: '2026-06-05T08:00:00+02:00' }
  expect(clause(starts, { host: detected }).due).toBe('2026-06-05T12:00:00+02:00')
})
