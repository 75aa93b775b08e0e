import { Cell, Ledger, Row } from '../../desk/index.ts'
import type { Field, ListRole, SideMapping } from '../read/index.ts'
import { chosenFields, controlOf, fieldsOf } from './choose-columns.ts'
import type { SeenFile } from './model.ts'
import type { IntakeTexts } from './texts.ts'

const EXAMPLES = 2

/** Every column of the file, a few masked cells, the field it gives and why; the field can be changed. */
export function ColumnsTable(props: {
  role: ListRole
  seen: SeenFile
  side: SideMapping | undefined
  text: IntakeTexts
}) {
  const { role, seen, side, text } = props
  const { confirm } = text
  const fields = chosenFields(seen, side)
  return (
    <Ledger caption={text.roles[role]} columns={confirm.columns.map((label) => ({ label }))}>
      {seen.layout.headers.map((header, index) => (
        <Row>
          <Cell head>{header}</Cell>
          <Cell label={confirm.columns[1]!}>{examplesOf(seen, index)}</Cell>
          <Cell label={confirm.columns[2]!}>
            <FieldChoice
              name={controlOf(role, index)}
              label={confirm.fieldOf(header)}
              fields={fieldsOf(role)}
              value={fields[index] ?? null}
              text={text}
            />
          </Cell>
          <Cell label={confirm.columns[3]!}>{confirm.why[reasonOf(seen, index, fields[index] ?? null)]}</Cell>
        </Row>
      ))}
    </Ledger>
  )
}

/** The first cells that hold something, for a column may begin with empty ones. */
function examplesOf({ preview }: SeenFile, index: number): string {
  const cells = preview.map((row) => row[index] ?? '').filter((cell) => cell !== '')
  return [...new Set(cells)].slice(0, EXAMPLES).join(' · ') || '—'
}

function reasonOf(seen: SeenFile, index: number, field: Field | null): keyof IntakeTexts['confirm']['why'] {
  if (field === null) return 'none'
  if (field !== seen.fieldOfColumn[index]) return 'chosen'
  return seen.layout.reasons[field] === 'content' ? 'content' : 'header'
}

function FieldChoice(props: {
  name: string
  label: string
  fields: readonly Field[]
  value: Field | null
  text: IntakeTexts
}) {
  const { name, label, fields, value, text } = props
  return (
    <select name={name} aria-label={label}>
      <option value="" selected={value === null}>
        {text.confirm.unused}
      </option>
      {fields.map((field) => (
        <option value={field} selected={field === value}>
          {text.fields[field]}
        </option>
      ))}
    </select>
  )
}
