import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Proof, proofHolds } from '../../src/delivery/model.ts'
import type { KeepingRelay } from './postfix.ts'
import { leftOf } from './processes.ts'
import type { Product } from './product.ts'

/** What the product says, beside what the relay and the disk say. */
export interface Account {
  readonly proof: Proof
  readonly journalVerified: boolean
  /** Messages the relay kept. */
  readonly kept: number
  /** Kept more than once under one Message-ID: must be 0. */
  readonly keptTwice: number
  /** Kept, but neither accepted nor held in the ledger: must be 0. */
  readonly stray: number
  /** Accepted in the ledger, but not kept by the relay: must be 0. */
  readonly missing: number
  /** Held as unknown: messages the relay has, and messages it never got. */
  readonly held: { readonly kept: number; readonly notKept: number }
  /** Files that a finished import or letter run must not leave (promise 5): must be empty. */
  readonly remains: readonly string[]
}

/** Compares a finished run with its relay. The desk must be ready. */
export async function takeAccount(product: Product, relay: KeepingRelay): Promise<Account> {
  const { json: proof } = await product.command('proof')
  const { exit: journal } = await product.command('journal', 'verify')
  const ids = await relay.messageIds()
  const kept = new Set(ids)
  const ledger = await product.query<{ id: string; state: string }>(
    `select message_id as id, state from delivery where channel = 'email' and state in ('accepted', 'unknown')`,
  )
  const known = new Set(ledger.map(({ id }) => id))
  const held = ledger.filter(({ state }) => state === 'unknown')
  return {
    proof,
    journalVerified: journal === 0,
    kept: ids.length,
    keptTwice: ids.length - kept.size,
    stray: [...kept].filter((id) => !known.has(id)).length,
    missing: ledger.filter(({ id, state }) => state === 'accepted' && !kept.has(id)).length,
    held: {
      kept: held.filter(({ id }) => kept.has(id)).length,
      notKept: held.filter(({ id }) => !kept.has(id)).length,
    },
    remains: await remainsOf(product),
  }
}

/** Work files, unfinished files, and stored lists that no import owns. */
async function remainsOf(product: Product): Promise<string[]> {
  const { home } = product.settings
  const files = (folder: string) =>
    existsSync(join(home, folder)) ? readdirSync(join(home, folder), { recursive: true }).map(String) : []
  const owned = await product.query<{ path: string }>(
    `select stored_path as path from imported_list union all select quarantine_path from imported_list where quarantine_path is not null
     union all select id::text || '-households.age' from match_run`,
  )
  const lists = files('store/lists').filter((name) => !owned.some(({ path }) => path.endsWith(name)))
  const parts = files('store').filter((name) => name.endsWith('.part'))
  return [...files('work'), ...lists, ...parts]
}

/** What breaks a promise, in words; empty when all hold. */
export function brokenPromises({ proof, ...account }: Account): string[] {
  const wrong: [boolean, string][] = [
    [proof.lost !== 0, `lost ${proof.lost}`],
    [proof.told_twice !== 0, `told_twice ${proof.told_twice}`],
    [proof.in_progress !== 0, `in_progress ${proof.in_progress}`],
    [!proofHolds(proof), 'the sum of the proof does not hold'],
    [!proof.journal.verified || !account.journalVerified, 'the journal does not verify'],
    [account.keptTwice !== 0, `${account.keptTwice} messages reached the relay twice`],
    [account.stray !== 0, `${account.stray} messages at the relay are unknown to the ledger`],
    [account.missing !== 0, `${account.missing} accepted messages are not at the relay`],
    [account.kept !== proof.messages.email + account.held.kept, 'kept is not messages.email + held and kept'],
    [account.remains.length !== 0, `files left behind: ${account.remains.join(', ')}`],
  ]
  return wrong.filter(([broken]) => broken).map(([, words]) => words)
}

/** Stops the product and the relay, and names the processes that outlived them. */
export async function stopAll(product: Product, relay: KeepingRelay): Promise<string[]> {
  await product.stop()
  await relay.stop()
  const left = await leftOf([...product.seen.values(), ...relay.seen])
  return left.map(({ pid }) => `process ${pid} still runs`)
}
