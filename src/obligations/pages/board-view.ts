import { hasRole } from '../../access/index.ts'
import type { Viewer } from '../../desk/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Locale } from '../../platform/i18n.ts'
import { DUTY_HOLDERS, DUTY_WRITERS } from '../duty-writer.ts'
import type { Board, BoardLine } from '../model.ts'

/** Forms are shown to those whom the act itself lets through. */
export const writes = (viewer: Pick<Viewer, 'roles'>) => hasRole(viewer, ...DUTY_WRITERS)
export const holds = (viewer: Pick<Viewer, 'roles'>) => hasRole(viewer, ...DUTY_HOLDERS)

/** By rule: how many of how many are done. */
export type UnderWay = Readonly<Record<string, { readonly done: number; readonly total: number }>>

/** What rooms further on show beside a duty; given by the composition, for they read the board themselves. */
export interface BoardSlots {
  /** Path of the dossier that serves a rule, under the incident; undefined when there is none. */
  readonly dossierPath?: (ruleId: string) => string | undefined
  /** Path of the work that fulfils a rule, such as the sending for GDPR art. 34. */
  readonly workPath?: (ruleId: string) => string | undefined
  /** How far the work that fulfils each rule has come; rules without such work are left out. */
  readonly underWay?: (tx: Tx, incidentId: string) => Promise<UnderWay>
}

/** What every part of the board needs. */
export interface BoardView {
  readonly board: Board
  readonly locale: Locale
  /** Address of a path of the incident. */
  readonly path: (path: string) => string
  /** Name of who looks: the source of an answer, unless they name another. */
  readonly viewer: string
  readonly writes: boolean
  readonly holds: boolean
  readonly slots: BoardSlots
  readonly underWay: UnderWay
}

/** Address of the page of one conclusion, and of what is done on it. */
export function linePath(
  view: Pick<BoardView, 'path'>,
  line: Pick<BoardLine, 'conclusion'>,
  act = '',
): string {
  const page = `clocks/${encodeURIComponent(line.conclusion.id)}`
  return view.path(act ? `${page}/${act}` : page)
}

/** Anchor of a row. */
export const anchorOf = (conclusionId: string) => `d-${conclusionId.replaceAll(/[^\w-]/g, '-')}`
