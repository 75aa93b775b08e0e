import type { Context } from 'hono'
import {
  Actions,
  Button,
  Cell,
  Checkbox,
  type DeskEnv,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Row,
  renderPage,
  Section,
  TextField,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { saidColumns } from '../read/index.ts'
import type { ConfirmPage } from './page-confirm.tsx'
import { crumbsOf } from './page-upload.tsx'
import type { NamedMapping } from './store-mappings.ts'
import { type IntakeTexts, intakeTexts } from './texts.ts'

/** Offered when files come back with headers that someone already sorted out. */
export function UsableMappings({ c, page }: { c: Context<DeskEnv>; page: ConfirmPage }) {
  const text = intakeTexts[c.get('locale')].mapping
  if (page.used) return <p>{text.used(page.used.name, page.used.version)}</p>
  if (page.usable.length === 0) return null
  return (
    <form method="post" action={incidentPath(c, `lists/import/${page.intake.id}/mapping-uses`)}>
      <Actions note={text.usable}>
        {page.usable.map((mapping) => (
          <Button small name="mapping" value={String(mapping.id)}>
            {text.use(mapping.name, mapping.version)}
          </Button>
        ))}
      </Actions>
    </form>
  )
}

/** Inside the form of the columns: they are saved as they stand on the screen. */
export function SaveMapping(props: { action: string; text: IntakeTexts; used: NamedMapping | undefined }) {
  const { mapping } = props.text
  return (
    <details>
      <summary>{mapping.save}</summary>
      <TextField
        name="mapping_name"
        label={mapping.name}
        help={mapping.nameHelp}
        maxlength={60}
        value={props.used?.name}
        autocomplete="off"
      />
      <Checkbox name="everywhere" label={mapping.scope} checked={props.used?.incidentId === null} />
      <Actions>
        <Button formaction={props.action}>{mapping.save}</Button>
      </Actions>
    </details>
  )
}

export function renderMappings(c: Context<DeskEnv>, mappings: readonly NamedMapping[]): Promise<Response> {
  const locale = c.get('locale')
  const text = intakeTexts[locale]
  const { mapping } = text
  const [name, fields, saved] = mapping.columns
  return renderPage(c, {
    title: mapping.title,
    current: 'lists',
    crumbs: [...crumbsOf(c, text).slice(0, 1), { label: mapping.title }],
    lead: (
      <Lead
        sentences={[mapping.lead(mappings.length, formatInteger(mappings.length, locale))]}
        note={mapping.note}
      />
    ),
    children:
      mappings.length === 0 ? (
        <p>
          <a href={incidentPath(c, 'lists/import')}>{text.ended.again}</a>
        </p>
      ) : (
        <Section title={mapping.title}>
          <Ledger caption={mapping.title} columns={mapping.columns.map((label) => ({ label }))}>
            {mappings.map((one) => (
              <Row>
                <Cell head label={name ?? ''} second={mapping.version(one.version)}>
                  {one.name}
                </Cell>
                <Cell
                  label={fields ?? ''}
                  second={one.incidentId === null ? mapping.everywhere : mapping.here}
                >
                  {mapping.fields(String(count(one, 'register')), String(count(one, 'exposed')))}
                </Cell>
                <Cell label={saved ?? ''} second={mapping.by(actorName(one.savedBy))}>
                  <Instant at={one.savedAt} locale={locale} />
                </Cell>
                <Cell>
                  <form method="post" action={incidentPath(c, `lists/mappings/${one.id}/deletions`)}>
                    <a href={incidentPath(c, `lists/mappings/${one.id}.json`)}>{mapping.download}</a>{' '}
                    <Button small>{mapping.delete}</Button>
                  </form>
                </Cell>
              </Row>
            ))}
          </Ledger>
        </Section>
      ),
  })
}

function count({ columns }: NamedMapping, role: 'register' | 'exposed'): number {
  return saidColumns(columns[role]).length
}
