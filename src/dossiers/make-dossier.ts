import { buffer } from 'node:stream/consumers'
import { openKeptFile } from '../obligations/index.ts'
import type { Locale } from '../platform/i18n.ts'
import type { Platform } from '../platform/platform.ts'
import { keptFiles } from './documents/attachment-parts.ts'
import { DOCUMENTS, type DocumentDefinition, documentOf } from './documents/documents.ts'
import type { Dossier, DossierAttachment } from './model.ts'
import { readDossierSource } from './read-dossier-source.ts'
import { dossierRefusals } from './refusals.ts'
import { type Archive, buildArchive } from './render/build-archive.ts'
import type { DossierSource } from './source.ts'

export interface AskedDossier {
  /** Reference of the incident. */
  readonly reference: string
  readonly kind: string
  /** Key of the organisation; the desk's own when left out. */
  readonly organisation?: string | undefined
}

/**
 * The document that is called so. One person's are made from their own page.
 * @throws dossiers.unknownKind, dossiers.ofPerson
 */
export function definitionOf(kind: string): DocumentDefinition {
  const definition = documentOf(kind)
  if (!definition) throw dossierRefusals.unknownKind({ kind, known: DOCUMENTS.map((one) => one.kind) })
  if (definition.ofPerson) throw dossierRefusals.ofPerson()
  return definition
}

export interface MadeDossier {
  readonly definition: DocumentDefinition
  readonly source: DossierSource
  readonly tree: Dossier
}

/** One document, from the facts as they stand. @throws as `definitionOf` and `readDossierSource` */
export async function makeDossier(
  platform: Platform,
  asked: AskedDossier,
  locale: Locale,
): Promise<MadeDossier> {
  const definition = definitionOf(asked.kind)
  const source = await readDossierSource(platform, { ...asked, locale })
  return { definition, source, tree: definition.build(source) }
}

export interface MadeArchive {
  readonly made: MadeDossier
  readonly archive: Archive
}

/** The archive in French, and in English besides when it is asked for. @throws dossiers.undisplayableText and as `makeDossier` */
export async function makeArchive(
  platform: Platform,
  asked: AskedDossier,
  withEnglish: boolean,
): Promise<MadeArchive> {
  const made = await makeDossier(platform, asked, 'fr')
  const english = { ...made.source, locale: 'en' as const }
  const trees = withEnglish ? [made.tree, made.definition.build(english)] : [made.tree]
  const attachments = await attachmentsOf(platform, made)
  return { made, archive: buildArchive(trees, attachments) }
}

async function attachmentsOf(
  platform: Platform,
  { definition, source }: MadeDossier,
): Promise<readonly DossierAttachment[]> {
  const rules = definition.filesOf?.(source) ?? definition.rules
  const kept: DossierAttachment[] = []
  for (const { id, name } of keptFiles(source, ...new Set(rules))) {
    if (!id) continue
    const { content } = await openKeptFile(platform, source.incident.id, id)
    kept.push({ name, bytes: await buffer(content) })
  }
  return [...kept, ...(definition.attachments?.(source) ?? [])]
}
