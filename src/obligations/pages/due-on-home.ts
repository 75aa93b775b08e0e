import type { DueFigures, DueLine } from '../../desk/index.ts'
import { findIncidentById } from '../../incident/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { formatDuration, type Locale } from '../../platform/i18n.ts'
import { FIRST_DUTIES } from '../board/group-lines.ts'
import { readBoardIn } from '../board/read-board.ts'
import type { Board, BoardLine } from '../model.ts'
import { isLoud, owedLines } from './board-groups.ts'
import { boardTexts } from './board-texts.ts'
import { anchorOf, type BoardSlots, type UnderWay } from './board-view.ts'
import { deadlineShown } from './deadline-shown.ts'
import { deadlineTexts } from './deadline-texts.ts'
import { capital, say, spaced } from './spaced.ts'

const MOST_LINES = 7
const MOST_PRESSING = 50

/** What the first screen tells of the duties: what is late, what presses, the question to answer, then the nearest. */
export async function dueOnHome(
  tx: Tx,
  clock: Clock,
  incidentId: string,
  locale: Locale,
  slots: BoardSlots = {},
): Promise<DueFigures | undefined> {
  const incident = await findIncidentById(tx, incidentId)
  if (!incident) return undefined
  const underWay = (await slots.underWay?.(tx, incidentId)) ?? {}
  const board = await readBoardIn(tx, clock, incident, { everyNeighbour: true })
  return dueOf(board, locale, slots, underWay)
}

export function dueOf(
  board: Board,
  locale: Locale,
  slots: BoardSlots = {},
  underWay: UnderWay = {},
): DueFigures {
  const owed = owedLines(board)
  return {
    owed: owed.length,
    overdue: owed.filter(isLoud).length,
    sentence: sentenceOf(board, locale),
    lines: pressing(board).map((line) => shown(line, board, { locale, slots, underWay })),
  }
}

/** Every loud or near one, up to fifty, for the counts are of all; then, up to seven, the answer to give, the first duties, and what comes next. */
function pressing(board: Board): BoardLine[] {
  const owed = owedLines(board)
  const first = [...owed.filter(isLoud), ...owed.filter(({ group }) => group === 'soon')]
  const open = owed.filter(({ group }) => group === 'depends')
  const asked = open.filter(({ conclusion }) => conclusion.id === board.questions[0]?.under)
  const raised = open.filter(
    (line) => FIRST_DUTIES.includes(line.conclusion.snapshot.rule.id) && !asked.includes(line),
  )
  const later = owed.filter(({ group }) => group === 'later')
  const done = owed.filter(({ group }) => group === 'done')
  const rest = [...asked, ...raised, ...later, ...done].slice(0, Math.max(0, MOST_LINES - first.length))
  return [...first.slice(0, MOST_PRESSING), ...rest]
}

interface Reader {
  readonly locale: Locale
  readonly slots: BoardSlots
  readonly underWay: UnderWay
}

function shown(line: BoardLine, board: Board, { locale, slots, underWay }: Reader): DueLine {
  const { rule } = line.conclusion.snapshot
  const { kind, words, second } = deadlineShown(line, board.now, locale, underWay)
  const owed = line.conclusion.result === 'required' && line.group !== 'done'
  return {
    kind,
    tone: isLoud(line) ? 'late' : line.group === 'soon' ? 'soon' : null,
    words,
    second,
    title: say(rule.title, locale),
    article: say(rule.article, locale),
    to: capital(say(line.conclusion.recipient.words, locale)),
    holder: line.holder ?? (owed ? null : '–'),
    path: pathOf(line),
    next: nextOf(line, board, locale, slots),
  }
}

const pathOf = (line: BoardLine, act = '') =>
  ['clocks', encodeURIComponent(line.conclusion.id), act].filter(Boolean).join('/')

function nextOf(line: BoardLine, board: Board, locale: Locale, slots: BoardSlots): DueLine['next'] {
  const text = boardTexts[locale]
  const asked = board.questions.some(({ under }) => under === line.conclusion.id)
  if (line.group === 'depends' && asked)
    return { label: homeDueTexts[locale].answer, path: `clocks#${anchorOf(line.conclusion.id)}`, take: false }
  const owed = line.conclusion.result === 'required' && line.group !== 'done'
  if (owed && line.holder === null) return { label: text.take, path: pathOf(line, 'hold'), take: true }
  const { id } = line.conclusion.snapshot.rule
  const work = owed ? slots.workPath?.(id) : undefined
  if (work) return { label: text.followSending, path: work, take: false }
  const dossier = owed ? slots.dossierPath?.(id) : undefined
  if (dossier) return { label: text.openDossier, path: dossier, take: false }
  return { label: line.group === 'done' ? text.read : text.seeRule, path: pathOf(line), take: false }
}

const fr = {
  answer: 'Répondre',
  sayWho: 'Dites qui vous êtes : vos échéances en suivent.',
  saySince: 'Dites quand vous avez su : les délais en partent.',
  overdue: (n: string, count: number) =>
    count === 1 ? `${n} échéance est dépassée` : `${n} échéances sont dépassées`,
  other: (duration: string) => `une autre tombe dans\u00a0${duration}`,
  first: (duration: string) => `une échéance tombe dans\u00a0${duration}`,
  others: (n: string, duration: string) => `${n} tombent dans les 24 heures, la première dans ${duration}`,
}

const en: typeof fr = {
  answer: 'Answer',
  sayWho: 'Say who you are: your deadlines follow from it.',
  saySince: 'Say when you became aware: the deadlines run from then.',
  overdue: (n, count) => (count === 1 ? `${n} deadline is overdue` : `${n} deadlines are overdue`),
  other: (duration) => `another falls in\u00a0${duration}`,
  first: (duration) => `one deadline falls in\u00a0${duration}`,
  others: (n, duration) => `${n} fall within 24 hours, the first in ${duration}`,
}

const homeDueTexts = { fr: spaced(fr), en }

/** « Une échéance est dépassée, une autre tombe dans 5 h 12. », or what no deadline can be told without. Quiet otherwise. */
function sentenceOf(board: Board, locale: Locale): string {
  const text = homeDueTexts[locale]
  const say = (count: number) => deadlineTexts[locale].count(count)
  const owed = owedLines(board)
  const loud = owed.filter(isLoud).length
  const soon = owed.filter(({ group }) => group === 'soon')
  const [next] = soon
  const until = next?.dueAt ? formatDuration(board.now.until(next.dueAt), locale) : ''
  const near =
    soon.length === 0
      ? []
      : soon.length > 1
        ? [text.others(say(soon.length), until)]
        : [loud > 0 ? text.other(until) : text.first(until)]
  const parts = [...(loud > 0 ? [text.overdue(say(loud), loud)] : []), ...near]
  if (parts.length > 0) return `${capital(parts.join(', '))}.`
  if (!board.organisation) return text.sayWho
  return board.awareness || owed.length === 0 ? '' : text.saySince
}
