import { expect, test } from 'vitest'
import { reachedAsPromised, readRelay, relayOf } from './relay.ts'

test('TLS is required except on this machine', () => {
  expect(readRelay('smtp://relais.example')).toMatchObject({ port: 25, tls: 'starttls', loopback: false })
  expect(readRelay('smtp://u%40x:p%3A1@relais.example')).toMatchObject({
    port: 587,
    auth: { user: 'u@x', password: 'p:1' },
  })
  expect(readRelay('smtps://relais.example')).toMatchObject({ port: 465, tls: 'wrapped' })
  expect(readRelay('smtp://[::1]:2525')).toMatchObject({ host: '::1', tls: 'none', loopback: true })
  expect(readRelay('smtp://127.0.0.1:2525')).toMatchObject({ tls: 'none' })
  expect(readRelay('smtp://127.0.0.1.evil.example')).toMatchObject({ tls: 'starttls', loopback: false })
})

test('in an exercise nothing leaves this machine', () => {
  expect(() => relayOf('smtp://relais.example', true)).toThrow('nothingLeaves')
  expect(relayOf('smtp://localhost:2525', true)).toMatchObject({ loopback: true })
  expect(relayOf(undefined, true)).toBeUndefined()
})

test('a real incident needs a relay', () => {
  expect(() => relayOf(undefined, false)).toThrow('noRelay')
  expect(() => readRelay('relais:25')).toThrow('relayAddress')
})

test('a name of this machine that leads elsewhere is seen on the socket', () => {
  const local = readRelay('smtp://localhost:2525')
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    expect(reachedAsPromised(local, address)).toBe(true)
  for (const address of ['203.0.113.5', '::ffff:203.0.113.5', '2001:db8::1', undefined])
    expect(reachedAsPromised(local, address)).toBe(false)
  expect(reachedAsPromised(readRelay('smtp://relais.example'), '203.0.113.5')).toBe(true)
})
