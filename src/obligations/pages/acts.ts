import { acceptRule } from '../acts/accept-rule.ts'
import { answerQuestion } from '../acts/answer-question.ts'
import { addContract, endContract } from '../acts/contract-clauses.ts'
import { correctFiling } from '../acts/correct-filing.ts'
import { followInvestigation, openInvestigation } from '../acts/follow-investigation.ts'
import { giveDuty, letGo, takeDuty } from '../acts/hold-duty.ts'
import { openKeptFile } from '../acts/keep-file.ts'
import { recordDelayReason } from '../acts/record-delay-reason.ts'
import { planFiling, recordFiling } from '../acts/record-filing.ts'
import { strikeFiling } from '../acts/strike-filing.ts'
import { obligationRefusals } from '../refusals.ts'
import { anchorOf, type BoardSlots } from './board-view.ts'
import { actAtInstant, actOrShowAgain, type GivenForm, personOf, readForm } from './read-form.ts'
import { readTypedInstant, type TypedFields } from './read-typed-instant.ts'
import { sendKeptFile } from './send-kept-file.ts'
import { type Ctx, showBoard, viewLine } from './show-board.tsx'
import { showContracts } from './show-contracts.tsx'
import { showInvestigations } from './show-investigations.tsx'
import { showCorrection, showDelay, showFiling } from './show-line.tsx'

const ground = (c: Ctx) => [c.get('platform'), c.get('incident').id] as const
const dutyOf = (c: Ctx) => c.req.param('duty') ?? ''

/** Where the board shows the line: of another organisation than the desk's own, on its own board. */
async function rowOf(c: Ctx, slots: BoardSlots): Promise<string> {
  const { view, line } = await viewLine(c, slots)
  return boardOf(view.board.organisation, anchorOf(line.conclusion.id))
}

function boardOf(organisation: { key: string; own: boolean } | null | undefined, anchor: string): string {
  const other =
    organisation && !organisation.own ? `?organisation=${encodeURIComponent(organisation.key)}` : ''
  return `clocks${other}#${anchor}`
}

/** Taken, given to somebody, or given back. */
export async function sendHold(c: Ctx, slots: BoardSlots): Promise<Response> {
  const given = await readForm(c)
  const { act = 'take', to = '' } = given.fields
  const hold = { conclusionId: dutyOf(c) }
  const next = await rowOf(c, slots)
  const acts: Readonly<Record<string, () => Promise<void>>> = {
    let_go: () => letGo(...ground(c), hold, personOf(c)),
    give: () => giveDuty(...ground(c), { ...hold, to }, personOf(c)),
  }
  const chosen = acts[act] ?? (() => takeDuty(...ground(c), hold, personOf(c)))
  return actOrShowAgain(c, given, chosen, next, ({ refusal }) => showBoard(c, slots, refusal))
}

export async function sendFiling(c: Ctx, slots: BoardSlots): Promise<Response> {
  const given = await readForm(c)
  const { state, receipt, channel, note } = given.fields
  const write = state === 'planned' ? planFiling : recordFiling
  const filing = { conclusionId: dutyOf(c), receipt, channel, note, file: given.file }
  return actAtInstant(
    c,
    given,
    (instant) => write(...ground(c), { ...filing, ...instant }, personOf(c)),
    `clocks/${encodeURIComponent(dutyOf(c))}#filings`,
    (form) => showFiling(c, slots, form),
  )
}

/** A filing corrected: the row that stood stays, with the reason. */
export async function sendCorrection(c: Ctx, slots: BoardSlots): Promise<Response> {
  const given = await readForm(c)
  const { reason = '', receipt, channel, note } = given.fields
  const correction = {
    filing: Number(c.req.param('filing')),
    reason,
    receipt,
    channel,
    note,
    file: given.file,
  }
  return actAtInstant(
    c,
    given,
    (instant) => correctFiling(...ground(c), { ...correction, ...instant }, personOf(c)),
    `clocks/${encodeURIComponent(dutyOf(c))}#filings`,
    (form) => showCorrection(c, slots, form),
  )
}

/** A filing recorded by mistake: the line is due again. */
export async function sendStrike(c: Ctx, slots: BoardSlots): Promise<Response> {
  const given = await readForm(c)
  const strike = { filing: Number(c.req.param('filing')), reason: given.fields['strike'] ?? '' }
  return actOrShowAgain(
    c,
    given,
    () => strikeFiling(...ground(c), strike, personOf(c)),
    `clocks/${encodeURIComponent(dutyOf(c))}#filings`,
    (form) => showCorrection(c, slots, { ...form, fields: {} }),
  )
}

/** The file kept with one filing of the line. */
export async function sendFilingFile(c: Ctx, slots: BoardSlots): Promise<Response> {
  const { line } = await viewLine(c, slots)
  const number = c.req.param('filing') ?? ''
  const file = line.filings.find(({ id }) => String(id) === number)?.file?.id
  if (!file) throw obligationRefusals.unknownFile({ file: number })
  return sendKeptFile(c, await openKeptFile(...ground(c), file))
}

export async function sendDelay(c: Ctx, slots: BoardSlots): Promise<Response> {
  const given = await readForm(c)
  const { reason = '' } = given.fields
  const next = await rowOf(c, slots)
  return actOrShowAgain(
    c,
    given,
    () => recordDelayReason(...ground(c), { conclusionId: dutyOf(c), reason }, personOf(c)),
    next,
    (form) => showDelay(c, slots, form),
  )
}

/** The rule as it is written now is followed from here on. */
export async function sendAcceptance(c: Ctx, slots: BoardSlots): Promise<Response> {
  const given = await readForm(c)
  const { hash = '' } = given.fields
  return actOrShowAgain(
    c,
    given,
    () => acceptRule(...ground(c), { conclusionId: dutyOf(c), hash }, personOf(c)),
    `clocks/${encodeURIComponent(dutyOf(c))}#history`,
    ({ refusal }) => showBoard(c, slots, refusal),
  )
}

/** The answer to a question, then the board as it stands with it. */
export async function sendAnswer(c: Ctx, slots: BoardSlots): Promise<Response> {
  const given = await readForm(c)
  const { fact = '', organisation = '', source = '' } = given.fields
  const answer = answerOf(given.fields)
  const asked = { fact, organisation: organisation || undefined, source: source || c.get('viewer').name }
  const own = given.fields['board'] !== 'other'
  return actOrShowAgain(
    c,
    given,
    () => answerQuestion(...ground(c), { ...asked, ...answer }, personOf(c)),
    boardOf({ key: organisation, own }, 'content'),
    ({ refusal }) => showBoard(c, slots, refusal),
  )
}

/** A value, several of a list, or a day with its time; what was left empty is not known yet. */
function answerOf(fields: TypedFields): { answer: string | readonly string[]; zone?: string } {
  const { day, time, value = '' } = fields
  if (time !== undefined && day) {
    const read = readTypedInstant(fields)
    if ('at' in read) return { answer: read.at.toString({ timeZoneName: 'never' }), zone: read.at.timeZoneId }
    return { answer: `${day}T${time}` }
  }
  const lines = (day ?? value).split('\n').filter((one) => one.trim() !== '')
  return { answer: lines.length > 1 ? lines : (lines[0] ?? 'unknown') }
}

export async function sendClause(c: Ctx): Promise<Response> {
  const given = await readForm(c)
  const { from = '', to = '', article = '', delay = '', unit, starts } = given.fields
  const count = delay.trim() === '' ? undefined : Number(delay.replace(/\s/g, ''))
  const limit = unit === 'working_days' ? { workingDays: count } : { hours: count }
  return actOrShowAgain(
    c,
    given,
    () =>
      addContract(...ground(c), { from, to, article, ...limit, starts: starts || undefined }, personOf(c)),
    'clocks/contracts',
    (form) => showContracts(c, form),
  )
}

export async function sendClauseEnd(c: Ctx): Promise<Response> {
  const given = await readForm(c)
  const end = { clause: Number(c.req.param('clause')), reason: given.fields['reason'] ?? '' }
  return actOrShowAgain(
    c,
    given,
    () => endContract(...ground(c), end, personOf(c)),
    'clocks/contracts',
    ({ refusal }) => showContracts(c, { fields: {}, refusal }),
  )
}

export const sendInvestigation = (c: Ctx) =>
  onInvestigations(c, ({ fields }) => {
    const { authority = '', kind = '', offences = '', reference, openedOn = '', contact } = fields
    const input = { authority, kind, offences: offences.split('\n'), reference, openedOn, contact }
    return openInvestigation(...ground(c), input, personOf(c))
  })

export const sendInvestigationStep = (c: Ctx) =>
  onInvestigations(c, ({ fields }) => {
    const { investigation, state = '', on = '', note = '' } = fields
    return followInvestigation(
      ...ground(c),
      { investigation: Number(investigation), state, on, note },
      personOf(c),
    )
  })

async function onInvestigations(c: Ctx, act: (given: GivenForm) => Promise<unknown>): Promise<Response> {
  const given = await readForm(c)
  return actOrShowAgain(
    c,
    given,
    () => act(given),
    'clocks/investigations',
    (form) => showInvestigations(c, form),
  )
}
