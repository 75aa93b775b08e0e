import { createHash } from 'node:crypto'
import { type Actor, actorText, canonicalJson, record } from '../journal/index.ts'
import type { Platform } from '../platform/platform.ts'
import { insertVersion, lockVersions, versionsOf } from './dossier-store.ts'
import { type AskedDossier, type MadeArchive, makeArchive } from './make-dossier.ts'
import { type Dossier, missingFields } from './model.ts'
import { dossierRefusals } from './refusals.ts'
import { factsRead } from './render/build-archive.ts'

interface HandedOver {
  readonly number: number
  readonly fileName: string
  readonly sha256: string
}

/**
 * Makes the archive, keeps it with what it says and reads, and journals who hands it over. What was handed over can be
 * had again byte for byte, whatever the facts become.
 * @throws dossiers.alreadyHandedOver when nothing changed since the last time, and as `makeArchive`
 */
export async function handOver(
  platform: Platform,
  asked: AskedDossier,
  withEnglish: boolean,
  actor: Actor,
): Promise<HandedOver> {
  const { made, archive } = await makeArchive(platform, asked, withEnglish)
  const { tree, source } = made
  const incidentId = source.incident.id
  const organisation = source.organisation.key
  const contentSha256 = contentOf(tree, archive)
  return platform.db.transaction(async (tx) => {
    await lockVersions(tx, incidentId)
    const [last] = await versionsOf(tx, incidentId, organisation, tree.kind)
    if (last?.contentSha256 === contentSha256) throw dossierRefusals.alreadyHandedOver()
    const number = (last?.number ?? 0) + 1
    await insertVersion(tx, {
      incidentId,
      kind: tree.kind,
      organisation,
      number,
      tree,
      factsRead: factsRead(tree).map(({ key, id }) => ({ key, id })),
      contentSha256,
      fileName: archive.name,
      sha256: archive.sha256,
      archive: archive.bytes,
      madeAt: platform.clock.now(),
      madeBy: actorText(actor),
    })
    const payload = {
      document: tree.kind,
      organisation,
      number,
      missing: missingFields(tree).length,
      sha256: archive.sha256,
    }
    await record(tx, platform.clock, { actor, kind: 'dossier.handed_over', incidentId, payload })
    return { number, fileName: archive.name, sha256: archive.sha256 }
  })
}

/** What the document says and what is joined to it, without the instant at which it was made. */
function contentOf(tree: Dossier, { files }: MadeArchive['archive']): string {
  const { stateAt: _, ...about } = tree.about
  const joined = files.filter(({ name }) => name.startsWith('pieces/')).map(({ sha256 }) => sha256)
  const languages = files.filter(({ name }) => name.endsWith('.pdf')).length
  return createHash('sha256')
    .update(canonicalJson({ ...tree, about, joined, languages }))
    .digest('hex')
}
