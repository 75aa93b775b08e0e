import { letterEngine, sha256 } from '../../delivery/letters/index.ts'
import { type Dossier, type DossierAttachment, missingFields, type SourceRef } from '../model.ts'
import { renderJson } from './render-json.ts'
import { renderPdf } from './render-pdf.ts'
import { writeZip, type ZipEntry } from './write-zip.ts'

export interface Archive {
  /** `tiersoin-2026-05-cnil-initial-deux-rives.zip`. */
  readonly name: string
  readonly bytes: Buffer
  readonly sha256: string
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
}

/**
 * One file for a lawyer or an authority: the document in each language asked for, as PDF and JSON, what is joined to it,
 * `manifest.json` and `SHA256SUMS` (checked by `sha256sum -c`). The same trees and attachments give the same bytes.
 * @throws dossiers.undisplayableText
 */
export function buildArchive(
  trees: readonly Dossier[],
  attachments: readonly DossierAttachment[] = [],
): Archive {
  const [first] = trees
  if (!first) throw new Error('an archive holds at least one document')
  const base = fileBase(first)
  const documents = trees.flatMap((tree) => {
    const name = trees.length > 1 ? `${base}.${tree.about.locale}` : base
    return [
      { name: `${name}.pdf`, bytes: renderPdf(tree) },
      { name: `${name}.json`, bytes: Buffer.from(renderJson(tree)) },
    ]
  })
  const content = [...documents, ...named(attachments)]
  const manifest = { name: 'manifest.json', bytes: Buffer.from(manifestOf(first, content)) }
  const listed = [...content, manifest].map(lineOf)
  const sums = listed.map((file) => `${file.sha256}  ${file.name}\n`).join('')
  const bytes = writeZip([...content, manifest, { name: 'SHA256SUMS', bytes: Buffer.from(sums) }])
  return { name: `${base}.zip`, bytes, sha256: sha256(bytes), files: listed }
}

/** `tiersoin-2026-05-cnil-initial-deux-rives`: says which document, without an accent or a space. */
export function fileBase({ kind, about }: Pick<Dossier, 'kind' | 'about'>): string {
  return [about.incident.reference, kind.replaceAll('_', '-'), about.organisation.key]
    .join('-')
    .replace(/[^\w.-]/g, '-')
}

/** Of UTF-8: most file systems take 255, and a number may come before. */
const MOST_NAME_BYTES = 200

function lineOf({ name, bytes }: ZipEntry) {
  return { name, bytes: bytes.length, sha256: sha256(Buffer.from(bytes)) }
}

/** In a folder of their own, under names that no system refuses; two of the same name are told apart. */
function named(attachments: readonly DossierAttachment[]): ZipEntry[] {
  const taken = new Set<string>()
  return attachments.map(({ name, bytes }, at) => {
    const safe = safeName(name) || `${at + 1}`
    let free = safe
    for (let turn = at + 1; taken.has(free.toLowerCase()); turn++) free = `${turn}-${safe}`
    taken.add(free.toLowerCase())
    return { name: `pieces/${free}`, bytes }
  })
}

function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{C}<>:"|?*]/gu, '-').replace(/^[.\s]+|[.\s]+$/g, '')
  return endOf(plain, MOST_NAME_BYTES)
}

/** The end of a name, where its extension is, in whole characters. */
function endOf(name: string, most: number): string {
  const characters = [...name]
  while (Buffer.byteLength(characters.join('')) > most) characters.shift()
  return characters.join('')
}

function manifestOf(dossier: Dossier, content: readonly ZipEntry[]): string {
  const { about, kind, title } = dossier
  const { compiler, fonts } = letterEngine()
  const manifest = {
    document: kind,
    title: title[about.locale],
    organisation: about.organisation,
    incident: about.incident,
    exercise: about.exercise,
    state_of_facts: about.stateAt,
    missing: missingFields(dossier).map(({ id }) => id),
    facts_read: factsRead(dossier).map(({ key, id }) => ({ key, id })),
    set_with: { compiler, fonts },
    files: content.map(lineOf),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** Every row that the document read, once, in order of key: what makes it stale when one is superseded. */
export function factsRead(dossier: Dossier): readonly SourceRef[] {
  const all = dossier.sections.flatMap(({ fields = [], sources = [] }) => [
    ...sources,
    ...fields.flatMap((field) => field.sources),
  ])
  const byRow = new Map(all.filter(({ id }) => id !== '').map((ref) => [`${ref.key} ${ref.id}`, ref]))
  return [...byRow.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ref]) => ref)
}
