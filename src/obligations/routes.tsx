import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { requireRole } from '../access/index.ts'
import type { DeskEnv } from '../desk/index.ts'
import { DUTY_HOLDERS, DUTY_WRITERS } from './duty-writer.ts'
import {
  sendAcceptance,
  sendAnswer,
  sendClause,
  sendClauseEnd,
  sendCorrection,
  sendDelay,
  sendFiling,
  sendFilingFile,
  sendHold,
  sendInvestigation,
  sendInvestigationStep,
  sendStrike,
} from './pages/acts.ts'
import type { BoardSlots } from './pages/board-view.ts'
import { sendCalendar, sendData } from './pages/send-exports.ts'
import { sendAwareness, sendEvidence, showAwareness } from './pages/show-awareness.tsx'
import { showBoard, showChain } from './pages/show-board.tsx'
import { showContracts } from './pages/show-contracts.tsx'
import { showInvestigations } from './pages/show-investigations.tsx'
import { showCorrection, showDelay, showFiling, showLine } from './pages/show-line.tsx'
import { sendRisk, showRisk } from './pages/show-risk.tsx'
import { obligationRefusals } from './refusals.ts'

/** A receipt of 20 MB with the rest of its form. */
const MOST_BYTES = 21 * 1024 * 1024

/** The deadlines under /incidents/:reference/clocks: everyone reads them, the lead and the data protection officer write. */
export function routes(slots: BoardSlots = {}): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const writers = requireRole(...DUTY_WRITERS)
  const withFile = bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw obligationRefusals.bigFile({ name: '…', most: 20 })
    },
  })
  app.get('/clocks', (c) => showBoard(c, slots))
  app.post('/clocks/answers', writers, (c) => sendAnswer(c, slots))
  app.get('/clocks/awareness', (c) => showAwareness(c))
  app.post('/clocks/awareness', writers, withFile, sendAwareness)
  app.get('/clocks/awareness/:event/file', sendEvidence)
  app.get('/clocks/risk', (c) => showRisk(c))
  app.post('/clocks/risk', writers, sendRisk)
  app.get('/clocks/contracts', (c) => showContracts(c))
  app.post('/clocks/contracts', writers, sendClause)
  app.post('/clocks/contracts/:clause{\\d{1,15}}/end', writers, sendClauseEnd)
  app.get('/clocks/investigations', (c) => showInvestigations(c))
  app.post('/clocks/investigations', writers, sendInvestigation)
  app.post('/clocks/investigations/steps', writers, sendInvestigationStep)
  app.get('/clocks/chain', (c) => showChain(c, slots))
  app.get('/clocks/export/ics', sendCalendar)
  app.get('/clocks/export/json', sendData)
  app.get('/clocks/:duty', (c) => showLine(c, slots))
  app.get('/clocks/:duty/filing', writers, (c) => showFiling(c, slots))
  app.post('/clocks/:duty/filing', writers, withFile, (c) => sendFiling(c, slots))
  app.get('/clocks/:duty/filings/:filing{\\d{1,15}}/file', (c) => sendFilingFile(c, slots))
  app.get('/clocks/:duty/filings/:filing{\\d{1,15}}/correction', writers, (c) => showCorrection(c, slots))
  app.post('/clocks/:duty/filings/:filing{\\d{1,15}}/correction', writers, withFile, (c) =>
    sendCorrection(c, slots),
  )
  app.post('/clocks/:duty/filings/:filing{\\d{1,15}}/strike', writers, (c) => sendStrike(c, slots))
  app.get('/clocks/:duty/delay', writers, (c) => showDelay(c, slots))
  app.post('/clocks/:duty/delay', writers, (c) => sendDelay(c, slots))
  app.post('/clocks/:duty/hold', requireRole(...DUTY_HOLDERS), (c) => sendHold(c, slots))
  app.post('/clocks/:duty/rule', writers, (c) => sendAcceptance(c, slots))
  return app
}
