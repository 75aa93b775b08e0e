import {
  type CandidateExplained,
  explainRow,
  matchRefusals,
  type RowExplained,
  type Verdict,
} from '../people/match/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { defineCommand } from './command.ts'
import { matchTexts } from './match-texts.ts'

export const command = defineCommand({
  name: 'match explain',
  summary: { fr: matchTexts.fr.explainSummary, en: matchTexts.en.explainSummary },
  options: {
    out: {
      type: 'string',
      required: true,
      value: 'DIR',
      fr: 'dossier des résultats',
      en: 'folder of the results',
    },
    row: {
      type: 'string',
      required: true,
      value: 'N',
      fr: 'ligne de données, à partir de 1',
      en: 'data row, from 1',
    },
  },
  async run({ values, locale }) {
    const row = Number(values['row'])
    if (!Number.isSafeInteger(row) || row < 1) {
      throw matchRefusals.badSetting({ setting: '--row', value: values['row'] ?? '', expected: '1, 2, 3…' })
    }
    const explained = await explainRow(values['out']!, row)
    return { json: explained, text: tell(explained, locale) }
  },
})

function tell(explained: RowExplained, locale: Locale): string {
  const texts = matchTexts[locale]
  const { upper, margin, lower, version } = explained.thresholds
  const candidates = explained.candidates.flatMap((candidate, index) =>
    tellCandidate(candidate, index + 1, locale),
  )
  return [
    texts.row(
      formatInteger(explained.exposedRow, locale),
      texts.oneRow[explained.verdict as Verdict],
      explained.reason,
    ),
    ...(candidates.length > 0 ? candidates : [texts.nobody]),
    texts.thresholds(String(upper), String(margin), String(lower), version),
  ].join('\n')
}

function tellCandidate(candidate: CandidateExplained, place: number, locale: Locale): string[] {
  const texts = matchTexts[locale]
  const marks = [candidate.tier, candidate.contradiction].filter((mark) => mark !== null).join(', ')
  const head = texts.candidate(place, formatInteger(candidate.memberRow, locale), candidate.weight.toFixed(2))
  return [
    marks === '' ? head : `${head} (${marks})`,
    ...candidate.evidence
      .filter(({ level }) => level !== null)
      .map(
        ({ field, level, weight }) =>
          `  ${field.padEnd(10)} ${String(level).padStart(2)}  ${weight.toFixed(2).padStart(7)}`,
      ),
  ]
}
