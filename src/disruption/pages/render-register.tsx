import type { Child } from 'hono/jsx'
import { incidentPath, Notice, renderPage } from '../../desk/index.ts'
import type { Ctx, Typed } from '../typed-form.ts'
import { disruptionTexts } from './texts.ts'

/** A page of a register: the way back to it and to the overview, and at the top what was refused in a form of the page. */
export function renderRegister(
  c: Ctx,
  page: {
    readonly title: string
    /** The register that the page is a part of; left out, the page is the register itself. */
    readonly within?: 'filings' | 'insurance'
    readonly typed?: Typed | undefined
    /** Shown where nothing was refused. */
    readonly notice?: Child
    readonly lead: Child
    readonly children: Child
  },
): Promise<Response> {
  const { title, within, typed, notice, lead, children } = page
  const words = disruptionTexts[c.get('locale')]
  return renderPage(c, {
    title,
    current: 'clocks',
    status: typed?.refusal.http ?? 200,
    crumbs: [
      { label: words.page, href: incidentPath(c, 'disruption') },
      ...(within ? [{ label: words[within], href: incidentPath(c, `disruption/${within}`) }] : []),
      { label: title },
    ],
    notice: typed ? <Notice tone="late">{typed.refusal.text(c.get('locale'))}</Notice> : notice,
    lead,
    children,
  })
}
