import { incidentPath, renderPage } from '../../desk/index.ts'
import { listOrganisations } from '../../incident/index.ts'
import { openKeptFile } from '../acts/keep-file.ts'
import { AWARENESS_FACTS, recordAwareness } from '../acts/record-awareness.ts'
import { deskOrganisation } from '../case/read-case.ts'
import { obligationRefusals } from '../refusals.ts'
import { awarenessEvents } from '../stores/awareness-store.ts'
import type { TypedForm } from './act-forms.tsx'
import { AwarenessForm, AwarenessLead, AwarenessList } from './awareness-page.tsx'
import { awarenessTexts } from './awareness-texts.ts'
import { writes } from './board-view.ts'
import { inChain } from './organisations-of-chain.ts'
import { actAtInstant, personOf, readForm } from './read-form.ts'
import { sendKeptFile } from './send-kept-file.ts'
import type { Ctx } from './show-board.tsx'
import { noticeOf, statusOf } from './show-line.tsx'

export async function showAwareness(c: Ctx, form: TypedForm = { fields: {} }): Promise<Response> {
  const locale = c.get('locale')
  const { db } = c.get('platform')
  const { id } = c.get('incident')
  const organisations = inChain(await listOrganisations(db, id))
  const props = {
    locale,
    path: (path: string) => incidentPath(c, path),
    events: await awarenessEvents(db, id),
    organisations,
    facts: AWARENESS_FACTS,
    own: deskOrganisation(organisations)?.key ?? '',
    form,
  }
  return renderPage(c, {
    title: awarenessTexts[locale].page,
    current: 'clocks',
    status: statusOf(form),
    notice: noticeOf(form, locale),
    lead: <AwarenessLead {...props} />,
    children: (
      <>
        <AwarenessList {...props} />
        {writes(c.get('viewer')) ? <AwarenessForm {...props} /> : null}
      </>
    ),
  })
}

export async function sendAwareness(c: Ctx): Promise<Response> {
  const given = await readForm(c)
  const { organisation, fact = '', who = '', how = '', evidence } = given.fields
  return actAtInstant(
    c,
    given,
    (instant) =>
      recordAwareness(
        c.get('platform'),
        c.get('incident').id,
        { organisation: organisation || undefined, fact, who, how, evidence, file: given.file, ...instant },
        personOf(c),
      ),
    'clocks/awareness',
    (form) => showAwareness(c, form),
  )
}

/** The file kept as evidence of one event. */
export async function sendEvidence(c: Ctx): Promise<Response> {
  const events = await awarenessEvents(c.get('platform').db, c.get('incident').id)
  const file = events.find(({ id }) => String(id) === c.req.param('event'))?.file?.id
  if (!file) throw obligationRefusals.unknownFile({ file: c.req.param('event') ?? '' })
  return sendKeptFile(c, await openKeptFile(c.get('platform'), c.get('incident').id, file))
}
