import { REFERENCE_FIELD } from './model.ts'

/** Values that differ from one message to the next; everything else of a notice is rendered once. */
export interface FieldValues {
  readonly greeting: string
  readonly date: string
  readonly persons: string
  readonly reference: string
}

/** Places of the values in a rendered notice. Sections may only hold the reference. */
export const FIELDS: Readonly<Record<keyof FieldValues, string>> = {
  greeting: '{{greeting}}',
  date: '{{date}}',
  persons: '{{persons}}',
  reference: REFERENCE_FIELD,
}

/** Cuts a rendered notice at its fields, once; then each message is a join of a dozen strings. */
export function cutAtFields(rendered: string): (values: FieldValues) => string {
  const parts = rendered.split(/\{\{(greeting|date|persons|reference)\}\}/)
  return (values) => {
    let message = parts[0]!
    for (let at = 1; at < parts.length; at += 2)
      message += values[parts[at] as keyof FieldValues] + parts[at + 1]!
    return message
  }
}
