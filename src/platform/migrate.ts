import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, rows, type Tx } from './database.ts'
import { define, refusals } from './refusal.ts'

const migrateRefusals = refusals('migrate', {
  newer: define<{ found: string }>({
    http: 503,
    exit: 78,
    fr: ({ found }) =>
      `La base vient d’une version plus récente de Tocsin (étape ${found} inconnue ici). Mettez Tocsin à jour. Rien n’a été modifié.`,
    en: ({ found }) =>
      `The database comes from a newer Tocsin (step ${found} unknown here). Update Tocsin. Nothing was changed.`,
  }),
  altered: define<{ name: string }>({
    http: 503,
    exit: 78,
    fr: ({ name }) =>
      `L’étape ${name} a changé depuis qu’elle a été appliquée à cette base. Reprenez les fichiers de la version installée. Rien n’a été modifié.`,
    en: ({ name }) =>
      `Step ${name} has changed since it was applied to this database. Take the files of the installed version. Nothing was changed.`,
  }),
})

interface Migration {
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** The numbered SQL files of a folder, in order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_.+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8')
      return { name: file.replace('.sql', ''), sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Applies what is missing, forward only, all in one transaction; refuses a database of a newer Tocsin untouched. */
export async function migrate(db: Database, migrations: Migration[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.migrate'))`)
    const applied = await appliedMigrations(tx)
    checkKnown(applied, migrations)
    for (const migration of migrations.slice(applied.length)) {
      await tx.query(migration.sql)
      await tx.query('insert into migration (name, sha256) values ($1, $2)', [
        migration.name,
        migration.sha256,
      ])
    }
  })
}

async function appliedMigrations(tx: Tx): Promise<{ name: string; sha256: string }[]> {
  await tx.query(
    `create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
  )
  return rows<{ name: string; sha256: string }>(tx, 'select name, sha256 from migration order by name')
}

function checkKnown(applied: { name: string; sha256: string }[], known: Migration[]): void {
  for (const [index, { name, sha256 }] of applied.entries()) {
    const here = known[index]
    if (here?.name !== name) throw migrateRefusals.newer({ found: name })
    if (here.sha256 !== sha256) throw migrateRefusals.altered({ name })
  }
}
