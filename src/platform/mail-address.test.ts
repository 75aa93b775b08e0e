import { expect, test } from 'vitest'
import { asciiAddress } from './mail-address.ts'

test.each([
  ['a.b+c@courriel.example', 'a.b+c@courriel.example'],
  ['a@bücher.example', 'a@xn--bcher-kva.example'],
  ["l.o'neill@courriel.example", "l.o'neill@courriel.example"],
])('%s is written %s', (given, written) => expect(asciiAddress(given)).toBe(written))

test.each([
  'a@b.exa\r\nmple',
  'a@b.example\r\nDATA',
  'a@b.example/x',
  'a@b.ex%61mple',
  'a@b.example#',
  'a@b .example',
])('what would end or change a command is no address: %j', (given) =>
  expect(asciiAddress(given)).toBeUndefined(),
)

test.each(['', 'a', '@b.example', 'jean@xn--a.example', 'a b@c.example', 'a..b@c.example', 'é@c.example'])(
  '"%s" cannot be written to',
  (given) => expect(asciiAddress(given)).toBeUndefined(),
)
