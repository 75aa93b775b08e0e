import { expect, test } from 'vitest'
import { Proof } from './account.tsx'
import { OutcomeStrip } from './corridor-strip.tsx'
import { FigureLink } from './figure-link.tsx'
import { TextField } from './form.tsx'
import { MessageShown } from './message-shown.tsx'
import { Progress } from './progress.tsx'

test('a figure opens its rows; a zero opens nothing', () => {
  expect(String(<FigureLink value={18_012} href="/x" locale="fr" />)).toBe(
    '<a class="figure" href="/x">18\u202f012</a>',
  )
  expect(String(<FigureLink value={0} href="/x" locale="fr" />)).toBe('<span class="figure">0</span>')
})

test('an account that fails says by how much and where', () => {
  const html = String(<Proof check={{ left: 7, right: 10, href: '/rows' }} locale="fr" />)
  expect(html).toContain('class="status late"')
  expect(html).toContain('<a href="/rows">Écart de 3</a>')
  expect(String(<Proof check={{ left: 10, right: 10 }} locale="en" />)).toContain('Right')
})

test('a segment is drawn when it exists, and only then', () => {
  const people = [
    { value: 999_999, fill: 'ink' },
    { value: 1, fill: 'held' },
    { value: 0, fill: 'impossible' },
  ] as const
  const html = String(<OutcomeStrip people={people} sentence="s" />)
  expect(html).toContain('width="0.0001%"')
  expect(html).not.toContain('fill-impossible')
})

test('a step whose total is not known has no share; one without rows is not a division by zero', () => {
  expect(String(<Progress label="L" done={5} total={null} unit="lignes" locale="fr" />)).toContain(
    '>5 lignes</p>',
  )
  expect(String(<Progress label="L" done={0} total={0} locale="fr" />)).toContain('width="0.00%"')
})

test('a field says its help and its error to screen readers', () => {
  const html = String(<TextField name="n" label="Nom" help="aide" error="À remplir." />)
  expect(html).toContain('aria-describedby="n-help n-error"')
  expect(html).toContain('aria-invalid="true"')
})

test('a message is shown literally', () => {
  const html = String(<MessageShown text={'Bonjour <a href="x">ici</a>\n\nFin'} />)
  expect(html).not.toContain('<a ')
  expect(html.match(/<p>/g)).toHaveLength(2)
})
