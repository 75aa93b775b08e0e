import { incidentPath, renderPage } from '../../desk/index.ts'
import { incidentByReference } from '../../incident/index.ts'
import { proposeRisk, RISK_LEVELS } from '../../law/index.ts'
import { factorsKept } from '../acts/chosen-factors.ts'
import { decideRisk } from '../acts/decide-risk.ts'
import { readIncidentCase } from '../case/read-case.ts'
import { type RiskDecision, riskDecisions } from '../stores/awareness-store.ts'
import type { TypedForm } from './act-forms.tsx'
import { writes } from './board-view.ts'
import { actOrShowAgain, personOf, readForm } from './read-form.ts'
import { typedFactors } from './risk-factors.tsx'
import { RiskLead, RiskSections, type ShownDecision } from './risk-page.tsx'
import { riskTexts } from './risk-texts.ts'
import type { Ctx } from './show-board.tsx'
import { noticeOf, statusOf } from './show-line.tsx'

/** What Tocsin proposes from the facts as they stand, and what people decided. */
export async function showRisk(c: Ctx, form: TypedForm = { fields: {} }): Promise<Response> {
  const locale = c.get('locale')
  const { db, clock } = c.get('platform')
  const incident = await incidentByReference(db, c.get('incident').reference)
  const { caseFile, own } = await readIncidentCase(db, clock, incident)
  const facts = caseFile.organisations.find(({ key }) => key === own)?.facts ?? {}
  const decisions = await riskDecisions(db, incident.id, own ?? undefined)
  const props = {
    locale,
    path: (path: string) => incidentPath(c, path),
    proposal: proposeRisk(
      { ...caseFile.facts, ...facts, risk_decided: null },
      factorsKept(decisions[0]?.proposal),
    ),
    decisions: decisions.map(shownDecision),
    writes: writes(c.get('viewer')),
    form,
  }
  return renderPage(c, {
    title: riskTexts[locale].page,
    current: 'clocks',
    status: statusOf(form),
    notice: noticeOf(form, locale),
    lead: <RiskLead {...props} />,
    children: <RiskSections {...props} />,
  })
}

function shownDecision({ level, reasons, at, decidedBy, proposal }: RiskDecision): ShownDecision {
  const then = (proposal as { readonly level?: unknown } | null)?.level
  return { level, reasons, at, decidedBy, proposed: RISK_LEVELS.find((one) => one === then) ?? null }
}

export async function sendRisk(c: Ctx): Promise<Response> {
  const given = await readForm(c)
  const { level = '', reasons = '' } = given.fields
  const factors = typedFactors(given.fields)
  return actOrShowAgain(
    c,
    given,
    () => decideRisk(c.get('platform'), c.get('incident').id, { level, reasons, factors }, personOf(c)),
    'clocks/risk',
    (form) => showRisk(c, form),
  )
}
