import type { Context } from 'hono'
import {
  Cell,
  type DeskEnv,
  FigureLink,
  Instant,
  incidentPath,
  Ledger,
  Row,
  Section,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import type { Locale } from '../../platform/i18n.ts'
import { changesPath } from './page-changes.tsx'
import type { ListVersion } from './store-versions.ts'
import { capital } from './version-names.ts'
import { titleOf, versionTexts } from './version-texts.ts'

interface Props {
  readonly c: Context<DeskEnv>
  /** Newest first. */
  readonly published: readonly ListVersion[]
  readonly locale: Locale
}

/** Every published list: who published it, why, who was on it, and what it changed. */
export function PublishedTable({ c, published, locale }: Props) {
  const text = versionTexts[locale]
  const { columns } = text
  const labels = [
    columns.version,
    columns.published,
    columns.concerned,
    columns.held,
    columns.added,
    columns.removed,
  ]
  return (
    <Section title={text.published} aside={text.placeOf}>
      <Ledger
        columns={labels.map((label, index) => (index > 1 ? { label, align: 'right' as const } : { label }))}
      >
        {published.map((version) => (
          <PublishedRow c={c} published={published} version={version} locale={locale} />
        ))}
      </Ledger>
    </Section>
  )
}

function PublishedRow({ c, published, version, locale }: Props & { version: ListVersion }) {
  const text = versionTexts[locale]
  const { columns } = text
  const base = published.find(({ id }) => id === version.baseId)
  const people = (kind: string) => incidentPath(c, `lists/people?version=${version.number}&class=${kind}`)
  const change = (kind: 'added' | 'removed') =>
    base ? changesPath(c, { from: base, to: version, steps: null }, { kind }) : undefined
  return (
    <Row>
      <Cell head second={<a href={incidentPath(c, `lists/files?version=${version.number}`)}>{text.files}</a>}>
        {titleOf(version, locale)}
      </Cell>
      <Cell label={columns.published} second={whyOf(version, locale)}>
        {version.publishedAt ? <Instant at={version.publishedAt} locale={locale} /> : null},{' '}
        {text.by(actorName(version.publishedBy ?? 'tocsin'))}
      </Cell>
      <Cell align="right" label={columns.concerned}>
        <FigureLink value={version.counts.concerned} href={people('concerned')} locale={locale} />
      </Cell>
      <Cell align="right" label={columns.held}>
        <FigureLink
          value={version.counts.heldForReview}
          href={people('cannot_be_excluded')}
          locale={locale}
        />
      </Cell>
      {(['added', 'removed'] as const).map((kind) => (
        <Cell align="right" label={columns[kind]}>
          {version.changes ? (
            <FigureLink value={version.changes[kind]} href={change(kind)} locale={locale} />
          ) : (
            '—'
          )}
        </Cell>
      ))}
    </Row>
  )
}

function whyOf(version: ListVersion, locale: Locale): string {
  const text = versionTexts[locale]
  const reason = version.reason ? (text.reasons as Record<string, string>)[version.reason] : undefined
  if (reason) return capital(`${reason}.`)
  return version.baseId === null ? capital(`${text.firstList}.`) : ''
}
