import type { Context } from 'hono'
import { actorOf } from '../../access/index.ts'
import type { DeskEnv } from '../../desk/index.ts'
import { AUDIENCES, composeNotice } from '../../notices/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { pdfOfTree } from '../release/preview-notice.ts'
import { choicesOf } from './choice-store.ts'
import { composePage, composePath, placeOf, storedChoice } from './compose-page.tsx'
import { keepChoice } from './keep-choice.ts'
import { choiceOfForm } from './read-choice.ts'
import { composeDraft, readDraft } from './read-draft.ts'

type Ctx = Context<DeskEnv>

/** Shows the choice of a form, or keeps it, for this text or for every reader of the cohort. Nothing typed is lost. */
export async function changeChoice(c: Ctx): Promise<Response> {
  const place = placeOf(c)
  const form = await c.req.parseBody({ all: true })
  const { input } = await readDraft(c.get('platform'), place.incidentId, place, c.get('locale'))
  const choice = choiceOfForm(composeDraft(input, c.get('locale')).sections, form)
  const act = String(form['act'])
  if (act !== 'keep' && act !== 'keep_all') return composePage(c, { choice })
  const platform = c.get('platform')
  const actor = actorOf(c.get('viewer'))
  try {
    await keepChoice(platform, place, { after: Number(form['after'] ?? 0), choice }, actor)
    if (act === 'keep_all') {
      const stored = await choicesOf(platform.db, place.incidentId, place.cohort)
      for (const audience of AUDIENCES.filter((one) => one !== place.audience)) {
        const known = stored.find((one) => one.audience === audience && one.locale === place.locale)
        await keepChoice(platform, { ...place, audience }, { after: known?.version ?? 0, choice }, actor)
      }
    }
  } catch (refusal) {
    if (refusal instanceof Refusal) return composePage(c, { choice, refusal })
    throw refusal
  }
  return c.redirect(composePath(c, place), 303)
}

/** The letter that the choice kept makes, one PDF, to nobody. */
export async function showComposedLetter(c: Ctx): Promise<Response> {
  const place = placeOf(c)
  const { input } = await readDraft(c.get('platform'), place.incidentId, place, c.get('locale'))
  const stored = await storedChoice(c, place)
  const tree = composeNotice({ ...input, ...(stored && { choice: stored.choice }) })
  const pdf = pdfOfTree(tree, place.audience, c.get('platform').clock.now())
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="essai-${place.audience}.pdf"`,
    'cache-control': 'no-store',
  })
}
