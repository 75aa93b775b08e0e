import { expect, test } from 'vitest'
import { withoutValues } from './error-without-values.ts'

test('what is logged of an error quotes nothing that it was reading, on one line or several', () => {
  const error = Object.assign(new Error('invalid name: "Jean Exemple"\n    at 3 rue Neuve'), {
    code: '22P02',
  })
  const said = withoutValues(error)
  expect(said).toMatchObject({ name: 'Error', code: '22P02' })
  expect(said.at.length).toBeGreaterThan(0)
  expect(JSON.stringify(said)).not.toMatch(/Exemple|Neuve/)
})
