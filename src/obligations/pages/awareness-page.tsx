import {
  Actions,
  Button,
  Cell,
  Lead,
  Ledger,
  Row,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import type { Awareness } from '../model.ts'
import { errorOf, FileField, type TypedForm } from './act-forms.tsx'
import { awarenessTexts } from './awareness-texts.ts'
import { factLabel } from './fact-words.ts'
import { InstantFields } from './instant-fields.tsx'
import { instantWithPlace, writtenAt } from './instant-with-place.ts'

export interface NamedOrganisation {
  readonly key: string
  readonly name: string
}

interface AwarenessProps {
  readonly locale: Locale
  readonly path: (path: string) => string
  readonly events: readonly Awareness[]
  readonly organisations: readonly NamedOrganisation[]
  /** Facts that say when somebody learned of something. */
  readonly facts: readonly string[]
  readonly own: string
  readonly form: TypedForm
}

export function AwarenessLead({ locale, events }: Pick<AwarenessProps, 'locale' | 'events'>) {
  const text = awarenessTexts[locale]
  return (
    <Lead
      sentences={[text.lead(formatInteger(events.length, locale), events.length), text.next]}
      note={text.note}
    />
  )
}

/** Every event, newest first; of one organisation and one fact, the latest stands. */
export function AwarenessList({
  locale,
  path,
  events,
  organisations,
}: Omit<AwarenessProps, 'form' | 'facts' | 'own'>) {
  const text = awarenessTexts[locale]
  if (events.length === 0)
    return (
      <Section title={text.section}>
        <p>{text.none}</p>
      </Section>
    )
  const stands = (one: Awareness) =>
    events.find(({ organisation, fact }) => organisation === one.organisation && fact === one.fact) === one
  const [, starts = '', who = '', evidence = '', recorded = ''] = text.columns
  return (
    <Section title={text.section}>
      <Ledger columns={text.columns.map((label) => ({ label }))}>
        {events.map((one) => (
          <Row>
            <Cell head second={stands(one) ? undefined : text.replaced}>
              {stands(one) ? (
                instantWithPlace(one.at, locale, one.zone)
              ) : (
                <s>{instantWithPlace(one.at, locale, one.zone)}</s>
              )}
            </Cell>
            <Cell label={starts} second={nameOf(organisations, one.organisation)}>
              {factLabel(one.fact, locale)}
            </Cell>
            <Cell label={who} second={one.how}>
              {one.who}
            </Cell>
            <Cell
              label={evidence}
              second={
                one.file ? <a href={path(`clocks/awareness/${one.id}/file`)}>{one.file.name}</a> : undefined
              }
            >
              {one.evidence}
            </Cell>
            <Cell label={recorded} second={writtenAt(one.recordedAt, locale)}>
              {actorName(one.recordedBy)}
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

export function AwarenessForm({
  locale,
  path,
  organisations,
  facts,
  own,
  form,
}: Omit<AwarenessProps, 'events'>) {
  const text = awarenessTexts[locale]
  const { fields } = form
  return (
    <Section title={text.form}>
      <form method="post" action={path('clocks/awareness')} enctype="multipart/form-data">
        <SelectField
          name="organisation"
          label={text.organisation}
          value={fields['organisation'] ?? own}
          choices={organisations.map(({ key, name }) => ({ value: key, label: name }))}
          {...errorOf(form, 'organisation')}
        />
        <SelectField
          name="fact"
          label={text.fact}
          value={fields['fact'] ?? facts[0] ?? ''}
          choices={facts.map((key) => ({ value: key, label: factLabel(key, locale) }))}
          {...errorOf(form, 'fact')}
        />
        <InstantFields locale={locale} fields={fields} read={form.read} />
        <TextField
          name="who"
          label={text.who}
          help={text.whoHelp}
          value={fields['who']}
          required
          maxlength={200}
          {...errorOf(form, 'who')}
        />
        <TextField
          name="how"
          label={text.how}
          help={text.howHelp}
          value={fields['how']}
          required
          maxlength={300}
          {...errorOf(form, 'how')}
        />
        <TextArea
          name="evidence"
          label={text.evidence}
          help={text.evidenceHelp}
          value={fields['evidence'] ?? ''}
          rows={2}
          {...errorOf(form, 'evidence')}
        />
        <FileField locale={locale} form={form} />
        <Actions note={text.submitNote}>
          <Button primary>{text.submit}</Button>
        </Actions>
      </form>
    </Section>
  )
}

export function nameOf(organisations: readonly NamedOrganisation[], key: string): string {
  return organisations.find((one) => one.key === key)?.name ?? key
}
