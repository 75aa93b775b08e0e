import type { Context } from 'hono'
import { Cell, type DeskEnv, incidentPath, Ledger, Row, Section } from '../../desk/index.ts'
import type { Dossier, DossierField, DossierSection } from '../model.ts'
import { saidOnce } from '../render/pdf-data.ts'
import { pageTexts } from './page-texts.ts'

type Ctx = Context<DeskEnv>

/** The document as it stands. A text is a read-only area to copy from; a box is named, to be ticked in the form. */
export function Preview({ c, dossier }: { c: Ctx; dossier: Dossier }) {
  const locale = c.get('locale')
  return (
    <>
      {dossier.sections.map((section) => (
        <Section title={section.title[locale]}>
          {(section.paragraphs ?? []).map((paragraph) => (
            <p>{paragraph[locale]}</p>
          ))}
          {(section.fields ?? []).map((field) => (
            <FieldShown c={c} field={field} />
          ))}
          {section.table ? <TableShown c={c} section={section} /> : null}
        </Section>
      ))}
    </>
  )
}

function FieldShown({ c, field }: { c: Ctx; field: DossierField }) {
  const locale = c.get('locale')
  const words = pageTexts[locale]
  const name = `f-${field.id}`
  const said = saidOnce(field)
  const about = [
    field.value !== null && field.note ? field.note[locale] : '',
    said.length > 0 ? `${words.source}${colon(locale)}${said.join(' · ')}` : '',
  ].filter((part) => part !== '')
  const copied = field.value !== null && field.kind !== 'box'
  return (
    <div class="dossier-field" id={name}>
      <div>
        {copied ? (
          <label class="name" for={`${name}-text`}>
            {field.label[locale]}
          </label>
        ) : (
          <span class="name">{field.label[locale]}</span>
        )}
        {field.toCheck ? <p class="help">{words.toCheck}</p> : null}
      </div>
      <div>
        <Value c={c} field={field} name={name} />
        {about.map((line) => (
          <p class="help">{line}</p>
        ))}
      </div>
    </div>
  )
}

const colon = (locale: 'fr' | 'en') => (locale === 'fr' ? '\u00a0: ' : ': ')

function Value({ c, field, name }: { c: Ctx; field: DossierField; name: string }) {
  const locale = c.get('locale')
  const words = pageTexts[locale]
  if (field.value === null)
    return (
      <p class="error">
        {words.missingValue(field.note?.[locale] ?? '')}
        {field.fill ? (
          <>
            {'. '}
            <a href={incidentPath(c, field.fill)}>{words.fill}</a>
          </>
        ) : null}
      </p>
    )
  if (field.kind === 'box')
    return (
      <ul>
        {field.value.map((box) => (
          <li>
            {words.tick}
            {colon(locale)}
            <b>{box}</b>
          </li>
        ))}
      </ul>
    )
  return (
    <textarea id={`${name}-text`} readonly rows={rowsOf(field.value)}>
      {field.value.join('\n')}
    </textarea>
  )
}

/** Rows that show the text whole on a wide screen; the area scrolls on a narrow one. */
function rowsOf(lines: readonly string[]): number {
  const rows = lines.reduce((total, line) => total + Math.max(1, Math.ceil(line.length / 80)), 0)
  return Math.min(12, rows)
}

function TableShown({ c, section }: { c: Ctx; section: DossierSection }) {
  const locale = c.get('locale')
  const { table } = section
  if (!table) return null
  if (table.rows.length === 0) return <p>{pageTexts[locale].emptyTable}</p>
  const columns = table.columns.map(({ label, figures }) => ({
    label: label[locale],
    ...(figures ? { align: 'right' as const } : {}),
  }))
  const cells = (row: readonly string[]) =>
    row.map((cell, at) => (
      <Cell
        head={at === 0}
        {...(at > 0 ? { label: columns[at]?.label ?? '' } : {})}
        {...(columns[at]?.align ? { align: 'right' as const } : {})}
      >
        {cell}
      </Cell>
    ))
  return (
    <Ledger columns={columns}>
      {table.rows.map((row) => (
        <Row>{cells(row)}</Row>
      ))}
      {table.total ? <Row tone="total">{cells(table.total)}</Row> : null}
    </Ledger>
  )
}
