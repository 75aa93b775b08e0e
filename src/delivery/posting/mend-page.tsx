import type { Context } from 'hono'
import { actorOf } from '../../access/index.ts'
import {
  Actions,
  Button,
  type DeskEnv,
  Lead,
  Notice,
  RadioGroup,
  renderPage,
  TextField,
} from '../../desk/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { samePage } from '../pages/campaign-in-hand.ts'
import { showLetters } from './letters-page.tsx'
import { lettersTexts } from './letters-texts.ts'
import { ADDRESS_SOURCES, mendAddress } from './mend-address.ts'
import { letterToMend } from './mend-store.ts'
import { postingRefusals } from './refusals.ts'

type Ctx = Context<DeskEnv>

export async function showMending(c: Ctx): Promise<Response> {
  return mendingPage(c, {})
}

/** A refused address comes back with what was typed: nothing is lost. */
async function mendingPage(c: Ctx, typed: Record<string, unknown>, refused?: string): Promise<Response> {
  const words = lettersTexts[c.get('locale')]
  const id = Number(c.req.param('id'))
  const letter = await letterToMend(c.get('platform').db, c.get('incident').id, id)
  if (!letter) throw postingRefusals.nothingToMend({ delivery: id })
  const was = (name: string) => (typeof typed[name] === 'string' ? typed[name] : undefined)
  const field = (name: string, label: string, help?: string, required = false) => (
    <TextField name={name} label={label} help={help} value={was(name)} required={required} maxlength={120} />
  )
  return renderPage(c, {
    title: words.mendTitle(id),
    current: 'letters',
    status: refused ? 422 : 200,
    notice: refused ? <Notice tone="late">{refused}</Notice> : undefined,
    lead: <Lead sentences={[words.mendLead(letter.persons.length)]} note={words.mendHelp} />,
    children: (
      <form method="post" action={samePage(c, `letters/addresses/${id}`)}>
        {words.lines.map((label, at) => field(`line_${at + 1}`, label))}
        {field('postcode', words.postcode)}
        {field('city', words.city, undefined, true)}
        {field('country', words.country, words.countryHelp)}
        <RadioGroup
          name="source"
          label={words.source}
          value={was('source') ?? 'addressee'}
          choices={ADDRESS_SOURCES.map((value) => ({ value, label: words.sources[value] }))}
        />
        <Actions>
          <Button primary>{words.sendAgain}</Button>
        </Actions>
      </form>
    ),
  })
}

export async function mend(c: Ctx): Promise<Response> {
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
  const postal = {
    lines: [1, 2, 3, 4].map((at) => text(`line_${at}`)),
    postcode: text('postcode'),
    city: text('city'),
    country: text('country'),
  }
  const source = ADDRESS_SOURCES.find((known) => known === form['source']) ?? 'addressee'
  const mending = { incidentId: c.get('incident').id, deliveryId: Number(c.req.param('id')), postal, source }
  const viewer = c.get('viewer')
  try {
    const done = await mendAddress(c.get('platform'), mending, { actor: actorOf(viewer), name: viewer.name })
    return showLetters(c, { notice: lettersTexts[c.get('locale')].mended(done.deliveryId) })
  } catch (error) {
    if (!(error instanceof Refusal) || !/^delivery\.address(?:NotUsable|HoldsNir)$/.test(error.code))
      throw error
    return mendingPage(c, form, error.text(c.get('locale')))
  }
}
