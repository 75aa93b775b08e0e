import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../journal/index.ts'

export const ROLES = ['lead', 'dpo', 'communication', 'reviewer', 'call_agent', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** How a session was opened. A link or a recovery code proves less than the two others: it never counts as a step-up. */
export type Method = 'passkey' | 'totp' | 'recovery' | 'link'

/** The signed-in person of a request. */
export interface Viewer {
  readonly userId: string
  readonly name: string
  /** What they are, in words: « déléguée à la protection des données ». */
  readonly title: string
  readonly roles: readonly Role[]
  /** Exists only in an exercise. */
  readonly fictional: boolean
  readonly sessionId: string
  /** When they last proved who they are with a passkey or a code; null when the session came from a link. */
  readonly stepUpAt: Temporal.Instant | null
}

export interface Account {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly title: string
  readonly roles: readonly Role[]
  readonly fictional: boolean
  readonly disabledAt: Temporal.Instant | null
}

/** Limits of the doors. Durations in minutes; rations in distinct persons. */
export interface AccessSettings {
  readonly idleMinutes: number
  readonly sessionMinutes: number
  readonly linkMinutes: number
  readonly operatorMinutes: number
  readonly challengeMinutes: number
  readonly accountFailures: number
  readonly accountWindowMinutes: number
  readonly globalFailures: number
  readonly globalWindowMinutes: number
  readonly lookupsPerHour: number
  readonly lookupsPerDay: number
  /** Pages of names (50 a page) that an account may be shown. */
  readonly listPagesPerHour: number
  readonly listPagesPerDay: number
  /** Rows that a reader of the review may be shown: reading people is their work, copying a list is not. */
  readonly reviewRowsPerHour: number
  readonly reviewRowsPerDay: number
}

export const defaultSettings: AccessSettings = {
  idleMinutes: 30,
  sessionMinutes: 12 * 60,
  linkMinutes: 30,
  operatorMinutes: 8 * 60,
  challengeMinutes: 5,
  accountFailures: 5,
  accountWindowMinutes: 15,
  globalFailures: 100,
  globalWindowMinutes: 10,
  lookupsPerHour: 60,
  lookupsPerDay: 200,
  listPagesPerHour: 40,
  listPagesPerDay: 160,
  reviewRowsPerHour: 300,
  reviewRowsPerDay: 2000,
}

/** The viewer as the journal names them; a fictional person is always recorded as such. */
export function actorOf(viewer: Pick<Viewer, 'userId' | 'name' | 'fictional'>): Actor {
  return { kind: viewer.fictional ? 'exercise' : 'user', userId: viewer.userId, name: viewer.name }
}

export function hasRole(viewer: Pick<Viewer, 'roles'>, ...roles: readonly Role[]): boolean {
  return roles.some((role) => viewer.roles.includes(role))
}

/** True when the last proof of identity is at most `minutes` old at `now`. */
export function isFresh(viewer: Pick<Viewer, 'stepUpAt'>, now: Temporal.Instant, minutes: number): boolean {
  if (!viewer.stepUpAt) return false
  return now.since(viewer.stepUpAt).total('minute') <= minutes
}

/** A path of this site to come back to; `/` for anything that could lead elsewhere (`//host`, `/\host`, a scheme, a control character). */
export function safeBack(path: string | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  return path && /^\/(?![/\\])[^\u0000-\u0020\\]*$/.test(path) ? path : '/'
}

/** `helene.marchetti` from what a person types: lower case, no spaces around. */
export function normalLogin(typed: string): string {
  return typed.trim().toLowerCase()
}
