import type { Context } from 'hono'
import { actorOf } from '../access/index.ts'
import {
  Actions,
  Button,
  type DeskEnv,
  incidentPath,
  Lead,
  Notice,
  renderPage,
  Section,
  SelectField,
  TextField,
} from '../desk/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { catalogueEntry, FACT_CATALOGUE, labelOf } from './fact-catalogue.ts'
import { choicesOf, FactFields } from './fact-fields.tsx'
import { type FieldErrors, type Fields, fieldsOf, local, readFactForm } from './fact-form.ts'
import { FACT_KINDS, type Fact, type FactKind } from './fact-value.ts'
import { LAW_KEYS } from './law-facts.ts'
import { readFields } from './may-write.ts'
import { type Said, sayIn } from './model.ts'
import { History, Value } from './page-facts.tsx'
import { recordFact } from './record-fact.ts'
import { incidentRefusals } from './refusals.ts'
import { currentFact, currentFacts, factHistory } from './store.ts'
import { supersedeFact } from './supersede-fact.ts'
import { texts } from './texts.ts'

interface FormState {
  readonly key: string
  readonly kind: FactKind
  readonly fields: Fields
  /** The version being changed; none for a new fact. */
  readonly old?: Fact | undefined
  readonly errors?: FieldErrors
  readonly refusal?: Refusal
}

/** `facts/new`: which fact, then its form. */
export async function newFactPage(c: Context<DeskEnv>): Promise<Response> {
  const { known, freeKey, kind } = c.req.query()
  const key = known || freeKey
  if (!key) return chooseFactPage(c)
  const expected = catalogueEntry(key)?.kind ?? FACT_KINDS.find((name) => name === kind) ?? 'text'
  const now = local(c.get('platform').clock.now(), 'asOfDay', 'asOfTime')
  return factFormPage(c, { key, kind: expected, fields: { ...now, owner: c.get('viewer').name } })
}

/** `facts/:key/edit`. */
export async function editFactPage(c: Context<DeskEnv>): Promise<Response> {
  const old = await standingFact(c)
  return factFormPage(c, { key: old.key, kind: old.kind, fields: fieldsOf(old), old })
}

/** `POST facts`: the first version of a fact. */
export async function createFact(c: Context<DeskEnv>): Promise<Response> {
  const fields = await readFields(c)
  const key = fields['key'] ?? ''
  const kind = FACT_KINDS.find((name) => name === fields['kind']) ?? 'text'
  const reading = readFactForm(key, kind, fields)
  if ('errors' in reading) return factFormPage(c, { key, kind, fields, errors: reading.errors })
  return answer(c, { key, kind, fields }, () =>
    recordFact(c.get('platform'), c.get('incident').id, reading.input, actorOf(c.get('viewer'))),
  )
}

/** `POST facts/:key/versions`: a new version in the place of the one that was read. */
export async function createVersion(c: Context<DeskEnv>): Promise<Response> {
  const fields = await readFields(c)
  const old = await standingFact(c)
  const state = { key: old.key, kind: old.kind, fields, old }
  const reading = readFactForm(old.key, old.kind, fields, old)
  if ('errors' in reading) return factFormPage(c, { ...state, errors: reading.errors })
  return answer(c, state, async () => {
    if (fields['replaces'] !== old.id)
      throw incidentRefusals.alreadySuperseded({ label: { fr: labelIn('fr', old), en: labelIn('en', old) } })
    await supersedeFact(c.get('platform'), old.id, reading.input, actorOf(c.get('viewer')))
  })
}

/** The list again when it is written; the form with what was typed when it is refused. */
async function answer(
  c: Context<DeskEnv>,
  state: FormState,
  write: () => Promise<unknown>,
): Promise<Response> {
  try {
    await write()
    return c.redirect(incidentPath(c, 'facts'), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return factFormPage(c, { ...state, refusal: error })
  }
}

async function standingFact(c: Context<DeskEnv>): Promise<Fact> {
  const key = c.req.param('key') ?? ''
  const fact = await currentFact(c.get('platform').db, c.get('incident').id, key)
  if (!fact) throw incidentRefusals.unknownFact({ key })
  return fact
}

function labelIn(locale: 'fr' | 'en', { key, label }: { key: string; label: Said | null }): string {
  return sayIn(locale, labelOf(key, label))
}

async function chooseFactPage(c: Context<DeskEnv>): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const taken = new Set(
    (await currentFacts(c.get('platform').db, c.get('incident').id)).map(({ key }) => key),
  )
  const known = [...Object.keys(FACT_CATALOGUE), ...LAW_KEYS]
    .filter((key) => !taken.has(key))
    .map((value) => ({ value, label: labelIn(locale, { key: value, label: null }) }))
  return renderPage(c, {
    title: text.add,
    current: 'facts',
    crumbs: [{ label: text.facts, href: incidentPath(c, 'facts') }, { label: text.add }],
    lead: <Lead sentences={[text.add]} note={text.form.keyHelp} />,
    children: (
      <form method="get" action={incidentPath(c, 'facts/new')}>
        <SelectField
          name="known"
          label={text.form.known}
          choices={[{ value: '', label: text.form.free }, ...known]}
        />
        <TextField name="freeKey" label={text.form.key} help={text.form.keyFormat} maxlength={80} />
        <SelectField name="kind" label={text.form.kind} choices={choicesOf(text.kinds)} />
        <Actions>
          <Button primary>{text.form.choose}</Button>
        </Actions>
      </form>
    ),
  })
}

async function factFormPage(c: Context<DeskEnv>, state: FormState): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const { key, kind, fields, old, errors = {}, refusal } = state
  const label = labelIn(locale, {
    key,
    label: old?.label ?? (fields['label'] ? { fr: fields['label'] } : null),
  })
  const history = old ? await factHistory(c.get('platform').db, old.incidentId, key) : []
  const wrong = Object.keys(errors).length > 0
  return renderPage(c, {
    title: old ? text.form.edit(label) : label,
    current: 'facts',
    status: refusal ? refusal.http : wrong ? 422 : 200,
    crumbs: [{ label: text.facts, href: incidentPath(c, 'facts') }, { label }],
    notice:
      refusal || wrong ? <Notice tone="late">{refusal?.text(locale) ?? text.form.refused}</Notice> : null,
    lead: (
      <Lead
        sentences={[ended(old ? text.form.edit(label) : label)]}
        note={old ? text.form.editLead : catalogueEntry(key)?.help[locale]}
      />
    ),
    children: (
      <>
        {old ? (
          <Section title={text.form.current}>
            <p>
              <Value fact={old} locale={locale} />
            </p>
            {history.length > 1 ? <History older={history.slice(1)} locale={locale} /> : null}
          </Section>
        ) : null}
        <form method="post" action={incidentPath(c, old ? `facts/${key}/versions` : 'facts')}>
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="kind" value={kind} />
          {old ? <input type="hidden" name="replaces" value={fields['replaces'] ?? old.id} /> : null}
          <FactFields
            factKey={key}
            kind={kind}
            fields={fields}
            errors={errors}
            locale={locale}
            isNew={!old}
          />
          <Actions note={text.form.saveNote}>
            <Button primary>{text.form.save}</Button>
          </Actions>
        </form>
      </>
    ),
  })
}

/** A label that asks is a sentence already. */
const ended = (sentence: string) => (/[?!.]$/.test(sentence) ? sentence : `${sentence}.`)
