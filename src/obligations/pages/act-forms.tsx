import { Actions, Button, Field, Section, SelectField, TextArea, TextField } from '../../desk/index.ts'
import type { Locale, Refusal } from '../../platform/refusal.ts'
import { FIELDS } from '../duty-writer.ts'
import { actTexts } from './act-texts.ts'
import { linePath } from './board-view.ts'
import { formTexts } from './form-texts.ts'
import { InstantFields } from './instant-fields.tsx'
import type { TypedFields, TypedInstant } from './read-typed-instant.ts'
import type { LineProps } from './rule-page.tsx'
import { capital, say } from './spaced.ts'

/** What was typed, and what was wrong with it. */
export interface TypedForm {
  readonly fields: TypedFields
  readonly read?: TypedInstant | undefined
  /** Said above the page; under the field that it is about as well. */
  readonly refusal?: Refusal | undefined
  readonly locale?: Locale
}

/** Words of the refusal when it is about this field. */
export function errorOf({ refusal, locale = 'fr' }: TypedForm, field: keyof typeof FIELDS | (string & {})) {
  const named = (FIELDS as Readonly<Record<string, unknown>>)[field]
  return refusal && named !== undefined && refusal.params['where'] === named
    ? { error: refusal.text(locale) }
    : {}
}

interface FilingProps extends LineProps {
  readonly form: TypedForm
  /** Number of the filing that is corrected; a new one when left out. */
  readonly corrects?: number
}

/** A filing made or planned, or its correction: when, by which channel, with which receipt and file. */
export function FilingForm({ view, line, form, corrects }: FilingProps) {
  const { locale } = view
  const text = actTexts[locale].filing
  const { fields } = form
  const channel = say(line.conclusion.snapshot.rule.channel, locale)
  return (
    <Section title={text.section}>
      <form
        method="post"
        action={linePath(view, line, corrects === undefined ? 'filing' : `filings/${corrects}/correction`)}
        enctype="multipart/form-data"
      >
        {corrects === undefined ? (
          <SelectField
            name="state"
            label={text.state}
            {...(fields['state'] && { value: fields['state'] })}
            choices={(['filed', 'planned'] as const).map((value) => ({ value, label: text.states[value] }))}
          />
        ) : (
          <TextArea
            name="reason"
            label={text.why}
            value={fields['reason'] ?? ''}
            rows={2}
            {...errorOf(form, 'reason')}
          />
        )}
        <InstantFields locale={locale} fields={fields} read={form.read} />
        <TextField
          name="receipt"
          label={text.receipt}
          help={formTexts[locale].optional}
          value={fields['receipt']}
          maxlength={120}
          {...errorOf(form, 'receipt')}
        />
        <TextField
          name="channel"
          label={text.channel}
          value={fields['channel'] ?? channel}
          maxlength={200}
          {...errorOf(form, 'channel')}
        />
        <TextArea
          name="note"
          label={text.remark}
          help={formTexts[locale].optional}
          value={fields['note'] ?? ''}
          rows={2}
          {...errorOf(form, 'note')}
        />
        <FileField locale={locale} form={form} />
        <Actions note={text.submitNote}>
          <Button primary>{corrects === undefined ? text.submit : text.correct}</Button>
        </Actions>
      </form>
    </Section>
  )
}

/** Under the correction: it was recorded by mistake. */
export function StrikeForm({ view, line, filing }: LineProps & { filing: number }) {
  const text = actTexts[view.locale].filing
  return (
    <Section title={text.strikeSection}>
      <form method="post" action={linePath(view, line, `filings/${filing}/strike`)}>
        <TextArea name="strike" label={text.strikeWhy} value="" rows={2} />
        <Actions note={text.strikeNote}>
          <Button>{text.strike}</Button>
        </Actions>
      </form>
    </Section>
  )
}

/** A file kept as proof: a form that is shown again cannot keep the file chosen, the browser forbids it. */
export function FileField({ locale, form }: { locale: LineProps['view']['locale']; form: TypedForm }) {
  const text = formTexts[locale]
  return (
    <Field
      name="file"
      label={text.file}
      help={`${text.optional} ${text.fileHelp}`}
      {...errorOf(form, 'file')}
    >
      <input id="file" name="file" type="file" aria-describedby="file-help" />
    </Field>
  )
}

export function DelayForm({ view, line, form }: LineProps & { form: TypedForm }) {
  const text = actTexts[view.locale].delay
  return (
    <Section title={text.section}>
      <form method="post" action={linePath(view, line, 'delay')}>
        <TextArea
          name="reason"
          label={text.field}
          help={text.help}
          value={form.fields['reason'] ?? line.delayReason?.text ?? ''}
          {...errorOf(form, 'reason')}
        />
        <Actions note={text.submitNote}>
          <Button primary>{text.submit}</Button>
        </Actions>
      </form>
    </Section>
  )
}

/** Beside the form: what must be said, and by which channel. */
export function ToSay({ view, line }: LineProps) {
  const { locale } = view
  const text = actTexts[locale].filing
  const { rule } = line.conclusion.snapshot
  return (
    <Section title={text.mustSay}>
      <p>
        {text.channelIs}
        <b>{say(rule.channel, locale)}</b>
      </p>
      <ul class="notes">
        {rule.contents.map((item) => (
          <li>{capital(say(item, locale))}</li>
        ))}
      </ul>
    </Section>
  )
}
