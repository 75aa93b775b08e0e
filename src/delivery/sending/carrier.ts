import type { Temporal } from '../../platform/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Campaign } from '../model.ts'
import type { HandOver } from '../smtp/classify.ts'
import { type Envelope, SmtpConnection } from '../smtp/dialogue.ts'
import { signerOf, signMessage } from '../smtp/dkim.ts'
import { defaultPatience, type Patience } from '../smtp/reach-relay.ts'
import { type Relay, relayOf } from '../smtp/relay.ts'
import { outboxCarrier } from './outbox.ts'

/** One way out, for one message at a time. */
export interface Carrier {
  readonly usable: boolean
  handOver(envelope: Envelope, message: string, beforeDot: () => Promise<boolean>): Promise<HandOver>
  quit(): Promise<void>
  /** Cuts at once: a message whose dot left becomes unknown. */
  close(): void
}

/** Opens ways out: connections to the relay, or the outbox folder of an exercise. */
export interface Carriers {
  /** How many at once unless told otherwise. */
  readonly lanes: number
  /** Signs a message by the settings, or leaves it as it is. */
  sign(message: string, at: Temporal.Instant): string
  open(): Promise<Carrier>
}

/** Connections to a relay: also the most messages that a kill can leave unknown. */
const CONNECTIONS = 8
/** Files have no unknown: more of them share each commit. */
const OUTBOX_LANES = 48

/**
 * The carriers of a campaign. @throws deliveryRefusals when an exercise would leave this machine, or no relay is set; dkimRefusals when
 * its messages cannot be signed as the settings say.
 */
export function carriersOf(
  platform: Platform,
  campaign: Campaign,
  patience: Patience = defaultPatience,
): Carriers {
  const relay = relayOf(platform.config.smtpUrl, campaign.exercise)
  const signer = signerOf(platform.config, campaign)
  const sign: Carriers['sign'] = (message, at) => (signer ? signMessage(message, signer, at) : message)
  if (!relay) return { lanes: OUTBOX_LANES, sign, open: async () => outboxCarrier(platform, campaign) }
  return { lanes: CONNECTIONS, sign, open: () => SmtpConnection.open(relay, heloName(relay), patience) }
}

/** RFC 5321, 4.1.3: a literal where the machine's name means nothing to the relay. */
function heloName(relay: Relay): string {
  return relay.loopback ? '[127.0.0.1]' : 'tocsin.localdomain'
}
