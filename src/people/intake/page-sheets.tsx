import type { Context } from 'hono'
import { Actions, Button, type DeskEnv, Lead, RadioGroup, renderPage } from '../../desk/index.ts'
import type { Failure, Intake } from './model.ts'
import { pathOf } from './page-confirm.tsx'
import { crumbsOf } from './page-upload.tsx'
import { intakeTexts } from './texts.ts'

/** A workbook whose sheets may each be the list: the person who has it says which one. */
export function renderSheets(
  c: Context<DeskEnv>,
  intake: Intake,
  { role, names }: NonNullable<Failure['sheets']>,
): Promise<Response> {
  const text = intakeTexts[c.get('locale')]
  const { sheets } = text
  return renderPage(c, {
    title: text.title,
    current: 'lists',
    crumbs: crumbsOf(c, text),
    lead: <Lead sentences={[sheets.lead(intake.names[role])]} note={sheets.note(text.roles[role])} />,
    children: (
      <>
        <form method="post" action={pathOf(c, intake, 'sheets')}>
          <input type="hidden" name="role" value={role} />
          <RadioGroup
            name="sheet"
            label={text.confirm.sheetName}
            value={names[0] ?? ''}
            choices={names.map((name) => ({ value: name, label: name }))}
          />
          <Actions>
            <Button primary>{sheets.action}</Button>
          </Actions>
        </form>
        <form method="post" action={pathOf(c, intake, 'abandonments')}>
          <Actions>
            <Button>{text.confirm.abandon}</Button>
          </Actions>
        </form>
      </>
    ),
  })
}
