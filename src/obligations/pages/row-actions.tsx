import type { Child } from 'hono/jsx'
import { Button } from '../../desk/index.ts'
import type { BoardLine } from '../model.ts'
import { boardTexts } from './board-texts.ts'
import { type BoardView, linePath } from './board-view.ts'

interface ActionsProps {
  readonly view: BoardView
  readonly line: BoardLine
}

/** What comes next for a row: the act first, then the ways to look. */
export function RowActions({ view, line }: ActionsProps) {
  const verbs = verbsOf({ view, line })
  const { first, more } = linksOf({ view, line }, verbs.length > 0)
  return (
    <div class="row-actions">
      {verbs.length > 0 ? <span class="verbs">{verbs}</span> : null}
      {first ? <span>{first}</span> : null}
      {more.length > 0 ? (
        <span class="more">
          {more.map((link, index) => (
            <>
              {index > 0 ? ' · ' : ''}
              {link}
            </>
          ))}
        </span>
      ) : null}
    </div>
  )
}

function verbsOf({ view, line }: ActionsProps): Child[] {
  const text = boardTexts[view.locale]
  const owed =
    ['overdue', 'soon', 'depends', 'later'].includes(line.group) && line.conclusion.result === 'required'
  if (!owed) return []
  const take = (
    <form method="post" action={linePath(view, line, 'hold')}>
      <Button small>{text.take}</Button>
    </form>
  )
  const reason = (
    <a class="button small" href={linePath(view, line, 'delay')}>
      {text.reason}
    </a>
  )
  return [
    ...(view.holds && line.holder === null ? [take] : []),
    ...(view.writes && line.group === 'overdue' && line.delayReason === null ? [reason] : []),
  ]
}

interface Links {
  readonly first?: Child
  readonly more: readonly Child[]
}

/** One link stands out: the work itself; failing that the filing, unless a button already does. */
function linksOf({ view, line }: ActionsProps, hasVerb: boolean): Links {
  const text = boardTexts[view.locale]
  const { rule } = line.conclusion.snapshot
  const rulePage = linePath(view, line)
  if (line.group === 'done')
    return { first: <a href={`${rulePage}#filings`}>{receiptWords(line, view.locale)}</a>, more: [] }
  const dossier = view.slots.dossierPath?.(rule.id)
  const work = view.slots.workPath?.(rule.id)
  const files = view.writes && line.conclusion.result === 'required' && rule.nature !== 'voluntary'
  const links = [
    ...(work ? [<a href={view.path(work)}>{text.followSending}</a>] : []),
    ...(dossier ? [<a href={view.path(dossier)}>{text.openDossier}</a>] : []),
    ...(files ? [<a href={linePath(view, line, 'filing')}>{text.file}</a>] : []),
    <a href={rulePage}>{text.seeRule}</a>,
  ]
  if (hasVerb && !work && !dossier) return { more: links }
  const [first, ...more] = links
  return { first, more }
}

function receiptWords({ filings }: BoardLine, locale: BoardView['locale']): string {
  const text = boardTexts[locale]
  const receipt = filings.find(({ state, receipt }) => state === 'filed' && receipt)?.receipt
  return receipt ? text.receipt(receipt) : text.read
}
