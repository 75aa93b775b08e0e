import { DeadlineTable, Section } from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { FIRST_DUTIES } from '../board/group-lines.ts'
import type { BoardLine } from '../model.ts'
import { groupsOf, type LinesOfGroup, opened } from './board-groups.ts'
import { BoardRemarks } from './board-remarks.tsx'
import { LineRows } from './board-row.tsx'
import { boardTexts, type ShownGroup } from './board-texts.ts'
import type { BoardView } from './board-view.ts'
import { NotRequiredRow } from './not-required-row.tsx'
import { QuestionForm } from './question-form.tsx'

const FIRST = 3
/** What nobody owes, or perhaps nobody, is shown by its first lines, then whole: nothing is lost, nothing hides what is due. */
const SHORTENED: readonly ShownGroup[] = ['depends', 'not_required', 'voluntary', 'coming']
/** Questions asked on the board at a time: the most decisive. Each answer may settle those that follow. */
const ASKED = 5

interface BoardProps {
  readonly view: BoardView
  /** The groups asked for in full. */
  readonly whole: readonly string[]
}

/** Every deadline of the organisation in one ruled table, by group. */
export function BoardTable({ view, whole }: BoardProps) {
  const text = boardTexts[view.locale]
  return (
    <Section
      title={text.all}
      aside={
        <>
          <a href={view.path(`clocks/export/ics${ofOther(view)}`)}>{text.calendar}</a> ·{' '}
          <a href={view.path(`clocks/export/json${ofOther(view)}`)}>{text.asData}</a>
        </>
      }
    >
      <DeadlineTable columns={text.columns}>
        {groupsOf(view.board).map((group) => (
          <Group view={view} of={group} whole={whole} />
        ))}
      </DeadlineTable>
      <OtherQuestions view={view} whole={whole} />
      <BoardRemarks view={view} />
      <Unsigned view={view} />
    </Section>
  )
}

/** Keeps to the organisation whose board it is, when it is not the desk's own. */
function ofOther({ board: { organisation } }: BoardView): string {
  return organisation && !organisation.own ? `?organisation=${encodeURIComponent(organisation.key)}` : ''
}

function Group({
  view,
  of: { group, lines },
  whole,
}: {
  view: BoardView
  of: LinesOfGroup
  whole: readonly string[]
}) {
  const text = boardTexts[view.locale]
  const n = (value: number) => formatInteger(value, view.locale)
  const shown = whole.includes(group) ? lines : firstLines(group, lines, askedUnder(view))
  const hidden = lines.length - shown.length
  const open = opened(view.board)
  const title = group === 'overdue' && lines.length > 1 ? text.overdueMany : text.groups[group]
  const others = [...whole, group].map((name) => `all=${name}`).join('&')
  return (
    <>
      <tr class="group" id={`g-${group}`}>
        <th scope="colgroup" colspan={5}>
          {title}{' '}
          <span class="count">
            {hidden > 0 ? text.someOf(n(shown.length), n(lines.length)) : n(lines.length)}
          </span>
          {hidden > 0 ? (
            <a
              class="see"
              href={`${view.path('clocks')}${ofOther(view) || '?'}${ofOther(view) ? '&' : ''}${others}#g-${group}`}
            >
              {text.seeOthers(n(hidden), hidden)}
            </a>
          ) : null}
        </th>
      </tr>
      {shown.map((line) =>
        group === 'not_required' || group === 'coming' ? (
          <NotRequiredRow view={view} line={line} />
        ) : (
          <LineRows view={view} line={line} open={line === open} />
        ),
      )}
    </>
  )
}

/** The lines under which a question is asked now. */
function askedUnder({ board }: BoardView): ReadonlySet<string> {
  return new Set(board.questions.slice(0, ASKED).map(({ under }) => under))
}

/** Of what depends: the first duties, the lines asked about, those somebody holds, those that are owed and wait for an act. */
function firstLines(
  group: ShownGroup,
  lines: readonly BoardLine[],
  asked: ReadonlySet<string>,
): readonly BoardLine[] {
  if (!SHORTENED.includes(group)) return lines
  if (group !== 'depends') return lines.slice(0, FIRST)
  const first = lines.filter(
    ({ conclusion, holder }) =>
      FIRST_DUTIES.includes(conclusion.snapshot.rule.id) ||
      asked.has(conclusion.id) ||
      holder !== null ||
      conclusion.result === 'required',
  )
  return first.length > 0 ? first : lines.slice(0, FIRST)
}

/** Questions to ask now whose row is not on the page: they can still change a result. */
function OtherQuestions({ view, whole }: BoardProps) {
  const asked = askedUnder(view)
  const shown = groupsOf(view.board).flatMap(({ group, lines }) =>
    (whole.includes(group) ? lines : firstLines(group, lines, asked)).map(({ conclusion }) => conclusion.id),
  )
  const apart = view.board.questions.slice(0, ASKED).filter(({ under }) => !shown.includes(under))
  if (apart.length === 0) return null
  return (
    <div class="other-questions">
      <h3>{boardTexts[view.locale].otherQuestions}</h3>
      {apart.map((question) => (
        <QuestionForm view={view} question={question} folded={question !== view.board.questions[0]} />
      ))}
    </div>
  )
}

function Unsigned({ view: { board, locale } }: { view: BoardView }) {
  const rules = new Map(board.lines.map(({ conclusion: { snapshot } }) => [snapshot.rule.id, snapshot.rule]))
  const waiting = [...rules.values()].filter(({ review }) => review === 'to check').length
  if (waiting === 0) return null
  const n = (value: number) => formatInteger(value, locale)
  return <p class="help unsigned">{boardTexts[locale].unsigned(n(waiting), n(rules.size))}</p>
}
