import { createHash } from 'node:crypto'
import type { Temporal } from '../../platform/clock.ts'
import type { Locale } from '../../platform/i18n.ts'
import { MOST_NEIGHBOURS } from '../case/neighbourhood.ts'
import type { Board, BoardLine } from '../model.ts'
import { owedLines } from './board-groups.ts'
import { dueWords } from './deadline-shown.ts'
import { capital, say } from './spaced.ts'
import type { Calendar } from './write-ics.ts'

interface Export {
  readonly reference: string
  readonly title: string
  readonly exercise: boolean
  readonly locale: Locale
  /** By the wall clock. */
  readonly at: Temporal.Instant
}

const TEXTS = {
  fr: {
    name: (title: string) => `Échéances, ${title}`,
    exercise: 'Exercice',
    article: 'Texte',
    due: 'Avant',
    channel: 'Voie',
  },
  en: {
    name: (title: string) => `Deadlines, ${title}`,
    exercise: 'Exercise',
    article: 'Text',
    due: 'Before',
    channel: 'Channel',
  },
}

/** Every line that has an instant and is not done; what nobody owes is left out. No name of a person: a calendar is shared. */
export function calendarOf(board: Board, of: Export): Calendar {
  const text = TEXTS[of.locale]
  return {
    name: text.name(of.title),
    stampedAt: of.at,
    exercise: of.exercise ? text.exercise : null,
    entries: owedLines(board).flatMap((line) => {
      if (!line.dueAt || line.group === 'done') return []
      const { rule } = line.conclusion.snapshot
      const words = (said: Parameters<typeof say>[0]) => say(said, of.locale)
      return [
        {
          uid: uidOf(of.reference, line),
          dueAt: line.dueAt,
          summary: `${words(rule.title)}, ${words(line.conclusion.recipient.words)}`,
          description: [
            `${text.due}: ${dueWords(line, of.locale)}`,
            `${text.article}: ${words(rule.article)}`,
            `${text.channel}: ${capital(words(rule.channel))}`,
          ].join('\n'),
        },
      ]
    }),
  }
}

/** The same for the same duty of the same incident, whenever and in whatever language it is exported. */
function uidOf(reference: string, line: BoardLine): string {
  const hash = createHash('sha256').update(`${reference}\n${line.conclusion.id}`).digest('hex')
  return `${hash.slice(0, 32)}@tocsin`
}

/** The board for machines: what is owed, to whom, by when and by which rule; instants in UTC. */
export function boardAsData(board: Board, { reference, exercise }: Pick<Export, 'reference' | 'exercise'>) {
  const neighbours = board.neighbours?.total ?? 0
  return {
    incident: reference,
    exercise,
    now: board.now.toString(),
    neighbours: { total: neighbours, followed: Math.min(neighbours, MOST_NEIGHBOURS) },
    deadlines: board.lines.map((line) => {
      const { id, organisation, result, recipient, snapshot, because, missing } = line.conclusion
      return {
        id,
        organisation,
        recipient: recipient.organisation ?? recipient.code,
        group: line.group,
        result,
        title: snapshot.rule.title,
        article: snapshot.rule.article,
        rule: {
          id: snapshot.rule.id,
          version: snapshot.rule.version,
          sha256: snapshot.hash,
          status: snapshot.rule.status,
        },
        due: line.dueAt?.toString() ?? null,
        readings: line.clock?.readings ?? null,
        because: because.map(({ words, article }) => ({ words, article })),
        missing,
        filings: line.filings.map(({ state, at, receipt, file }) => ({
          state,
          at: at.toString(),
          receipt,
          sha256: file?.sha256 ?? null,
        })),
      }
    }),
  }
}
