import { aSink } from '../support/sink.ts'
import { type KeepingRelay, startPostfix, whyNoPostfix } from './postfix.ts'

/** The npm package smtp-server, in this process, as a relay that keeps the Message-IDs of what it accepted. */
export async function startSink(slowMs = 0): Promise<KeepingRelay> {
  const sink = await aSink(undefined, { slowMs })
  return {
    name: 'npm smtp-server',
    url: sink.url,
    seen: [],
    messageIds: async () => sink.messageIds,
    accepted: () => sink.messageIds.length,
    stop: () => sink.close(),
  }
}

/** Postfix where it can run, else smtp-server, with the reason. */
export async function startRelay(): Promise<{ relay: KeepingRelay; why: string | undefined }> {
  const why = await whyNoPostfix()
  return { relay: why ? await startSink() : await startPostfix(), why }
}
