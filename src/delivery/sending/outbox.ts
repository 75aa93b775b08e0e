import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../../platform/platform.ts'
import type { Campaign } from '../model.ts'
import type { Carrier } from './carrier.ts'

const NAME = /^d[0-9a-z]+-[0-9a-f]{20}$/

/** Folder of the messages of an exercise: `store/outbox/<campaign>`. */
export function outboxFolder(
  platform: Pick<Platform, 'home'>,
  campaign: Pick<Campaign, 'reference'>,
): string {
  return join(platform.home.store, 'outbox', campaign.reference)
}

/**
 * Writes messages as files named from their Message-ID, whole or not at all. Sending twice writes the same name, so an
 * interrupted attempt is simply made again: the outbox knows no `unknown`, and the dot is never marked.
 */
export async function outboxCarrier(platform: Platform, campaign: Campaign): Promise<Carrier> {
  const folder = outboxFolder(platform, campaign)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    usable: true,
    quit: async () => undefined,
    close: () => undefined,
    handOver: async (envelope, message) => {
      const name = nameOf(envelope.from)
      await writeFile(join(folder, `${name}.part`), message, { mode: 0o600 })
      await rename(join(folder, `${name}.part`), join(folder, `${name}.eml`))
      return { outcome: 'accepted', phase: 'dot', reply: undefined }
    },
  }
}

/** `b+d2k-1f3a…@domain` gives `d2k-1f3a…`: the local part of the Message-ID. */
function nameOf(address: string): string {
  return address.slice(0, address.lastIndexOf('@')).replace(/^b\+/, '')
}

/** The text of one message, as it was written; undefined when there is none. */
export async function readOutboxMessage(
  platform: Pick<Platform, 'home'>,
  campaign: Pick<Campaign, 'reference'>,
  messageId: string,
): Promise<string | undefined> {
  const name = nameOf(messageId)
  if (!NAME.test(name)) return undefined
  return readFile(join(outboxFolder(platform, campaign), `${name}.eml`), 'utf8').catch(() => undefined)
}

/** Message files of a campaign's outbox, counted. */
export async function countOutbox(
  platform: Pick<Platform, 'home'>,
  campaign: Pick<Campaign, 'reference'>,
): Promise<number> {
  const names = await readdir(outboxFolder(platform, campaign)).catch(() => [])
  return names.filter((name) => name.endsWith('.eml')).length
}
