import { incidentPath, Lead, renderPage } from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { investigationsOf } from '../stores/investigation-store.ts'
import type { TypedForm } from './act-forms.tsx'
import { writes } from './board-view.ts'
import { investigationTexts } from './investigation-texts.ts'
import { InvestigationForm, InvestigationList, StepForm } from './investigations-page.tsx'
import type { Ctx } from './show-board.tsx'
import { noticeOf, statusOf } from './show-line.tsx'

export async function showInvestigations(c: Ctx, form: TypedForm = { fields: {} }): Promise<Response> {
  const locale = c.get('locale')
  const text = investigationTexts[locale]
  const investigations = await investigationsOf(c.get('platform').db, c.get('incident').id)
  const props = { locale, path: (path: string) => incidentPath(c, path), investigations, form }
  return renderPage(c, {
    title: text.page,
    current: 'clocks',
    status: statusOf(form),
    notice: noticeOf(form, locale),
    lead: (
      <Lead
        sentences={[text.lead(formatInteger(investigations.length, locale), investigations.length)]}
        note={text.note}
      />
    ),
    children: (
      <>
        <InvestigationList {...props} />
        {writes(c.get('viewer')) ? (
          <>
            <InvestigationForm {...props} />
            <StepForm {...props} />
          </>
        ) : null}
      </>
    ),
  })
}
