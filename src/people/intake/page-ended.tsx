import type { Context } from 'hono'
import { type DeskEnv, incidentPath, Lead, renderPage } from '../../desk/index.ts'
import { formatDuration } from '../../platform/i18n.ts'
import type { Intake } from './model.ts'
import { crumbsOf } from './page-upload.tsx'
import { intakeTexts } from './texts.ts'

/** Received, and being looked at: a moment for small files, a reload later for the others. */
export function renderLooking(c: Context<DeskEnv>): Promise<Response> {
  const text = intakeTexts[c.get('locale')]
  const { looking } = text
  return renderPage(c, {
    title: text.title,
    current: 'lists',
    crumbs: crumbsOf(c, text),
    lead: <Lead sentences={looking.lead} note={looking.note} />,
    islands: ['live'],
    children: (
      <p data-live="looking" data-live-whole="">
        <a href={c.req.path}>{looking.reload}</a>
      </p>
    ),
  })
}

/** `number`: of the version it gave; null for a draft. */
export function renderDone(c: Context<DeskEnv>, intake: Intake, number: number | null): Promise<Response> {
  const locale = c.get('locale')
  const text = intakeTexts[locale]
  const { ended } = text
  const took =
    intake.begunAt && intake.endedAt
      ? ended.took(formatDuration(intake.endedAt.since(intake.begunAt), locale))
      : ''
  const second = number === null ? ended.draft : ended.next(ended.version(number))
  return renderPage(c, {
    title: text.title,
    current: 'lists',
    crumbs: crumbsOf(c, text),
    lead: <Lead sentences={[ended.done, second]} note={took} />,
    children: (
      <ul class="links">
        {number === null ? (
          <li>
            <a href={incidentPath(c, 'lists')}>{ended.seeDraft}</a>
          </li>
        ) : null}
        <li>
          <a href={incidentPath(c, 'lists')}>{ended.account}</a>
        </li>
        <li>
          <a href={incidentPath(c, 'lists/import')}>{ended.again}</a>
        </li>
      </ul>
    ),
  })
}

export function renderAbandoned(c: Context<DeskEnv>): Promise<Response> {
  const text = intakeTexts[c.get('locale')]
  return renderPage(c, {
    title: text.title,
    current: 'lists',
    crumbs: crumbsOf(c, text),
    lead: <Lead sentences={text.ended.abandoned} />,
    children: (
      <p>
        <a href={incidentPath(c, 'lists/import')}>{text.ended.again}</a>
      </p>
    ),
  })
}
