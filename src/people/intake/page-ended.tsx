import type { Context } from 'hono'
import {
  Actions,
  Button,
  DescriptionList,
  type DeskEnv,
  FigureLink,
  incidentPath,
  Lead,
  Notice,
  Proof,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { formatDuration, formatInteger } from '../../platform/i18n.ts'
import type { ListVersion } from '../lists/index.ts'
import type { Intake } from './model.ts'
import { crumbsOf } from './page-upload.tsx'
import type { QuarantinedList } from './store-quarantine.ts'
import { type IntakeTexts, intakeTexts } from './texts.ts'

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

/** `version`: what the import gave; undefined once another draft took its place. */
export function renderDone(
  c: Context<DeskEnv>,
  intake: Intake,
  version: ListVersion | undefined,
  lists: readonly QuarantinedList[],
): Promise<Response> {
  const locale = c.get('locale')
  const text = intakeTexts[locale]
  const { ended } = text
  const took =
    intake.begunAt && intake.endedAt
      ? ended.took(formatDuration(intake.endedAt.since(intake.begunAt), locale))
      : ''
  return renderPage(c, {
    title: text.title,
    current: 'lists',
    crumbs: crumbsOf(c, text),
    lead: <Lead sentences={[ended.done, secondSentence(version, ended)]} note={took} />,
    children: (
      <>
        {lists.map((list) => (
          <Section title={text.roles[list.kind]} aside={list.fileName}>
            <DescriptionList items={accountOf(c, list, text)} />
          </Section>
        ))}
        <Actions>
          <a class="button primary" href={incidentPath(c, 'lists')}>
            {version?.number === null ? ended.toPublish : ended.seeLists}
          </a>
          <a href={incidentPath(c, 'lists/import')}>{ended.again}</a>
        </Actions>
      </>
    ),
  })
}

/** Every line of the file, by what became of it; those set aside open on their page. */
function accountOf(c: Context<DeskEnv>, list: QuarantinedList, { confirm, ended }: IntakeTexts) {
  const locale = c.get('locale')
  const n = (value: number) => formatInteger(value, locale)
  const { lines, headerLines, blankLines, records, continuation, quarantined } = list
  const account = {
    lines: n(lines),
    header: n(headerLines),
    blank: n(blankLines),
    records: n(records),
    continuation: n(continuation),
    quarantined: n(quarantined),
  }
  const check = { left: headerLines + blankLines + records + continuation + quarantined, right: lines }
  return [
    { term: confirm.lines, value: confirm.account(account), second: <Proof check={check} locale={locale} /> },
    {
      term: ended.aside,
      value: (
        <FigureLink
          value={quarantined}
          href={incidentPath(c, `lists/quarantine?list=${list.id}`)}
          locale={locale}
        />
      ),
    },
  ]
}

function secondSentence(version: ListVersion | undefined, ended: IntakeTexts['ended']): string {
  if (!version) return ended.replaced
  return version.number === null ? ended.draft : ended.next(ended.version(version.number))
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

/** Repaired lines whose import was refused or stopped: they go, and others can be sent from the page of the quarantine. */
export function renderStoppedRepair(c: Context<DeskEnv>, intake: Intake): Promise<Response> {
  const text = intakeTexts[c.get('locale')]
  return renderPage(c, {
    title: text.title,
    current: 'lists',
    crumbs: crumbsOf(c, text),
    notice: intake.failure ? <Notice tone="late">{intake.failure[c.get('locale')]}</Notice> : undefined,
    lead: <Lead sentences={text.ended.repairStopped} note={text.ended.repairStoppedNote} />,
    children: (
      <form method="post" action={incidentPath(c, `lists/import/${intake.id}/abandonments`)}>
        <Actions>
          <Button primary>{text.ended.repairAgain}</Button>
        </Actions>
      </form>
    ),
  })
}
