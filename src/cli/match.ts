import { mkdir, rm, rmdir, stat } from 'node:fs/promises'
import {
  type MatchProgress,
  type MatchReport,
  matchRefusals,
  removeStale,
  runMatch,
  verdicts,
  workFolderOf,
} from '../people/match/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { type Call, defineCommand } from './command.ts'
import { matchTexts } from './match-texts.ts'

export const command = defineCommand({
  name: 'match',
  summary: { fr: matchTexts.fr.summary, en: matchTexts.en.summary },
  options: {
    register: {
      type: 'string',
      required: true,
      value: 'FILE',
      fr: 'fichier des adhérents (CSV, XLSX, Parquet)',
      en: 'the register (CSV, XLSX, Parquet)',
    },
    exposed: {
      type: 'string',
      required: true,
      value: 'FILE',
      fr: 'liste du sous-traitant (CSV, XLSX, Parquet)',
      en: 'the processor’s list (CSV, XLSX, Parquet)',
    },
    out: {
      type: 'string',
      required: true,
      value: 'DIR',
      fr: 'dossier des résultats',
      en: 'folder of the results',
    },
    columns: {
      type: 'string',
      value: 'FILE.json',
      fr: matchTexts.fr.columns,
      en: matchTexts.en.columns,
    },
    repaired: {
      type: 'string',
      value: 'FILE',
      fr: matchTexts.fr.repaired,
      en: matchTexts.en.repaired,
    },
    format: {
      type: 'string',
      value: 'parquet|csv',
      default: 'parquet',
      fr: 'format des résultats',
      en: 'format of the results',
    },
    threads: { type: 'string', value: 'N', fr: 'fils d’exécution', en: 'threads' },
    'memory-limit': { type: 'string', value: '2GB', fr: 'mémoire du moteur', en: 'memory of the engine' },
    'own-amc': {
      type: 'string',
      value: 'N,N',
      fr: 'numéros d’AMC de l’organisme (par défaut ceux du fichier des adhérents)',
      en: 'the organisation’s insurer numbers (by default those of the register)',
    },
    force: { type: 'boolean', fr: 'remplacer les résultats déjà là', en: 'replace results already there' },
  },
  async run(call) {
    const report = await withWorkFolder(call.values['out']!, (workDir) =>
      interruptible((signal) => runMatch({ ...inputOf(call), workDir, signal, onProgress: teller(call) })),
    )
    return { json: report, text: tell(report, call.locale) }
  },
})

function inputOf({ values, flags }: Call) {
  const format = values['format'] ?? 'parquet'
  if (format !== 'parquet' && format !== 'csv') {
    throw matchRefusals.badSetting({ setting: '--format', value: format, expected: 'parquet, csv' })
  }
  return {
    register: values['register']!,
    exposed: values['exposed']!,
    outDir: values['out']!,
    columns: values['columns'],
    repaired: values['repaired'],
    format: format as 'parquet' | 'csv',
    ownInsurer: values['own-amc']?.split(','),
    threads: values['threads'] === undefined ? undefined : Number(values['threads']),
    memoryLimit: values['memory-limit'],
    force: flags.has('force'),
    keepRegister: false,
  }
}

/** Work files hold the NIR: they stand beside the results, on the volume the user chose, and go whatever happens. */
async function withWorkFolder<T>(outDir: string, work: (workDir: string) => Promise<T>): Promise<T> {
  const before = await stat(outDir).catch(() => undefined)
  if (before && !before.isDirectory()) throw matchRefusals.outIsFile({ path: outDir })
  const workDir = workFolderOf(outDir)
  try {
    await removeStale(outDir)
    await mkdir(workDir, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      throw matchRefusals.folderNotWritable({ folder: outDir, problem: error.code ?? 'error' })
    })
    return await work(workDir)
  } finally {
    await rm(workDir, { recursive: true, force: true })
    // Removes an empty folder only: results stay.
    if (!before) await rmdir(outDir).catch(() => undefined)
  }
}

/** Ctrl-C stops the run, which then removes its work files. */
async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    return await work(controller.signal)
  } catch (error) {
    throw controller.signal.aborted ? matchRefusals.interrupted() : error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

/** A line for every quarter of a file and for each step. */
function teller(call: Call): (progress: MatchProgress) => void {
  const texts = matchTexts[call.locale]
  let told = ''
  return ({ step, done, total, unit, rows }) => {
    const now = `${step} ${unit === 'bytes' ? Math.floor((done * 4) / Math.max(1, total)) : ''}`
    if (now === told) return
    told = now
    const count =
      rows === undefined || unit !== 'bytes' ? '' : `, ${texts.rows(formatInteger(rows, call.locale))}`
    call.say(`${texts.steps[step]}${count}`)
  }
}

function tell(report: MatchReport, locale: Locale): string {
  const texts = matchTexts[locale]
  const number = (value: number) => formatInteger(value, locale)
  const seconds = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 })
  const { confirmed, presumed, cannot_be_excluded } = report.classes
  return [
    texts.exposedRows(number(report.exposedRows)),
    ...verdicts.map((name) => `  ${number(report.verdicts[name]).padStart(12)}  ${texts.verdicts[name]}`),
    texts.members(number(report.members), number(confirmed), number(presumed), number(cannot_be_excluded)),
    texts.quarantined(
      number(report.register.accounting.quarantined),
      number(report.exposed.accounting.quarantined),
    ),
    ...(report.exposed.repaired ? [texts.repairedRows(number(report.exposed.repaired.rows))] : []),
    ...(report.memberIdsLikeFormulas > 0 ? [texts.formulas(number(report.memberIdsLikeFormulas))] : []),
    texts.time(seconds(report.seconds['total'] ?? 0), seconds(report.cpuSeconds)),
  ].join('\n')
}
