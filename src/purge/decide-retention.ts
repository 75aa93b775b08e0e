import { type Actor, actorText, record } from '../journal/index.ts'
import { Temporal } from '../platform/clock.ts'
import type { Platform } from '../platform/platform.ts'
import type { Retention } from './model.ts'
import { insertRetention } from './purge-store.ts'
import { purgeRefusals } from './refusals.ts'

/** Decides how long people's data of an incident are kept. The latest decision holds; none is erased. @throws purge.badRetention */
export async function decideRetention(
  platform: Platform,
  incidentId: string,
  asked: { readonly days?: string | undefined; readonly until?: string | undefined },
  actor: Actor,
): Promise<Retention> {
  const retention = readRetention(asked)
  await platform.db.transaction(async (tx) => {
    await insertRetention(tx, incidentId, retention, actorText(actor), platform.clock.now())
    await record(tx, platform.clock, {
      actor,
      kind: 'retention.decided',
      incidentId,
      payload: { ...retention },
    })
  })
  return retention
}

function readRetention({
  days = '',
  until = '',
}: {
  days?: string | undefined
  until?: string | undefined
}): Retention {
  const [first, second] = [days.trim(), until.trim()]
  if ((first === '') === (second === '')) throw purgeRefusals.badRetention()
  if (first !== '') {
    const count = Number(first)
    if (!/^\d{1,5}$/.test(first) || count > 36_500) throw purgeRefusals.badRetention()
    return { days: count, until: null }
  }
  try {
    if (!/^\d{4}-\d\d-\d\d$/.test(second)) throw purgeRefusals.badRetention()
    return { days: null, until: Temporal.PlainDate.from(second, { overflow: 'reject' }).toString() }
  } catch {
    throw purgeRefusals.badRetention()
  }
}
