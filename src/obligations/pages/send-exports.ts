import { boardAsData, calendarOf } from './export-calendar.ts'
import { type Ctx, wholeBoard } from './show-board.tsx'
import { writeIcs } from './write-ics.ts'

/** The deadlines of the desk's own organisation for a calendar (RFC 5545). */
export async function sendCalendar(c: Ctx): Promise<Response> {
  const board = await wholeBoard(c, c.req.query('organisation') || undefined)
  const locale = c.get('locale')
  const at = c.get('platform').clock.now()
  const calendar = calendarOf(board, { ...c.get('incident'), locale, at })
  return c.body(writeIcs(calendar), 200, attached(c, 'ics', 'text/calendar'))
}

export async function sendData(c: Ctx): Promise<Response> {
  const board = await wholeBoard(c, c.req.query('organisation') || undefined)
  const data = boardAsData(board, c.get('incident'))
  return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, attached(c, 'json', 'application/json'))
}

function attached(c: Ctx, extension: string, type: string) {
  return {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="clocks-${c.get('incident').reference}.${extension}"`,
    'cache-control': 'no-store',
  }
}
