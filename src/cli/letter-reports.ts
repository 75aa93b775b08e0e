import { readFile } from 'node:fs/promises'
import {
  applyFeedback,
  codeOf,
  type FeedbackReport,
  RETURN_REASONS,
  reportReturn,
  reportTexts,
  returnReason,
} from '../delivery/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import { ioRefusal } from '../platform/io-refusal.ts'
import type { Locale } from '../platform/refusal.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { type Call, type Command, defineCommand } from './command.ts'
import { cliRefusals } from './run-command.ts'

const roles = ['lead', 'dpo', 'communication'] as const

const feedback = defineCommand({
  name: 'letters feedback',
  roles: [...roles],
  positionals: ['FILE'],
  summary: {
    fr: 'Lit le fichier de l’imprimeur\u00a0: lettres postées, lettres revenues et pourquoi.',
    en: 'Reads the print house’s file: letters posted, letters returned and why.',
  },
  options: {
    ...incidentOption,
    'dry-run': {
      type: 'boolean',
      fr: 'dit ce qui changerait, et ne change rien',
      en: 'says what would change, and changes nothing',
    },
  },
  async run(call) {
    const file = given(call, 'letters feedback')
    const bytes = await readFile(file).catch((error) => {
      throw ioRefusal(error, file)
    })
    const { platform, actor } = await call.platform()
    const { id } = await chosenIncident(platform.db, call, 'letters feedback')
    const asked = { incidentId: id, dryRun: call.flags.has('dry-run') }
    const report = await applyFeedback(platform, bytes, asked, actor)
    for (const row of report.toLookAt) {
      const words = reportTexts[call.locale]
      if ('why' in row) call.say(`${words.line(row.line)}: ${words.why[row.why]}`)
    }
    // Rows that a person has to look at: the file is read, and the script that gave it knows.
    return { json: report, text: said(report, call.locale), exit: report.toLookAt.length > 0 ? 1 : 0 }
  },
})

function said(report: FeedbackReport, locale: Locale): string {
  const n = (value: number) => formatInteger(value, locale)
  const { rows, applied, known, unknownLetter, contradictory, unreadable, posted, returned, next } = report
  if (locale === 'en')
    return [
      `${n(rows)} rows: ${n(applied)} applied, ${n(known)} already known, ${n(unknownLetter)} of unknown letters, ${n(contradictory)} contradictory, ${n(unreadable)} unreadable.`,
      `${n(posted)} letters posted, ${n(returned)} returned: ${n(next.email)} go on by e-mail, ${n(next.letter)} to another address; ${n(next.untold)} people cannot be told.`,
    ].join('\n')
  return [
    `${n(rows)} lignes\u00a0: ${n(applied)} appliquées, ${n(known)} déjà connues, ${n(unknownLetter)} de lettres inconnues, ${n(contradictory)} contradictoires, ${n(unreadable)} illisibles.`,
    `${n(posted)} lettres postées, ${n(returned)} revenues\u00a0: ${n(next.email)} reprises par e‑mail, ${n(next.letter)} à une autre adresse\u202f; ${n(next.untold)} personnes impossibles à informer.`,
  ].join('\n')
}

const comeBack = defineCommand({
  name: 'letters return',
  roles: [...roles],
  positionals: ['CODE'],
  summary: {
    fr: 'Enregistre une lettre revenue, par le code imprimé sur elle.',
    en: 'Records a letter that came back, by the code printed on it.',
  },
  options: {
    ...incidentOption,
    reason: {
      type: 'string',
      value: 'REASON',
      default: 'other',
      fr: `motif\u00a0: ${RETURN_REASONS.join(', ')}, ou les mots de la poste`,
      en: `reason: ${RETURN_REASONS.join(', ')}, or the post’s words`,
    },
  },
  async run(call) {
    const code = codeOf(given(call, 'letters return'))
    if (!code) throw cliRefusals.usage({ command: 'letters return', problem: badCode(call.locale) })
    const { platform, actor } = await call.platform()
    const { id } = await chosenIncident(platform.db, call, 'letters return')
    const reason = returnReason(call.values['reason'] ?? 'other')
    const row = { line: 0, letterId: undefined, code, posted: undefined, returned: { on: null, reason } }
    const { verdict, next } = await reportReturn(platform, row, id, actor)
    const words = reportTexts[call.locale]
    const fr = verdict.verdict === 'known' ? 'Retour déjà connu.' : 'Retour enregistré.'
    const en = verdict.verdict === 'known' ? 'Return already known.' : 'Return recorded.'
    const done = call.locale === 'fr' ? fr : en
    const problem = 'why' in verdict ? words.why[verdict.why] : undefined
    return { json: { code, reason, ...verdict, next }, text: problem ?? done, exit: problem ? 1 : 0 }
  },
})

function badCode(locale: Locale): string {
  return locale === 'fr'
    ? 'Le code d’une lettre a huit signes, par exemple 7K3M-9QXT.'
    : 'The code of a letter has eight characters, such as 7K3M-9QXT.'
}

function given(call: Call, command: string): string {
  const value = call.positionals[0]
  if (value) return value
  const problem = call.locale === 'fr' ? 'Donnez le fichier ou le code.' : 'Give the file or the code.'
  throw cliRefusals.usage({ command, problem })
}

export const commands: readonly Command[] = [feedback, comeBack]
