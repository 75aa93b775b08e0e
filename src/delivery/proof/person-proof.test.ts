import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSendingCampaign, operator } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { canonicalJson, entriesAfter, entryHash } from '../../journal/index.ts'
import { Temporal } from '../../platform/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Recipient } from '../model.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import {
  countProof,
  personsByOutcome,
  provePerson,
  readProof,
  readReach,
  sealOutcomes,
  verdictOf,
  verifyProof,
  verifySeals,
} from './index.ts'
import type { PersonProof } from './model.ts'
import { outcomeLeaf } from './outcome-leaf.ts'
import { isWhole, totalOf } from './reach-section.tsx'

let platform: Platform & { close(): Promise<void> }
let incident: { id: string; reference: string }
let persons: number[]

beforeAll(async () => {
  platform = await testPlatform()
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 24, withoutPostalEvery: 3 })
  await driveCampaign(platform, campaign.id)
  incident = { id: audience.incidentId, reference: audience.reference }
  persons = (await platform.db.query(`select id from person order by id`)).rows.map((row) =>
    Number(row['id']),
  )
})
afterAll(() => platform.close())

const proofOf = (personId: number) => provePerson(platform, { incident, personId }, operator)
const states = async (proof: PersonProof) => (await verifyProof(proof)).map(({ state }) => state)

test('a seal holds every person once, with the counts of the proof, and stands in the journal', async () => {
  const seal = await sealOutcomes(platform, { incident, milestone: 'on_demand' }, operator)
  const proof = await countProof(platform.db, incident.id)
  expect(seal.size).toBe(persons.length)
  expect(seal.outcomes['concerned']).toMatchObject({
    email: proof.told.email,
    in_progress: proof.in_progress,
  })
  const { rows } = await platform.db.query(
    `select payload::jsonb ->> 'root' as root from journal_entry where seq = $1`,
    [seal.journalSeq],
  )
  expect(rows[0]?.['root']).toBe(seal.root)
  expect(await verifySeals(platform.db)).toMatchObject({ verified: true })
})

test('each figure of the reach opens exactly its people, and each table adds up to the account', async () => {
  const proof = await countProof(platform.db, incident.id)
  const reach = await readReach(platform.db, incident.id)
  for (const [dimension, lines] of Object.entries(reach)) {
    expect(totalOf(lines).persons).toBe(proof.concerned)
    expect(totalOf(lines).email).toBe(proof.told.email)
    for (const line of lines) {
      expect(isWhole(line)).toBe(true)
      for (const term of ['email', 'letter', 'open', 'cannot_be_told', 'lost'] as const) {
        const asked = { incidentId: incident.id, listVersionId: 0, after: 0, limit: 500 }
        const found = await personsByOutcome(platform.db, {
          ...asked,
          outcome: `${dimension}-${line.value}.${term}`,
        })
        expect(found?.personIds).toHaveLength(line[term])
      }
    }
  }
})

test('the proof of each person verifies by itself and against the journal', async () => {
  const entries = await entriesAfter(platform.db, 0, 1000)
  const journal = { sound: true, entry: async (seq: number) => entries.find((entry) => entry.seq === seq) }
  for (const person of persons) {
    const read = readProof(JSON.stringify(await proofOf(person)))
    expect((await verifyProof(read!, journal)).map(({ state }) => state)).toEqual(Array(6).fill('holds'))
  }
})

test('a proof made up from end to end agrees with itself, and only the journal tells', async () => {
  const proof = await proofOf(persons[0]!)
  const outcome = { ...proof.outcome, account: 'concerned', outcome: 'letter' } as const
  const hash = outcomeLeaf(outcome, Buffer.from(proof.leaf.salt, 'hex')).toString('hex')
  const inclusion = { index: 0, size: 1, path: [], root: hash }
  const { hash: _, at, ...entry } = { ...proof.sealedBy, payload: canonicalJson({ root: hash, size: 1 }) }
  const sealedBy = { ...entry, at, hash: entryHash({ ...entry, at: Temporal.Instant.from(at) }) }
  const made = { ...proof, outcome, leaf: { ...proof.leaf, hash }, inclusion, sealedBy }
  const entries = await entriesAfter(platform.db, 0, 1000)
  const journal = { sound: true, entry: async (seq: number) => entries.find((one) => one.seq === seq) }
  expect(verdictOf(await verifyProof(made))).toBe('alone')
  expect(verdictOf(await verifyProof(made, journal))).toBe('fails')
  expect(verdictOf(await verifyProof(proof, journal))).toBe('holds')
})

test('a person told by e-mail has the relay’s evidence, the release and the text as received', async () => {
  const told = await platform.db.query(
    `select p.person_id from delivery_person p join delivery d on d.id = p.delivery_id where d.state = 'accepted' limit 1`,
  )
  const { outcome, texts } = await proofOf(Number(told.rows[0]?.['person_id']))
  const [delivery] = outcome.deliveries
  expect(outcome).toMatchObject({ account: 'concerned', outcome: 'email' })
  expect(delivery?.text.releasedBy).toHaveLength(2)
  expect(delivery?.attempts[0]).toMatchObject({ outcome: 'accepted' })
  expect(texts[0]?.received[0]?.text).toContain(delivery?.reference)
})

test('what a person takes away says nothing of the others of the household whom the same message told', async () => {
  const { rows } = await platform.db.query(
    `select d.id, p.person_id as person, d.recipient from delivery_person p join delivery d on d.id = p.delivery_id
      where d.state = 'accepted' order by d.id limit 1`,
  )
  const { id, person, recipient } = rows[0] as { id: number; person: number; recipient: Recipient }
  const [own] = recipient.covers
  const sibling = {
    ...own!,
    personId: 999_999,
    surname: 'Voisinage',
    firstNames: 'Autre',
    isAddressee: false,
  }
  const household = { ...recipient, personId: 999_998, covers: [{ ...own!, isAddressee: false }, sibling] }
  const write = (value: Recipient) =>
    platform.db.query(`update delivery set recipient = $2 where id = $1`, [id, JSON.stringify(value)])
  await write(household)
  const handed = JSON.stringify((await proofOf(Number(person))).texts)
  await write(recipient)
  expect(handed).not.toContain('Voisinage')
  expect(handed).toContain(own!.surname)
})

test('any changed character of a proof makes it fail, or no proof at all', async () => {
  const proof = await proofOf(persons[0]!)
  const { madeAt, texts, ...sealed } = proof
  const text = canonicalJson({ ...sealed, texts: texts.map(({ sha256, tree }) => ({ sha256, tree })) })
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('0', '9', 'a', 'Z', '}'), async (at, other) => {
      fc.pre(text[at] !== other)
      const changed = readProof(text.slice(0, at) + other + text.slice(at + 1))
      if (changed && canonicalJson(changed) !== text) expect(await states(changed)).toContain('fails')
    }),
    { numRuns: 300 },
  )
})

test('a person who changed since the seal is sealed again; the earlier proof still holds', async () => {
  const before = await proofOf(persons[0]!)
  await platform.db.query(`update person set first_names = 'Autre' where id = $1`, [persons[0]])
  const after = await proofOf(persons[0]!)
  expect(after.sealedBy.seq).toBeGreaterThan(before.sealedBy.seq)
  expect([await states(before), await states(after)].flat()).not.toContain('fails')
})

test('leaves and seals cannot be changed; a leaf changed past the triggers is found', async () => {
  await expect(platform.db.query(`update proof_leaves set number = 9`)).rejects.toThrow('append-only')
  await expect(platform.db.query(`update proof_seal set salt_key = null`)).rejects.toThrow('append-only')
  await platform.db
    .transaction(async (tx) => {
      await tx.query(`set local session_replication_role = replica`)
      await tx.query(`update proof_leaves set leaves = set_byte(leaves, 3, 255 - get_byte(leaves, 3))`)
      expect(await verifySeals(tx)).toMatchObject({ verified: false, broken: { seal: 1, reason: 'leaves' } })
      throw new Error('undo')
    })
    .catch((error: Error) => expect(error.message).toBe('undo'))
})
