import { SelectField, TextField } from '../../desk/index.ts'
import { ALLOWED, contextExamples, EI_WORDS, FACTOR_WORDS, type FactorName } from '../../law/index.ts'
import type { Locale } from '../../platform/i18n.ts'
import { FACTOR_NAMES, type TypedFactors } from '../acts/chosen-factors.ts'
import type { TypedForm } from './act-forms.tsx'
import type { TypedFields } from './read-typed-instant.ts'
import { figure, type ShownProposal } from './risk-page.tsx'
import { riskTexts } from './risk-texts.ts'
import { say } from './spaced.ts'

interface FactorProps {
  readonly locale: Locale
  readonly severity: ShownProposal['severity']
  readonly form: TypedForm
}

const valueField = (name: FactorName) => `factor_${name}`
const reasonField = (name: FactorName) => `factor_${name}_reason`

/** What the form of the decision says of the factors; one left as computed is left to the facts. */
export function typedFactors(fields: TypedFields): TypedFactors {
  return Object.fromEntries(
    FACTOR_NAMES.map((name) => [
      name,
      { value: fields[valueField(name)] ?? '', reason: fields[reasonField(name)] ?? '' },
    ]),
  )
}

/** Another value for a factor of ENISA's score, with why: open when one stands or was refused. */
export function FactorFields(props: FactorProps) {
  const text = riskTexts[props.locale]
  const stands = props.severity.factors.some(({ overridden }) => overridden !== null)
  const refused = FACTOR_NAMES.some((name) => refusedWords(props.form, name) !== undefined)
  return (
    <details open={stands || refused}>
      <summary>{text.chooseFactors}</summary>
      <p class="help">{text.chooseFactorsHelp}</p>
      {props.severity.factors.map((factor) => (
        <FactorField {...props} factor={factor} />
      ))}
    </details>
  )
}

function FactorField({
  locale,
  form,
  factor,
}: FactorProps & { factor: ShownProposal['severity']['factors'][number] }) {
  const { name, value, overridden, reason } = factor
  const text = riskTexts[locale]
  const chosen = overridden !== null
  const computed = figure(overridden ?? value, locale)
  const error = refusedWords(form, name)
  return (
    <>
      <SelectField
        name={valueField(name)}
        label={text.factors[name]}
        value={form.fields[valueField(name)] ?? (chosen ? String(value) : '')}
        choices={[
          { value: '', label: text.asComputed(computed) },
          ...ALLOWED[name].map((one) => ({ value: String(one), label: stepWords(name, one, locale) })),
        ]}
        {...(error !== undefined && { error })}
      />
      {name === 'dpc' ? <ContextExamples locale={locale} /> : null}
      <TextField
        name={reasonField(name)}
        label={text.whyFactor(text.factors[name])}
        value={form.fields[reasonField(name)] ?? (chosen ? say(reason, locale) : '')}
        maxlength={300}
      />
    </>
  )
}

/** The table of the method: what each value of the context stands for. */
function ContextExamples({ locale }: { locale: Locale }) {
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  return (
    <ul class="notes">
      {ALLOWED.dpc.map((value) => (
        <li>
          <b>{value}</b>
          {colon}
          {contextExamples(value)
            .map(({ family, example }) => `${say(example, locale)} (${say(family, locale)})`)
            .join(', ')}
        </li>
      ))}
    </ul>
  )
}

function stepWords(name: FactorName, value: number, locale: Locale): string {
  const said = figure(value, locale)
  if (name !== 'ei') return said
  return `${said} (${EI_WORDS[value as keyof typeof EI_WORDS][locale]})`
}

const refusedWords = ({ refusal, locale = 'fr' }: TypedForm, name: FactorName) =>
  refusal && refusal.params['where'] === FACTOR_WORDS[name] ? refusal.text(locale) : undefined
