import type { Context } from 'hono'
import {
  Actions,
  Button,
  type DeskEnv,
  Field,
  incidentPath,
  Lead,
  Notice,
  renderPage,
} from '../../desk/index.ts'
import { type IntakeTexts, intakeTexts } from './texts.ts'

export type RefusedStatus = 400 | 404 | 409 | 413 | 422 | 503

/** The way back above every page of an import. */
export function crumbsOf(c: Context<DeskEnv>, text: IntakeTexts) {
  return [{ label: text.lists, href: incidentPath(c, 'lists') }, { label: text.title }]
}

/** The two files, sent as they are; the refusal of the last try stands above the form. */
export function renderUpload(
  c: Context<DeskEnv>,
  error?: { readonly message: string; readonly status: RefusedStatus | 200 },
): Promise<Response> {
  const text = intakeTexts[c.get('locale')]
  const { upload } = text
  return renderPage(c, {
    title: text.title,
    current: 'lists',
    status: error?.status ?? 200,
    crumbs: crumbsOf(c, text),
    notice: error ? <Notice tone="late">{error.message}</Notice> : undefined,
    lead: <Lead sentences={upload.lead} note={upload.note} />,
    children: (
      <>
        <form method="post" action={incidentPath(c, 'lists/import')} enctype="multipart/form-data">
          <FileField name="register" label={text.roles.register} help={upload.help} />
          <FileField name="exposed" label={text.roles.exposed} help={upload.help} />
          <Actions note={upload.consequence}>
            <Button primary>{upload.action}</Button>
          </Actions>
        </form>
        <p>
          <a href={incidentPath(c, 'lists/mappings')}>{upload.mappings}</a>
        </p>
      </>
    ),
  })
}

function FileField({ name, label, help }: { name: string; label: string; help: string }) {
  return (
    <Field name={name} label={label} help={help}>
      <input
        id={name}
        name={name}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,.parquet,text/csv,text/plain"
        required
        aria-describedby={`${name}-help`}
      />
    </Field>
  )
}
