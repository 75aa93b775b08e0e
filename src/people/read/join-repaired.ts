import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ColumnMapping } from './column-mapping.ts'
import { detectLayout } from './detect-layout.ts'
import { readRepaired, rowColumnFor } from './read-repaired.ts'

/**
 * One file of repaired rows from several of one list, each of any format; the later word on a row holds. UTF-8, commas,
 * every cell quoted, with the list's own headers: `readRepaired` reads it back.
 */
export async function joinRepaired(
  list: { readonly path: string; readonly file: string; readonly columns: ColumnMapping },
  repaired: readonly string[],
  out: string,
): Promise<void> {
  const { layout } = await detectLayout(list.path, 'exposed', list.columns, list.file)
  const rows = new Map<number, readonly string[]>()
  for (const path of repaired) {
    for (const [row, cells] of (await readRepaired(path, layout, basename(path))).rows) rows.set(row, cells)
  }
  const lines = [[rowColumnFor(layout), ...layout.headers]]
  for (const [row, cells] of [...rows].sort(([a], [b]) => a - b)) lines.push([String(row), ...cells])
  await writeFile(out, lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join(''), { mode: 0o600 })
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
