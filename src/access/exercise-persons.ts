import { randomUUID } from 'node:crypto'
import { record, tocsin } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { declareNature } from './declare-nature.ts'
import type { Account, Role } from './model.ts'
import { hashPassphrase } from './passphrase.ts'
import { accessRefusals } from './refusals.ts'
import { derivedSecret, seal, sealingKey, unseal } from './sealed-secret.ts'
import { accountByLogin, accounts, insertAccount, lockSubject, putTotp, totpOf } from './store.ts'
import { codeOfStep, newTimeSecret, timeStep } from './time-code.ts'

interface Fictional {
  readonly login: string
  readonly name: string
  readonly title: string
  readonly roles: readonly Role[]
}

const LEAD: Fictional = {
  login: 'i.benali',
  name: 'Idriss Benali',
  title: 'responsable de la réponse à incident',
  roles: ['lead'],
}
const DPO: Fictional = {
  login: 'h.marchetti',
  name: 'Hélène Marchetti',
  title: 'déléguée à la protection des données',
  roles: ['dpo'],
}

/**
 * The two people of an exercise: a campaign needs two, and someone trying Tocsin is alone. They exist in an exercise
 * folder only; elsewhere this is refused, by the database too. Calling it again changes nothing.
 */
export async function ensureExercisePersons(platform: Platform): Promise<{ lead: Account; dpo: Account }> {
  if (!platform.home.exercise) throw accessRefusals.fictionalOutsideExercise()
  const key = await sealingKey(platform)
  return platform.db.transaction(async (tx) => {
    await declareNature(tx, true)
    await lockSubject(tx, 'staff')
    return {
      lead: await ensurePerson(tx, platform, key, LEAD),
      dpo: await ensurePerson(tx, platform, key, DPO),
    }
  })
}

export interface ExerciseCode {
  readonly login: string
  readonly name: string
  readonly title: string
  readonly passphrase: string
  /** Six digits, not used yet. */
  readonly code: string
  readonly validUntil: Temporal.Instant
}

/**
 * What a fictional person would read on their telephone, for the owner of an exercise folder; all of them without a login.
 * A code serves once: after it was used, this gives the next one, which is accepted already.
 */
export async function exerciseCodes(platform: Platform, login?: string): Promise<ExerciseCode[]> {
  if (!platform.home.exercise) throw accessRefusals.fictionalOutsideExercise()
  const all = (await accounts(platform.db)).filter((account) => account.fictional && !account.disabledAt)
  const wanted = login === undefined ? all : all.filter((account) => account.login === login)
  if (wanted.length === 0) throw accessRefusals.noExerciseAccount({ login: login ?? '' })
  const codes = await Promise.all(wanted.map((account) => codeOf(platform, account)))
  return codes.filter((code) => code !== undefined)
}

/** The current code of one fictional person, see `exerciseCodes`. */
export async function exerciseCode(platform: Platform, login: string): Promise<ExerciseCode> {
  const [code] = await exerciseCodes(platform, login)
  if (!code) throw accessRefusals.noExerciseAccount({ login })
  return code
}

async function codeOf(platform: Platform, account: Account): Promise<ExerciseCode | undefined> {
  const totp = await totpOf(platform.db, account.id)
  if (!totp) return undefined
  const key = await sealingKey(platform)
  const secret = unseal(key, totp.sealedSecret, `totp:${account.id}`)
  const step = Math.max(timeStep(platform.clock.now()), totp.lastStep + 1)
  return {
    login: account.login,
    name: account.name,
    title: account.title,
    passphrase: passphraseOf(key, account.login),
    code: codeOfStep(secret, step),
    validUntil: platform.clock.now().add({ seconds: secondsLeft(step, platform.clock.now()) }),
  }
}

/** A code is accepted until the end of the step after its own. */
function secondsLeft(step: number, now: Temporal.Instant): number {
  return Math.max(0, Math.floor((step + 2) * 30 - now.epochMilliseconds / 1000))
}

async function ensurePerson(tx: Tx, platform: Platform, key: Buffer, person: Fictional): Promise<Account> {
  const existing = await accountByLogin(tx, person.login)
  if (existing) return existing
  const account: Account = { ...person, id: randomUUID(), fictional: true, disabledAt: null }
  const now = platform.clock.now()
  await insertAccount(tx, account, now)
  await putTotp(tx, account.id, {
    sealedSecret: seal(key, newTimeSecret(), `totp:${account.id}`),
    passphraseHash: await hashPassphrase(passphraseOf(key, account.login)),
    lastStep: 0,
    createdAt: now,
  })
  const payload = { userId: account.id, login: account.login, roles: account.roles, fictional: true }
  await record(tx, platform.clock, { actor: tocsin, kind: 'access.fictional_person_created', payload })
  return account
}

/** Computed from the key, so that it can be told again to the folder's owner without being kept anywhere. */
function passphraseOf(key: Buffer, login: string): string {
  return derivedSecret(key, `exercise-passphrase:${login}`)
}
