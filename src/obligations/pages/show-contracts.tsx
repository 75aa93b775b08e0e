import { incidentPath, Lead, renderPage } from '../../desk/index.ts'
import { listOrganisations } from '../../incident/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { AWARENESS_FACTS } from '../acts/record-awareness.ts'
import { deskOrganisation } from '../case/read-case.ts'
import { clausesOf } from '../stores/contract-store.ts'
import type { TypedForm } from './act-forms.tsx'
import { writes } from './board-view.ts'
import { contractTexts } from './contract-texts.ts'
import { ClauseForm, ContractSections } from './contracts-page.tsx'
import { inChain } from './organisations-of-chain.ts'
import type { Ctx } from './show-board.tsx'
import { noticeOf, statusOf } from './show-line.tsx'

export async function showContracts(c: Ctx, form: TypedForm = { fields: {} }): Promise<Response> {
  const locale = c.get('locale')
  const text = contractTexts[locale]
  const { db } = c.get('platform')
  const { id } = c.get('incident')
  const organisations = inChain(await listOrganisations(db, id))
  const clauses = await clausesOf(db, id)
  const inForce = clauses.filter(({ endedAt }) => endedAt === null).length
  const props = {
    locale,
    path: (path: string) => incidentPath(c, path),
    clauses,
    organisations,
    own: deskOrganisation(organisations)?.key ?? '',
    facts: AWARENESS_FACTS,
    writes: writes(c.get('viewer')),
    form,
  }
  return renderPage(c, {
    title: text.page,
    current: 'clocks',
    status: statusOf(form),
    notice: noticeOf(form, locale),
    lead: (
      <Lead sentences={[text.lead(formatInteger(inForce, locale), inForce), text.next]} note={text.note} />
    ),
    children: (
      <>
        <ContractSections {...props} />
        {props.writes ? <ClauseForm {...props} /> : null}
      </>
    ),
  })
}
