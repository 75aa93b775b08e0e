import type { Context } from 'hono'
import { actorOf } from '../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Notice,
  RadioGroup,
  Row,
  renderPage,
  Section,
  SelectField,
  Status,
  TextArea,
  TextField,
} from '../desk/index.ts'
import { formatInteger, type Locale } from '../platform/i18n.ts'
import { addPopulation } from './add-population.ts'
import { choicesOf, ProvenanceFields } from './fact-fields.tsx'
import { type Fields, local, readLocalInstant } from './fact-form.ts'
import { mayWrite, readFields } from './may-write.ts'
import { DATA_CATEGORIES, type Exposure, sayIn } from './model.ts'
import { type ExposureTable, exposureTable } from './read-exposure-table.ts'
import { type RecordExposureInput, recordExposure } from './record-exposure.ts'
import { showValue } from './show-value.ts'
import { blank, refusedFields, type SideForm, writeOrShowAgain } from './side-form.ts'
import { supersededExposures } from './store.ts'
import { texts } from './texts.ts'

/** `facts/exposure`: each category of data by each population. An empty cell says that nothing was said. */
export async function exposurePage(c: Context<DeskEnv>, form: SideForm = blank): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const { db } = c.get('platform')
  const table = await exposureTable(db, c.get('incident').id)
  const older = await supersededExposures(db, c.get('incident').id)
  return renderPage(c, {
    title: text.exposure,
    current: 'facts',
    status: form.refusal?.http ?? 200,
    crumbs: [{ label: text.facts, href: incidentPath(c, 'facts') }, { label: text.exposure }],
    notice: form.refusal ? <Notice tone="late">{form.refusal.text(locale)}</Notice> : null,
    lead: <Lead sentences={[leadSentence(table, locale)]} />,
    children: (
      <>
        {table.populations.length > 0 ? <Table table={table} older={older} locale={locale} /> : null}
        {mayWrite(c) && table.populations.length > 0 ? <SayForm c={c} table={table} form={form} /> : null}
        {mayWrite(c) ? <PopulationForm c={c} form={form} /> : null}
      </>
    ),
  })
}

/** `POST facts/exposure`. */
export async function createExposure(c: Context<DeskEnv>): Promise<Response> {
  const fields = await readFields(c)
  return writeOrShowAgain(c, fields, 'facts/exposure', exposurePage, () =>
    recordExposure(c.get('platform'), c.get('incident').id, readExposure(fields), actorOf(c.get('viewer'))),
  )
}

/** `POST facts/populations`. */
export async function createPopulation(c: Context<DeskEnv>): Promise<Response> {
  const fields = await readFields(c)
  const { key = '', labelFr = '', labelEn } = fields
  const label = { fr: labelFr, ...(labelEn && { en: labelEn }) }
  return writeOrShowAgain(c, fields, 'facts/exposure', exposurePage, () =>
    addPopulation(c.get('platform'), c.get('incident').id, { key, label }, actorOf(c.get('viewer'))),
  )
}

function readExposure(fields: Fields): RecordExposureInput {
  const { population = '', category, state, reasonFr, reasonEn, source = '', sourceKind } = fields
  const reason = reasonFr ? { fr: reasonFr, ...(reasonEn && { en: reasonEn }) } : null
  const asOf = readLocalInstant(fields, 'asOfDay', 'asOfTime') ?? ''
  return { population, category, state, reason, source, sourceKind, asOf } as RecordExposureInput
}

function leadSentence(table: ExposureTable, locale: Locale): string {
  if (table.populations.length === 0) return texts[locale].lead.noPopulation
  const exposed = table.rows.filter(({ cells }) => cells.some((cell) => cell?.state === 'exposed')).length
  const unknown = table.rows.filter(({ cells }) =>
    cells.some((cell) => !cell || cell.state === 'unknown'),
  ).length
  return texts[locale].lead.exposure(formatInteger(exposed, locale), formatInteger(unknown, locale))
}

function Table({
  table,
  older,
  locale,
}: {
  table: ExposureTable
  older: readonly Exposure[]
  locale: Locale
}) {
  const text = texts[locale]
  const heads = table.populations.map(({ label, size }) => ({
    label: (
      <>
        {sayIn(locale, label)}
        {size ? <span class="second">{showValue(size, locale)[0]}</span> : null}
      </>
    ),
  }))
  return (
    <Section title={text.exposure}>
      <Ledger columns={[{ label: text.exposed.category }, ...heads]}>
        {table.rows.map(({ category, cells }) => (
          <Row>
            <Cell head>{text.categories[category]}</Cell>
            {cells.map((cell, column) => (
              <ExposureCell
                cell={cell}
                older={older.filter(
                  (past) => past.category === category && past.populationId === cell?.populationId,
                )}
                locale={locale}
                population={sayIn(locale, table.populations[column]!.label)}
              />
            ))}
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

interface CellProps {
  readonly cell: Exposure | null
  /** What was said before, newest first. */
  readonly older: readonly Exposure[]
  readonly locale: Locale
  readonly population: string
}

function ExposureCell({ cell, older, locale, population }: CellProps) {
  const text = texts[locale]
  if (!cell) return <Cell label={population}>{text.exposed.unsaid}</Cell>
  const kinds = { exposed: 'impossible', not_exposed: 'not_required', unknown: 'depends' } as const
  const second = (
    <>
      {cell.reason ? `${sayIn(locale, cell.reason)} · ` : ''}
      {cell.source}, <Instant at={cell.asOf} locale={locale} />
      {older.length > 0 ? <Before older={older} locale={locale} /> : null}
    </>
  )
  return (
    <Cell label={population} second={second}>
      <Status kind={kinds[cell.state]} plain>
        {text.states[cell.state]}
      </Status>
    </Cell>
  )
}

function Before({ older, locale }: Pick<CellProps, 'older' | 'locale'>) {
  return (
    <details>
      <summary>{texts[locale].history(formatInteger(older.length, locale))}</summary>
      {older.map((past) => (
        <p>
          <s>{texts[locale].states[past.state]}</s>, {past.source}, <Instant at={past.asOf} locale={locale} />
        </p>
      ))}
    </details>
  )
}

function SayForm({ c, table, form }: { c: Context<DeskEnv>; table: ExposureTable; form: SideForm }) {
  const locale = c.get('locale')
  const text = texts[locale]
  const now = local(c.get('platform').clock.now(), 'asOfDay', 'asOfTime')
  const shown = { ...form, fields: { ...now, ...form.fields } }
  const field = refusedFields(shown, locale)
  const populations = table.populations.map(({ key, label }) => ({ value: key, label: sayIn(locale, label) }))
  const categories = DATA_CATEGORIES.map((value) => ({ value, label: text.categories[value] }))
  const missing = form.refusal?.code === 'incident.reasonMissing' ? { error: form.refusal.text(locale) } : {}
  const errors = { source: 'missing', asOf: 'date' } as const
  const where = String(form.refusal?.params['where'] ?? '') as keyof typeof errors
  const wrong = errors[where] ? { [where === 'asOf' ? 'asOfDay' : where]: errors[where] } : {}
  return (
    <Section title={text.exposed.say}>
      <form method="post" action={incidentPath(c, 'facts/exposure')}>
        <SelectField {...field('population')} label={text.exposed.population} choices={populations} />
        <SelectField {...field('category')} label={text.exposed.category} choices={categories} />
        <RadioGroup {...field('state')} label={text.exposed.state} choices={choicesOf(text.states)} />
        <TextArea
          {...field('reasonFr', 'reason.fr')}
          {...missing}
          rows={2}
          label={text.exposed.reason}
          help={text.exposed.reasonHelp}
        />
        <TextArea
          {...field('reasonEn', 'reason.en')}
          rows={2}
          label={text.form.textEn}
          help={text.form.optional}
        />
        <ProvenanceFields fields={shown.fields} errors={wrong} locale={locale} />
        <Actions note={text.form.saveNote}>
          <Button primary>{text.form.save}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function PopulationForm({ c, form }: { c: Context<DeskEnv>; form: SideForm }) {
  const locale = c.get('locale')
  const text = texts[locale].exposed
  const field = refusedFields(form, locale)
  return (
    <Section title={text.addPopulation}>
      <form method="post" action={incidentPath(c, 'facts/populations')}>
        <TextField {...field('labelFr', 'label.fr')} label={text.populationLabel} />
        <TextField {...field('labelEn', 'label.en')} label={text.populationLabelEn} />
        <TextField {...field('key')} label={text.populationKey} help={text.populationKeyHelp} />
        <Actions>
          <Button primary>{text.addPopulation}</Button>
        </Actions>
      </form>
    </Section>
  )
}
