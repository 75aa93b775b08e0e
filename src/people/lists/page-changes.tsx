import type { Context } from 'hono'
import {
  Account,
  Cell,
  Columns,
  type DeskEnv,
  FigureLink,
  GroupRow,
  incidentPath,
  Lead,
  Ledger,
  Proof,
  Row,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import { type Changes, sumsOf } from './read-changes.ts'
import { type ChangeFilter, type ChangeGroup, type ChangeKind, KINDS, type Span } from './store-diff.ts'
import { capital } from './version-names.ts'
import { nameOf, titleOf, versionTexts } from './version-texts.ts'

interface Props {
  readonly c: Context<DeskEnv>
  readonly changes: Changes
  readonly locale: Locale
}

/** What changed between two lists, and what it means for those already told. Each figure opens its rows. */
export function renderChanges(c: Context<DeskEnv>, changes: Changes): Promise<Response> {
  const locale = c.get('locale')
  const text = versionTexts[locale]
  const [from, to] = [nameOf(changes.span.from, locale), nameOf(changes.span.to, locale)]
  const { added, removed } = sumsOf(changes)
  const n = (value: number) => formatInteger(value, locale)
  return renderPage(c, {
    title: text.change(from, to),
    current: 'lists',
    crumbs: [{ label: listsLabel(locale), href: incidentPath(c, 'lists') }, { label: text.change(from, to) }],
    lead: (
      <Lead
        sentences={[
          changes.groups.length === 0
            ? text.noChange(from, to)
            : text.changesLead(from, to, added, n(added), removed, n(removed)),
        ]}
        note={correctionsNote(changes, locale)}
      />
    ),
    children: (
      <>
        <Section title={text.bothLists}>
          <ChangeAccounts c={c} changes={changes} locale={locale} />
        </Section>
        <Meaning c={c} changes={changes} locale={locale} />
      </>
    ),
  })
}

/** Corrections due, and those that may be: "none is due" is said only where nothing is in doubt. */
export function correctionsNote({ groups }: Changes, locale: Locale): string {
  const text = versionTexts[locale]
  const n = (value: number) => formatInteger(value, locale)
  const wrong = personsWith(groups, ({ effect }) => effect === 'correction')
  const doubt = personsWith(groups, ({ effect }) => effect === 'correction_doubt')
  return [
    wrong > 0 || doubt === 0 ? text.correctionsDue(wrong, n(wrong)) : '',
    doubt > 0 ? text.correctionsDoubt(doubt, n(doubt)) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** One list has nothing to be compared with, and that is said. */
export function renderOneList(c: Context<DeskEnv>): Promise<Response> {
  const locale = c.get('locale')
  const text = versionTexts[locale]
  return renderPage(c, {
    title: text.readChanges,
    current: 'lists',
    crumbs: [{ label: listsLabel(locale), href: incidentPath(c, 'lists') }, { label: text.readChanges }],
    lead: <Lead sentences={[text.oneList]} note={text.oneListNote} />,
    children: null,
  })
}

export const listsLabel = (locale: Locale) => (locale === 'fr' ? 'Listes' : 'Lists')

/** Address of the rows behind a figure of a difference. */
export function changesPath(c: Context<DeskEnv>, { from, to }: Span, filter?: Partial<ChangeFilter>): string {
  const query = new URLSearchParams({
    from: String(from.number ?? 'draft'),
    to: String(to.number ?? 'draft'),
    ...Object.fromEntries(Object.entries(filter ?? {}).filter(([, value]) => value !== undefined)),
  } as Record<string, string>)
  return incidentPath(c, `lists/changes?${query}`)
}

function personsWith(groups: readonly ChangeGroup[], keep: (group: ChangeGroup) => boolean): number {
  return groups.filter(keep).reduce((sum, { persons }) => sum + persons, 0)
}

/** The accounts on another page, with the way to what they mean. */
export function ChangesSection({ c, changes, locale }: Props) {
  const text = versionTexts[locale]
  const { from, to } = changes.span
  return (
    <Section
      title={text.change(nameOf(from, locale), nameOf(to, locale))}
      aside={<a href={changesPath(c, changes.span)}>{text.readChanges}</a>}
    >
      <ChangeAccounts c={c} changes={changes} locale={locale} />
    </Section>
  )
}

/** The list before, the list after, and those on both: three sums that share their terms. */
function ChangeAccounts({ c, changes, locale }: Props) {
  const text = versionTexts[locale]
  const { span, before, after, stayed, groups } = changes
  const sums = sumsOf(changes)
  const href = (kind: ChangeKind, more = {}) => changesPath(c, span, { kind, ...more })
  const written = (parts: readonly number[], total: number) =>
    `${parts.map((part) => formatInteger(part, locale)).join(' + ')} = ${formatInteger(total, locale)}`
  return (
    <Columns kind="1-1-1">
      <Account
        title={titleOf(span.from, locale)}
        total={before}
        locale={locale}
        rows={[
          { label: text.stayed, value: stayed, swatch: 'ink' },
          {
            label: text.removed,
            value: sums.removed,
            href: href('removed'),
            swatch: 'pale',
            rows: removalRows(groups, locale).map(({ reason, ...row }) => ({
              ...row,
              href: href('removed', { reason }),
            })),
          },
        ]}
        check={{
          left: stayed + sums.removed,
          right: before,
          sentence: written([stayed, sums.removed], before),
        }}
      />
      <Account
        title={titleOf(span.to, locale)}
        total={after}
        locale={locale}
        rows={[
          { label: text.stayed, value: stayed, swatch: 'ink' },
          { label: text.added, value: sums.added, href: href('added'), swatch: 'hatch' },
        ]}
        check={{ left: stayed + sums.added, right: after, sentence: written([stayed, sums.added], after) }}
      />
      <Account
        title={text.onBoth}
        total={stayed}
        locale={locale}
        rows={[
          { label: text.unchanged, value: sums.unchanged, swatch: 'ink' },
          ...(['class', 'data', 'contact'] as const).map((kind) => ({
            label: text.kinds[kind].toLowerCase(),
            value: sums[kind],
            href: href(kind),
          })),
        ]}
        check={{
          left: sums.unchanged + sums.class + sums.data + sums.contact,
          right: stayed,
          sentence: written([sums.unchanged, sums.class, sums.data, sums.contact], stayed),
        }}
      />
    </Columns>
  )
}

function removalRows(groups: readonly ChangeGroup[], locale: Locale) {
  const found = new Map<ChangeGroup['reason'], number>()
  for (const { kind, reason, persons } of groups)
    if (kind === 'removed' && reason) found.set(reason, (found.get(reason) ?? 0) + persons)
  return [...found].map(([reason, value]) => ({
    reason,
    label: reason ? versionTexts[locale].removals[reason] : '',
    value,
  }))
}

/** Every change with what follows from it, group by group; the total is that of the accounts above. */
function Meaning({ c, changes, locale }: Props) {
  const text = versionTexts[locale]
  const { what, persons, next } = text.meaningColumns
  const sums = sumsOf(changes)
  const all = sums.added + sums.removed + sums.class + sums.data + sums.contact
  const counted = personsWith(changes.groups, () => true)
  if (counted === 0) return null
  return (
    <Section title={text.meaning} aside={text.meaningAside}>
      <Ledger columns={[{ label: what }, { label: next }, { label: persons, align: 'right' }]}>
        {KINDS.map((kind) => (
          <KindRows c={c} span={changes.span} kind={kind} groups={changes.groups} locale={locale} />
        ))}
        <Row tone="total">
          <Cell head>{text.total}</Cell>
          <Cell>
            <Proof check={{ left: counted, right: all }} locale={locale} />
          </Cell>
          <Cell align="right" label={persons}>
            {formatInteger(all, locale)}
          </Cell>
        </Row>
      </Ledger>
    </Section>
  )
}

interface KindProps {
  readonly c: Context<DeskEnv>
  readonly span: Span
  readonly kind: ChangeKind
  readonly groups: readonly ChangeGroup[]
  readonly locale: Locale
}

function KindRows({ c, span, kind, groups, locale }: KindProps) {
  const text = versionTexts[locale]
  const lines = linesOf(groups.filter((group) => group.kind === kind))
  if (lines.length === 0) return null
  return (
    <>
      <GroupRow span={3}>{text.kinds[kind]}</GroupRow>
      {lines.map(({ fromClass, toClass, effect, persons }) => {
        const [standing, next] = text.effects[effect]
        const pair = kind === 'class' && fromClass && toClass
        const filter = pair ? { kind, effect, fromClass, toClass } : { kind, effect }
        return (
          <Row>
            <Cell
              head
              second={pair ? text.moved(text.className[fromClass], text.className[toClass]) : undefined}
            >
              {capital(standing)}
            </Cell>
            <Cell>{next}</Cell>
            <Cell align="right" label={text.meaningColumns.persons}>
              <FigureLink value={persons} href={changesPath(c, span, filter)} locale={locale} />
            </Cell>
          </Row>
        )
      })}
    </>
  )
}

/** One line for each meaning; for a class that changed, for each pair of classes. What needs somebody comes first. */
function linesOf(groups: readonly ChangeGroup[]) {
  const lines = new Map<string, Pick<ChangeGroup, 'fromClass' | 'toClass' | 'effect'> & { persons: number }>()
  for (const { kind, fromClass, toClass, effect, persons } of groups) {
    const key = kind === 'class' ? `${fromClass} ${toClass} ${effect}` : effect
    const line = lines.get(key) ?? { fromClass, toClass, effect, persons: 0 }
    lines.set(key, { ...line, persons: line.persons + persons })
  }
  const urgent = [
    'correction',
    'correction_doubt',
    'taken_back',
    'to_replan',
    'unknown',
    'to_tell',
    'cannot_be_told',
  ]
  const rank = (effect: string) => (urgent.includes(effect) ? urgent.indexOf(effect) : urgent.length)
  return [...lines.values()].sort(
    (a, b) => rank(a.effect) - rank(b.effect) || a.effect.localeCompare(b.effect),
  )
}
