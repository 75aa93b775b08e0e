import { randomUUID } from 'node:crypto'
import { type Actor, record, tocsin } from '../journal/index.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { declareNature } from './declare-nature.ts'
import { ensureExercisePersons } from './exercise-persons.ts'
import type { Account } from './model.ts'
import { openSession } from './open-session.ts'
import { accessRefusals } from './refusals.ts'
import { hashToken, newToken } from './secret-token.ts'
import { settingsOf } from './settings.ts'
import { accountById, accountByLogin, activeLeads, insertAccount, lockSubject } from './store.ts'
import { liveLink, replaceLink, type SignInLink, takeLink } from './store-sessions.ts'

const FIRST_LEAD = 'responsable'

/**
 * The one-time link printed at start. In an exercise it signs in the fictional lead; in a real folder it enrols the first
 * lead, and once a lead has an authenticator there is none: they come in with it.
 * @returns the path, `/sign-in/<token>`, or undefined
 */
export async function issueStartLink(platform: Platform): Promise<string | undefined> {
  if (platform.home.exercise) {
    const { lead } = await ensureExercisePersons(platform)
    return platform.db.transaction((tx) => issueLink(tx, platform, lead, 'exercise', tocsin))
  }
  return platform.db.transaction(async (tx) => {
    await declareNature(tx, false)
    await lockSubject(tx, 'staff')
    if ((await activeLeads(tx)).length > 0) return undefined
    return issueLink(tx, platform, await firstLead(tx, platform), 'enrol', tocsin)
  })
}

/** Makes a link of 256 bits, good once and for 30 minutes. Earlier links of the person stop working. @returns the path */
export async function issueLink(
  tx: Tx,
  platform: Platform,
  account: Pick<Account, 'id'>,
  purpose: SignInLink['purpose'],
  actor: Actor,
): Promise<string> {
  const token = newToken()
  const createdAt = platform.clock.now()
  const expiresAt = createdAt.add({ minutes: settingsOf(platform).linkMinutes })
  const issuedBy = actor.kind === 'user' ? actor.userId : null
  await replaceLink(tx, hashToken(token), { userId: account.id, purpose, issuedBy, createdAt, expiresAt })
  await record(tx, platform.clock, {
    actor,
    kind: 'access.link_issued',
    payload: { userId: account.id, purpose },
  })
  return `/sign-in/${token}`
}

/** What a link is for, without using it up; refused when it was used or has expired. */
export async function readLink(platform: Platform, token: string): Promise<SignInLink> {
  const link = await liveLink(platform.db, hashToken(token), platform.clock.now())
  if (!link) throw accessRefusals.linkRefused()
  return link
}

/** Uses a link up. An enrolment link opens a session that can only add an authenticator. @returns the session's token */
export async function signInWithLink(platform: Platform, token: string, userAgent: string): Promise<string> {
  return platform.db.transaction(async (tx) => {
    const link = await takeLink(tx, hashToken(token), platform.clock.now())
    const account = link && (await accountById(tx, link.userId))
    if (!account || account.disabledAt) throw accessRefusals.linkRefused()
    if (account.fictional && !platform.home.exercise) throw accessRefusals.fictionalOutsideExercise()
    const person = { userId: account.id, name: account.name, fictional: account.fictional }
    return openSession(tx, platform, person, {
      method: 'link',
      enrolOnly: link.purpose === 'enrol',
      userAgent,
    })
  })
}

/** The account of the first lead, without a name until its owner gives one while enrolling. */
async function firstLead(tx: Tx, platform: Platform): Promise<Account> {
  const existing = await accountByLogin(tx, FIRST_LEAD)
  if (existing && !existing.disabledAt) return existing
  const account: Account = {
    id: randomUUID(),
    login: existing ? `${FIRST_LEAD}-${randomUUID().slice(0, 4)}` : FIRST_LEAD,
    name: '',
    title: '',
    roles: ['lead'],
    fictional: false,
    disabledAt: null,
  }
  await insertAccount(tx, account, platform.clock.now())
  await record(tx, platform.clock, {
    actor: tocsin,
    kind: 'access.first_lead_created',
    payload: { userId: account.id },
  })
  return account
}
