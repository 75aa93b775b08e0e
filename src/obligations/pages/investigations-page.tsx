import {
  Actions,
  Button,
  Cell,
  Ledger,
  Row,
  Section,
  SelectField,
  Status,
  TextArea,
  TextField,
} from '../../desk/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDay, type Locale } from '../../platform/i18n.ts'
import { errorOf, type TypedForm } from './act-forms.tsx'
import { investigationTexts } from './investigation-texts.ts'

type Kind = keyof (typeof investigationTexts)['fr']['kinds']
type State = keyof (typeof investigationTexts)['fr']['states']

interface ShownInvestigation {
  readonly id: number
  readonly authority: string
  readonly kind: Kind
  readonly offences: readonly string[]
  readonly reference: string
  readonly openedOn: string
  readonly contact: string
  readonly steps: readonly { readonly state: State; readonly on: string; readonly note: string }[]
}

interface InvestigationsProps {
  readonly locale: Locale
  readonly path: (path: string) => string
  readonly investigations: readonly ShownInvestigation[]
  readonly form: TypedForm
}

const ICONS = { open: 'running', waiting: 'soon', answered: 'done', closed: 'done' } as const
const day = (iso: string, locale: Locale) => formatDay(Temporal.PlainDate.from(iso), locale)

export function InvestigationList({ locale, investigations }: InvestigationsProps) {
  const text = investigationTexts[locale]
  const [, about = '', state = '', contact = ''] = text.columns
  if (investigations.length === 0) return null
  return (
    <Section title={text.section}>
      <Ledger columns={text.columns.map((label) => ({ label }))}>
        {investigations.map((one) => {
          const stands = one.steps[0]?.state ?? 'open'
          return (
            <Row>
              <Cell
                head
                second={[text.kinds[one.kind], one.reference, text.openedOn(day(one.openedOn, locale))]
                  .filter(Boolean)
                  .join(' · ')}
              >
                {one.authority}
              </Cell>
              <Cell label={about}>{one.offences.join(', ')}</Cell>
              <Cell
                label={state}
                second={one.steps.map(({ on, note }) => (
                  <span class="second">{text.step(day(on, locale), note)}</span>
                ))}
              >
                <Status kind={ICONS[stands]} plain={stands === 'open'}>
                  {text.states[stands]}
                </Status>
              </Cell>
              <Cell label={contact}>{one.contact || '–'}</Cell>
            </Row>
          )
        })}
      </Ledger>
    </Section>
  )
}

export function InvestigationForm({ locale, path, form }: InvestigationsProps) {
  const text = investigationTexts[locale]
  const { fields } = form
  return (
    <Section title={text.form}>
      <form method="post" action={path('clocks/investigations')}>
        <TextField
          name="authority"
          label={text.authority}
          value={fields['authority']}
          required
          maxlength={200}
          {...errorOf(form, 'authority')}
        />
        <SelectField
          name="kind"
          label={text.kind}
          value={fields['kind'] ?? 'inspection'}
          choices={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
          {...errorOf(form, 'kind')}
        />
        <TextArea
          name="offences"
          label={text.offences}
          help={text.offencesHelp}
          value={fields['offences'] ?? ''}
          rows={3}
          {...errorOf(form, 'offences')}
        />
        <TextField
          name="reference"
          label={text.reference}
          value={fields['reference']}
          maxlength={200}
          {...errorOf(form, 'reference')}
        />
        <TextField
          name="openedOn"
          type="date"
          label={text.day}
          value={fields['openedOn']}
          required
          {...errorOf(form, 'day')}
        />
        <TextField
          name="contact"
          label={text.contact}
          help={text.contactHelp}
          value={fields['contact']}
          maxlength={200}
          {...errorOf(form, 'contact')}
        />
        <Actions>
          <Button primary>{text.submit}</Button>
        </Actions>
      </form>
    </Section>
  )
}

export function StepForm({ locale, path, investigations, form }: InvestigationsProps) {
  const text = investigationTexts[locale]
  const { fields } = form
  if (investigations.length === 0) return null
  return (
    <Section title={text.stepForm}>
      <form method="post" action={path('clocks/investigations/steps')}>
        <SelectField
          name="investigation"
          label={text.which}
          value={fields['investigation'] ?? String(investigations.at(-1)?.id ?? '')}
          choices={investigations.map(({ id, authority, reference }) => ({
            value: String(id),
            label: [authority, reference].filter(Boolean).join(', '),
          }))}
        />
        <SelectField
          name="state"
          label={text.state}
          value={fields['state'] ?? 'waiting'}
          choices={Object.entries(text.states).map(([value, label]) => ({ value, label }))}
          {...errorOf(form, 'state')}
        />
        <TextField name="on" type="date" label={text.stepDay} value={fields['on']} required />
        <TextArea
          name="note"
          label={text.stepNote}
          value={fields['note'] ?? ''}
          rows={2}
          {...errorOf(form, 'note')}
        />
        <Actions>
          <Button>{text.stepSubmit}</Button>
        </Actions>
      </form>
    </Section>
  )
}
