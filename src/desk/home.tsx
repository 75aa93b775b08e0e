import type { Context } from 'hono'
import { Columns } from './components/section.tsx'
import type { DeskEnv } from './env.ts'
import { renderPage } from './frame.tsx'
import { HomeFacts, HomeJournal } from './home-asides.tsx'
import { HomeCorridor } from './home-corridor.tsx'
import { HomeDue } from './home-due.tsx'
import type { HomeFigures } from './home-figures.ts'
import { HomeLead } from './home-lead.tsx'
import { homeLinks } from './home-links.ts'
import { HomeSteps } from './home-steps.tsx'
import { homeTexts } from './home-texts.ts'
import { openTo } from './navigation.tsx'
import { incidentPath } from './paths.ts'

/** Who may take a deadline. */
const HOLDERS = ['lead', 'dpo', 'communication'] as const

/** The first screen: what the state is, what is due, what runs, the proof row by row, then the evidence. */
export function renderHome(c: Context<DeskEnv>, figures: HomeFigures): Promise<Response> {
  const locale = c.get('locale')
  const mayReview = openTo(c.get('viewer')?.roles ?? []).some(([name]) => name === 'review')
  const mayHold = HOLDERS.some((role) => (c.get('viewer')?.roles ?? []).includes(role))
  const props = { figures, locale, mayReview, mayHold, links: homeLinks((path) => incidentPath(c, path)) }
  return renderPage(c, {
    title: homeTexts[locale].title,
    current: 'home',
    islands: ['live'],
    lead: <HomeLead {...props} />,
    children: (
      <div data-live="content">
        <HomeDue {...props} />
        <HomeSteps {...props} />
        <HomeCorridor {...props} />
        <Columns kind="1-1">
          <HomeFacts {...props} />
          <HomeJournal {...props} />
        </Columns>
      </div>
    ),
  })
}
