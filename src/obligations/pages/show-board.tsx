import type { Context } from 'hono'
import { type DeskEnv, incidentPath, Lead, Notice, renderPage } from '../../desk/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { readBoard } from '../board/read-board.ts'
import type { Board, BoardLine } from '../model.ts'
import { obligationRefusals } from '../refusals.ts'
import { BoardLead, leadSentence } from './board-lead.tsx'
import { BoardTable } from './board-page.tsx'
import { boardTexts } from './board-texts.ts'
import { type BoardSlots, type BoardView, holds, writes } from './board-view.ts'
import { ChainLead, ChainTable } from './chain-page.tsx'
import { chainTexts } from './chain-texts.ts'

export type Ctx = Context<DeskEnv>

/** What every page of the section reads first: the board of the organisation asked for. */
export async function viewBoard(
  c: Ctx,
  slots: BoardSlots,
  organisation?: string,
  othersFrom?: number,
  including?: string,
): Promise<BoardView> {
  const viewer = c.get('viewer')
  const options = { organisation, othersFrom, including, neighboursFrom: fromQuery(c, 'neighbours') }
  const board = await readBoard(c.get('platform'), c.get('incident'), options)
  return {
    board,
    locale: c.get('locale'),
    path: (path) => incidentPath(c, path),
    viewer: viewer.name,
    writes: writes(viewer),
    holds: holds(viewer),
    slots,
    underWay: (await slots.underWay?.(c.get('platform').db, c.get('incident').id)) ?? {},
  }
}

/** The lines of every neighbour: what counts or exports must not stop at the page that is shown. */
export function wholeBoard(c: Ctx, organisation?: string): Promise<Board> {
  return readBoard(c.get('platform'), c.get('incident'), { organisation, everyNeighbour: true })
}

export async function showBoard(c: Ctx, slots: BoardSlots, refusal?: Refusal): Promise<Response> {
  const locale = c.get('locale')
  const view = await viewBoard(c, slots, c.req.query('organisation') || undefined)
  const { organisation, neighbours } = view.board
  const isPart = neighbours !== undefined && neighbours.total > neighbours.most
  const whole = isPart ? { ...view, board: await wholeBoard(c, organisation?.key) } : view
  const other = organisation && !organisation.own ? organisation : undefined
  const text = chainTexts[locale]
  return renderPage(c, {
    title: boardTexts[locale].page,
    current: 'clocks',
    status: refusal?.http ?? 200,
    ...(other && {
      crumbs: [{ label: text.page, href: incidentPath(c, 'clocks/chain') }, { label: other.name }],
    }),
    notice: refusal ? <Notice tone="late">{refusal.text(locale)}</Notice> : undefined,
    lead: other ? (
      <Lead sentences={[text.ofLead(other.name, lowered(leadSentence(whole)))]} note={text.theirs} />
    ) : (
      <BoardLead view={whole} />
    ),
    children: organisation ? <BoardTable view={view} whole={c.req.queries('all') ?? []} /> : null,
  })
}

export async function showChain(c: Ctx, slots: BoardSlots): Promise<Response> {
  const locale = c.get('locale')
  const { board, path } = await viewBoard(c, slots, undefined, fromQuery(c, 'from'))
  const others = board.others ?? { total: 0, offset: 0, organisations: [] }
  return renderPage(c, {
    title: chainTexts[locale].page,
    current: 'clocks',
    lead: <ChainLead locale={locale} others={others} />,
    children: <ChainTable locale={locale} path={path} now={board.now} others={others} />,
  })
}

/** The line that an address names: its organisation is in the id, `gdpr_33_2@tiersoin>deux-rives`. @throws obligations.unknownDuty */
export async function viewLine(c: Ctx, slots: BoardSlots): Promise<{ view: BoardView; line: BoardLine }> {
  const duty = c.req.param('duty') ?? ''
  const [, organisation, neighbour] = /@([^>]+)(?:>(.+))?$/.exec(duty) ?? []
  const view = await viewBoard(c, slots, organisation, undefined, neighbour)
  const line = view.board.lines.find(({ conclusion }) => conclusion.id === duty)
  if (!line) throw obligationRefusals.unknownDuty({ duty })
  return { view, line }
}

/** Where a page begins, from its address; the start for anything else. */
function fromQuery(c: Ctx, name: string): number {
  const from = Number(c.req.query(name) ?? 0)
  return Number.isSafeInteger(from) && from > 0 ? from : 0
}

const lowered = (text: string) => text.charAt(0).toLocaleLowerCase('fr') + text.slice(1)
