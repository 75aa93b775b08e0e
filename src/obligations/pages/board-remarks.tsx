import { Pager } from '../../desk/index.ts'
import { lawFactKey } from '../../incident/index.ts'
import { lawFact } from '../../law/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import type { BoardView } from './board-view.ts'
import { remarkTexts } from './remark-texts.ts'

/** What the board could not read, what it deduced, and which of many neighbours its lines are of. */
export function BoardRemarks({ view }: { view: BoardView }) {
  return (
    <>
      <Neighbours view={view} />
      <Unusable view={view} />
      <Derived view={view} />
    </>
  )
}

function Unusable({ view: { board, locale, path } }: { view: BoardView }) {
  const { unusable = [], organisation } = board
  if (unusable.length === 0) return null
  const text = remarkTexts[locale]
  const keyOf = (fact: string, key: string) =>
    lawFactKey(fact, key === '' ? undefined : { key, own: key === organisation?.key && organisation.own })
  return (
    <div class="help">
      <p>{text.unusable}</p>
      <ul>
        {unusable.map(({ fact, organisation: key }) => (
          <li>
            {lawFact(fact)?.question[locale] ?? fact}{' '}
            <a href={path(`facts/${keyOf(fact, key)}/edit`)}>{text.mend}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** On the desk's own board: of another organisation nothing is deduced. */
function Derived({ view: { board, locale } }: { view: BoardView }) {
  const derived = Object.entries(board.derived ?? {})
  if (derived.length === 0 || !board.organisation?.own) return null
  return (
    <details class="help">
      <summary>{remarkTexts[locale].derived}</summary>
      <ul>
        {derived.map(([fact, from]) => (
          <li>
            {lawFact(fact)?.question[locale] ?? fact} ({from[locale]})
          </li>
        ))}
      </ul>
    </details>
  )
}

function Neighbours({ view: { board, locale, path } }: { view: BoardView }) {
  const { total, offset, most } = board.neighbours ?? { total: 0, offset: 0, most: 0 }
  if (total <= most) return null
  const text = remarkTexts[locale]
  const n = (value: number) => formatInteger(value, locale)
  const after = offset + most
  const of = board.organisation?.own
    ? ''
    : `organisation=${encodeURIComponent(board.organisation?.key ?? '')}&`
  const at = (from: number) => path(`clocks?${of}neighbours=${from}`)
  return (
    <div class="help">
      <p>{text.neighbours(n(offset + 1), n(Math.min(after, total)), n(total))}</p>
      <Pager
        locale={locale}
        first={offset > 0 ? at(0) : undefined}
        next={after < total ? at(after) : undefined}
        firstLabel={text.first}
        nextLabel={text.next}
      />
    </div>
  )
}
