import { RadioGroup, SelectField, TextField } from '../../desk/index.ts'
import { formatInstant, type Locale, placeOfZone } from '../../platform/i18n.ts'
import { formTexts } from './form-texts.ts'
import { FORM_ZONES, type TypedFields, type TypedInstant } from './read-typed-instant.ts'

interface InstantProps {
  readonly locale: Locale
  readonly fields: TypedFields
  /** What was read of the fields when the form was sent: says what is wrong, and asks which of two instants. */
  readonly read?: TypedInstant | undefined
}

/** Day, time and place; where the local time came twice, which of the two. */
export function InstantFields({ locale, fields, read }: InstantProps) {
  const text = formTexts[locale]
  const wrong = read && 'wrong' in read ? read.wrong : undefined
  const ambiguous = read && 'ambiguous' in read ? read.ambiguous : undefined
  const dayError = wrong === 'day' || wrong === 'missing' ? text.instant[wrong] : undefined
  const timeError = ambiguous
    ? text.instant.ambiguous
    : wrong === 'time' || wrong === 'skipped'
      ? text.instant[wrong]
      : undefined
  return (
    <>
      <TextField
        name="day"
        type="date"
        label={text.day}
        value={fields['day']}
        required
        {...(dayError && { error: dayError })}
      />
      <TextField
        name="time"
        label={text.time}
        help={text.timeHelp}
        value={fields['time']}
        required
        {...(timeError && { error: timeError })}
      />
      {ambiguous ? (
        <RadioGroup
          name="which"
          label={text.which}
          choices={ambiguous.map((at, index) => ({
            value: at.offset,
            label: (index === 0 ? text.before : text.after)(
              formatInstant(at.toInstant(), locale, { zone: at.timeZoneId, form: 'time' }),
              at.offset.replace('-', '−'),
            ),
          }))}
        />
      ) : null}
      <SelectField
        name="zone"
        label={text.zone}
        {...(fields['zone'] && { value: fields['zone'] })}
        {...(wrong === 'zone' && { error: text.instant.zone })}
        choices={FORM_ZONES.map((zone) => ({ value: zone, label: placeOfZone(zone) }))}
      />
    </>
  )
}
