import { Checkbox, RadioGroup, Section, SelectField, TextArea, TextField } from '../desk/index.ts'
import type { Locale } from '../platform/i18n.ts'
import { catalogueEntry } from './fact-catalogue.ts'
import { type FieldErrors, type Fields, FORM_ZONE } from './fact-form.ts'
import type { FactKind } from './fact-value.ts'
import { sayIn } from './model.ts'
import { texts } from './texts.ts'

export interface FormProps {
  readonly fields: Fields
  readonly errors: FieldErrors
  readonly locale: Locale
}

/** What a text field needs to show again what was typed, and what is wrong with it. */
export function typed({ fields, errors, locale }: FormProps, name: string) {
  const code = errors[name]
  const message = code && texts[locale].problems[code]
  const error = message && message.charAt(0).toUpperCase() + message.slice(1)
  return { name, value: fields[name] ?? '', ...(error && { error }) }
}

/** The controls of a fact: its value by kind, then who says it and how surely. */
export function FactFields(props: FormProps & { factKey: string; kind: FactKind; isNew: boolean }) {
  const text = texts[props.locale]
  const free = props.isNew && !catalogueEntry(props.factKey)
  return (
    <>
      <Section title={text.columns.value}>
        {free ? <TextField {...typed(props, 'label')} label={text.form.label} maxlength={200} /> : null}
        {props.errors['key'] ? <p class="error">{text.problems.key}</p> : null}
        <ValueFields {...props} />
      </Section>
      <Section title={text.columns.source}>
        <ProvenanceFields {...props} />
        <SelectField
          {...typed(props, 'confidence')}
          label={text.form.confidence}
          choices={choicesOf(text.confidences)}
        />
        <TextField {...typed(props, 'owner')} label={text.form.owner} help={text.form.ownerHelp} />
      </Section>
    </>
  )
}

/** Who says it, and as of when. */
export function ProvenanceFields(props: FormProps) {
  const text = texts[props.locale]
  return (
    <>
      <TextField {...typed(props, 'source')} label={text.form.source} help={text.form.sourceHelp} />
      <SelectField
        {...typed(props, 'sourceKind')}
        label={text.form.sourceKind}
        choices={choicesOf(text.sourceKinds)}
      />
      <TextField {...typed(props, 'asOfDay')} type="date" label={text.form.asOfDay} />
      <TextField {...typed(props, 'asOfTime')} label={text.form.asOfTime} />
    </>
  )
}

function ValueFields(props: FormProps & { factKey: string; kind: FactKind }) {
  const { kind, locale, fields } = props
  const text = texts[locale]
  const field = (name: string) => typed(props, name)
  switch (kind) {
    case 'text':
      return (
        <>
          <TextArea {...field('textFr')} label={text.form.textFr} />
          <TextArea {...field('textEn')} label={text.form.textEn} help={text.form.optional} />
        </>
      )
    case 'number':
      return (
        <>
          <TextField {...field('amount')} inputmode="numeric" label={text.form.amount} />
          <Checkbox
            name="approximate"
            label={text.form.approximate}
            checked={fields['approximate'] === 'yes'}
          />
        </>
      )
    case 'instant':
      return (
        <>
          <TextField {...field('day')} type="date" label={text.form.day} />
          <TextField
            {...field('time')}
            label={text.form.time}
            help={text.form.timeHelp(FORM_ZONE.split('/')[1]!)}
          />
        </>
      )
    case 'date':
      return <TextField {...field('day')} type="date" label={text.form.day} />
    case 'list':
      if (choicesOfKey(props.factKey).length > 0) return <TickedLines {...props} />
      return (
        <>
          <TextArea {...field('linesFr')} rows={6} label={text.form.linesFr} />
          <TextArea {...field('linesEn')} rows={6} label={text.form.linesEn} help={text.form.optional} />
        </>
      )
    case 'period':
      return <PeriodFields {...props} />
    case 'contact':
      return <ContactFields {...props} />
    case 'yes_no':
      return <RadioGroup {...field('answer')} label={text.form.answer} choices={choicesOf(text.answers)} />
    case 'choice':
      return <ChoiceFields {...props} />
  }
}

function PeriodFields(props: FormProps) {
  const text = texts[props.locale]
  return (
    <>
      <TextField {...typed(props, 'from')} type="date" label={text.form.from} />
      <TextField {...typed(props, 'to')} type="date" label={text.form.to} help={text.form.toHelp} />
      <TextField {...typed(props, 'saidFr')} label={text.form.saidFr} help={text.form.optional} />
      <TextField {...typed(props, 'saidEn')} label={text.form.saidEn} help={text.form.optional} />
    </>
  )
}

function ContactFields(props: FormProps) {
  const text = texts[props.locale]
  return (
    <>
      <TextField {...typed(props, 'name')} label={text.form.name} />
      <TextField {...typed(props, 'email')} label={text.form.email} />
      <TextField {...typed(props, 'phone')} type="tel" label={text.form.phone} />
      <TextArea {...typed(props, 'postal')} rows={5} label={text.form.postal} />
    </>
  )
}

function ChoiceFields(props: FormProps & { factKey: string }) {
  const text = texts[props.locale]
  const choices = choicesOfKey(props.factKey)
  if (choices.length === 0) return <TextField {...typed(props, 'code')} label={text.form.answer} />
  return (
    <RadioGroup
      {...typed(props, 'code')}
      label={text.form.answer}
      choices={choices.map(([value, word]) => ({ value, label: sayIn(props.locale, word) }))}
    />
  )
}

/** A list whose lines are known: each is ticked, in French, and keeps its code. */
function TickedLines({ factKey, fields, errors, locale }: FormProps & { factKey: string }) {
  const ticked = (fields['linesFr'] ?? '').split('\n')
  const problem = errors['linesFr']
  return (
    <fieldset>
      <legend>{texts[locale].form.answer}</legend>
      {problem ? <p class="error">{texts[locale].problems[problem]}</p> : null}
      {choicesOfKey(factKey).map(([, words]) => (
        <Checkbox
          name="linesFr"
          value={words.fr}
          label={sayIn(locale, words)}
          checked={ticked.includes(words.fr)}
        />
      ))}
    </fieldset>
  )
}

function choicesOfKey(key: string) {
  return Object.entries(catalogueEntry(key)?.choices ?? {})
}

export function choicesOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
