import type { Temporal } from '../platform/clock.ts'
import { maybeRow, rows, type Tx } from '../platform/database.ts'
import type { Dossier, DossierKind } from './model.ts'

/** Every query that follows in the transaction sees the incident as it stood at the first one. */
export async function readOneState(tx: Tx): Promise<void> {
  await tx.query('set transaction isolation level repeatable read, read only')
}

/** One hand-over of a document. */
export interface DossierVersion {
  readonly number: number
  readonly kind: DossierKind
  readonly organisation: string
  readonly tree: Dossier
  readonly contentSha256: string
  readonly fileName: string
  readonly sha256: string
  readonly madeAt: Temporal.Instant
  /** As the journal names them. */
  readonly madeBy: string
}

const VERSION = `number, kind, organisation, tree, content_sha256 as "contentSha256", file_name as "fileName", sha256,
  made_at as "madeAt", made_by as "madeBy"`

/** Hand-overs of an organisation's documents, of one kind when it is given, the newest first. */
export async function versionsOf(
  tx: Tx,
  incidentId: string,
  organisation: string,
  kind?: string,
): Promise<DossierVersion[]> {
  return rows<DossierVersion>(
    tx,
    `select ${VERSION} from dossier_version
      where incident_id = $1 and organisation = $2 and ($3::text is null or kind = $3) order by kind, number desc`,
    [incidentId, organisation, kind ?? null],
  )
}

/** The archive as it was handed over. */
export async function archiveOf(
  tx: Tx,
  incidentId: string,
  asked: { readonly kind: string; readonly organisation: string; readonly number: number },
): Promise<{ readonly fileName: string; readonly archive: Buffer } | undefined> {
  return maybeRow(
    tx,
    `select file_name as "fileName", archive from dossier_version
      where incident_id = $1 and kind = $2 and organisation = $3 and number = $4`,
    [incidentId, asked.kind, asked.organisation, asked.number],
  )
}

/** Two hand-overs of one incident wait for each other: each takes the next number. */
export async function lockVersions(tx: Tx, incidentId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.dossiers'), hashtext($1::text))`, [
    incidentId,
  ])
}

export interface NewVersion extends DossierVersion {
  readonly incidentId: string
  readonly factsRead: readonly { readonly key: string; readonly id: string }[]
  readonly archive: Buffer
}

export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx.query(
    `insert into dossier_version (incident_id, kind, organisation, number, tree, facts_read, content_sha256, file_name,
                                  sha256, archive, made_at, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      version.incidentId,
      version.kind,
      version.organisation,
      version.number,
      JSON.stringify(version.tree),
      JSON.stringify(version.factsRead),
      version.contentSha256,
      version.fileName,
      version.sha256,
      version.archive,
      version.madeAt,
      version.madeBy,
    ],
  )
}
