import type { Child } from 'hono/jsx'

interface FieldProps {
  readonly name: string
  readonly label: Child
  readonly help?: Child
  /** What is wrong and what to do, under the field. */
  readonly error?: Child
}

interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined
  readonly type?: 'text' | 'search' | 'email' | 'date' | 'datetime-local' | 'number' | 'password' | 'tel'
  readonly required?: boolean
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'text' | 'search'
  readonly pattern?: string
  readonly maxlength?: number
}

/** Label above, help under the label, control, error under it; tied together for screen readers. */
export function TextField({ name, label, help, error, type = 'text', ...input }: TextFieldProps) {
  return (
    <Field name={name} label={label} help={help} error={error}>
      <input id={name} name={name} type={type} {...described(name, help, error)} {...input} />
    </Field>
  )
}

export function TextArea({
  name,
  label,
  help,
  error,
  value,
  rows = 4,
}: FieldProps & { value?: string; rows?: number }) {
  return (
    <Field name={name} label={label} help={help} error={error}>
      <textarea id={name} name={name} rows={rows} {...described(name, help, error)}>
        {value}
      </textarea>
    </Field>
  )
}

export interface Choice {
  readonly value: string
  readonly label: Child
}

export function SelectField(props: FieldProps & { value?: string; choices: readonly Choice[] }) {
  const { name, label, help, error, value, choices } = props
  return (
    <Field name={name} label={label} help={help} error={error}>
      <select id={name} name={name} {...described(name, help, error)}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Radios in words, with the consequence in the label. */
export function RadioGroup(props: FieldProps & { value?: string; choices: readonly Choice[] }) {
  return (
    <fieldset class="field radios">
      <legend>{props.label}</legend>
      {props.help ? <p class="help">{props.help}</p> : null}
      {props.choices.map((choice) => (
        <label class="choice">
          <input type="radio" name={props.name} value={choice.value} checked={choice.value === props.value} />
          {choice.label}
        </label>
      ))}
      {props.error ? <p class="error">{props.error}</p> : null}
    </fieldset>
  )
}

export function Checkbox({
  name,
  label,
  value = 'yes',
  checked,
}: Omit<FieldProps, 'help'> & { value?: string; checked?: boolean }) {
  return (
    <label class="choice">
      <input type="checkbox" name={name} value={value} checked={checked ?? false} />
      {label}
    </label>
  )
}

/** The frame of any control: give the control `id={name}`. */
export function Field({ name, label, help, error, children }: FieldProps & { children: Child }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {help ? (
        <p class="help" id={`${name}-help`}>
          {help}
        </p>
      ) : null}
      {children}
      {error ? (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

function described(name: string, help: Child, error: Child) {
  const ids = [help ? `${name}-help` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  return {
    ...(ids ? { 'aria-describedby': ids } : {}),
    ...(error ? { 'aria-invalid': 'true' as const } : {}),
  }
}
