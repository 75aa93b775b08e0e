import { randomUUID } from 'node:crypto'
import { record } from '../journal/index.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { checkedLogin } from './enrol-authenticator.ts'
import { type Account, actorOf, ROLES, type Role, type Viewer } from './model.ts'
import { accessRefusals } from './refusals.ts'
import { issueLink } from './sign-in-with-link.ts'
import {
  accountById,
  accountByLogin,
  activeLeads,
  insertAccount,
  lockSubject,
  updateDisabled,
  updateRoles,
} from './store.ts'
import { endEverythingOf } from './store-sessions.ts'

/** Opens an account for someone and makes their one-time enrolment link. @returns its path, shown once */
export async function inviteStaff(
  platform: Platform,
  viewer: Viewer,
  person: { login: string; name: string; title: string; roles: readonly string[] },
): Promise<string> {
  const login = checkedLogin(person.login)
  const name = person.name.trim()
  if (name === '') throw accessRefusals.nameMissing()
  const roles = checkedRoles(person.roles)
  return platform.db.transaction(async (tx) => {
    await lockSubject(tx, 'staff')
    if (await accountByLogin(tx, login)) throw accessRefusals.loginTaken({ login })
    const account: Account = {
      id: randomUUID(),
      login,
      name,
      title: person.title.trim(),
      roles,
      fictional: false,
      disabledAt: null,
    }
    await insertAccount(tx, account, platform.clock.now())
    const payload = { userId: account.id, login, roles }
    await record(tx, platform.clock, { actor: actorOf(viewer), kind: 'access.staff_invited', payload })
    return issueLink(tx, platform, account, 'enrol', actorOf(viewer))
  })
}

/** A new enrolment link for someone whose first one expired, or who lost every authenticator. @returns its path */
export async function inviteAgain(platform: Platform, viewer: Viewer, userId: string): Promise<string> {
  return platform.db.transaction(async (tx) => {
    const account = await foundAccount(tx, userId)
    if (account.disabledAt || account.fictional) throw accessRefusals.unknownAccount()
    return issueLink(tx, platform, account, 'enrol', actorOf(viewer))
  })
}

/** Changes someone's roles and ends their sessions: what they may do is decided when they come in again. */
export async function changeRoles(
  platform: Platform,
  viewer: Viewer,
  userId: string,
  typed: readonly string[],
): Promise<void> {
  const roles = checkedRoles(typed)
  await platform.db.transaction(async (tx) => {
    await lockSubject(tx, 'staff')
    const account = await foundAccount(tx, userId)
    if (!roles.includes('lead')) await keepOneLead(tx, account)
    await updateRoles(tx, account.id, roles)
    const sessionsEnded = await endEverythingOf(tx, account.id, platform.clock.now())
    const payload = { userId: account.id, from: account.roles, to: roles, sessionsEnded }
    await record(tx, platform.clock, { actor: actorOf(viewer), kind: 'access.roles_changed', payload })
  })
}

/** Closes an account, its sessions, links and tokens; or opens it again. What it did stays recorded under its name. */
export async function setDisabled(
  platform: Platform,
  viewer: Viewer,
  userId: string,
  disabled: boolean,
): Promise<void> {
  await platform.db.transaction(async (tx) => {
    await lockSubject(tx, 'staff')
    const account = await foundAccount(tx, userId)
    if ((account.disabledAt !== null) === disabled) return
    if (disabled) await keepOneLead(tx, account)
    await updateDisabled(tx, account.id, disabled ? platform.clock.now() : null)
    const sessionsEnded = await endEverythingOf(tx, account.id, platform.clock.now())
    const kind = disabled ? 'access.staff_disabled' : 'access.staff_enabled'
    await record(tx, platform.clock, {
      actor: actorOf(viewer),
      kind,
      payload: { userId: account.id, sessionsEnded },
    })
  })
}

async function foundAccount(tx: Tx, userId: string): Promise<Account> {
  const account = await accountById(tx, userId)
  if (!account) throw accessRefusals.unknownAccount()
  return account
}

async function keepOneLead(tx: Tx, account: Account): Promise<void> {
  const leads = await activeLeads(tx)
  if (leads.includes(account.id) && leads.length === 1) throw accessRefusals.lastLead()
}

function checkedRoles(typed: readonly string[]): Role[] {
  const roles = ROLES.filter((role) => typed.includes(role))
  if (roles.length === 0 || roles.length !== new Set(typed).size) throw accessRefusals.rolesInvalid()
  return roles
}
