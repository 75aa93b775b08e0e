import { type Context, Hono } from 'hono'
import { actorOf, lookUpAbsent, lookUpPerson, requireRole, requireStepUp } from '../../access/index.ts'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { compileNotice } from '../../notices/index.ts'
import { addressLines, noticeRecipient } from '../index.ts'
import { previewLetter } from '../letters/index.ts'
import { SEALERS } from './model.ts'
import { personPaper } from './person-paper.ts'
import { showProof } from './proof-page.tsx'
import { provePerson } from './prove-person.ts'
import { sendReachCsv } from './reach-section.tsx'
import { letterOwner, sentTexts } from './received-store.ts'
import { proofRefusals } from './refusals.ts'
import { sealOutcomes } from './seal-outcomes.ts'

type Ctx = Context<DeskEnv>

/** Pages under /incidents/:reference: proof, and what proves one person. */
export function proofRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const sealers = requireRole(...SEALERS)
  app.get('/proof', showProof)
  app.get('/proof/reach.csv', sendReachCsv)
  app.post('/proof/seals', sealers, seal)
  app.get('/people/:id{[0-9]+}/proof/:form{pdf|json}', sealers, requireStepUp(), sendPersonProof)
  app.get('/people/letters/:delivery{[0-9]+}', sealers, requireStepUp(), sendLetter)
  return app
}

async function seal(c: Ctx): Promise<Response> {
  const { id, reference } = c.get('incident')
  const asked = { incident: { id, reference }, milestone: 'on_demand' } as const
  await sealOutcomes(c.get('platform'), asked, actorOf(c.get('viewer')))
  return c.redirect(incidentPath(c, 'proof'), 303)
}

/** The paper or the file of one person: journalled, and counted as a look-up of that person. */
async function sendPersonProof(c: Ctx): Promise<Response> {
  const platform = c.get('platform')
  const { id, reference } = c.get('incident')
  const personId = Number(c.req.param('id'))
  const form = c.req.param('form') === 'pdf' ? 'pdf' : 'json'
  await lookUpAbsent(platform, c.get('viewer'), {
    incidentId: id,
    subject: personId,
    kind: 'proof.person_made',
    payload: { personId, form, motive: 'proof' },
  })
  const actor = actorOf(c.get('viewer'))
  const proof = await provePerson(platform, { incident: { id, reference }, personId }, actor)
  const body =
    form === 'pdf'
      ? new Uint8Array(await personPaper(platform.db, id, proof, c.get('locale')))
      : `${JSON.stringify(proof, null, 1)}\n`
  return c.body(body, 200, {
    'content-type': form === 'pdf' ? 'application/pdf' : 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${reference}-p${personId}.${form}"`,
    'cache-control': 'no-store',
  })
}

/** One letter as it was set, with its address: a look-up of the person written to, whose address is shown. */
async function sendLetter(c: Ctx): Promise<Response> {
  const platform = c.get('platform')
  const { id } = c.get('incident')
  const delivery = Number(c.req.param('delivery'))
  const owner = await letterOwner(platform.db, id, delivery)
  if (!owner) throw proofRefusals.noLetter()
  await lookUpPerson(platform, c.get('viewer'), {
    personId: owner.personId,
    incidentId: id,
    motive: 'sending_check',
    shown: 'address',
  })
  const [sent] = await sentTexts(platform.db, [delivery])
  const address = sent?.recipient ? addressLines(sent.recipient) : undefined
  if (!sent?.recipient || !sent.writtenAt || !address) throw proofRefusals.noLetter()
  const content = compileNotice(sent.tree)(noticeRecipient(sent.recipient, sent.code, sent.writtenAt)).letter
  const pdf = previewLetter({ id: String(delivery), address, content }, sent.writtenAt)
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="d${delivery}.pdf"`,
    'cache-control': 'no-store',
  })
}
