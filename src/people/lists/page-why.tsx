import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type DeskEnv, incidentPath, Section, Waterfall, type WaterfallRow } from '../../desk/index.ts'
import { formatDay, formatDecimal, formatInteger, type Locale } from '../../platform/i18n.ts'
import type { CandidateExplained } from '../match/index.ts'
import { bornOn } from './age.ts'
import { decidingRow, type PersonExplained } from './explain-person.ts'
import { RowsTable } from './page-rows-table.tsx'
import { type PersonTexts, personTexts } from './person-texts.ts'
import type { ExposedRow, PersonDetails } from './store-pages.ts'
import { texts } from './texts.ts'
import { versionTexts } from './version-texts.ts'

interface WhyProps {
  readonly c: Context<DeskEnv>
  readonly person: PersonDetails
  readonly rows: readonly ExposedRow[]
  readonly explained: PersonExplained | undefined
}

/** « Pourquoi cette personne est sur la liste »: the weights of the row that decided, then every row that names them. */
export function WhySection({ c, person, rows, explained }: WhyProps) {
  const locale = c.get('locale')
  const text = texts[locale]
  if (rows.length === 0)
    return (
      <Section title={person.class === null ? versionTexts[locale].whyOff : text.why}>
        <p>{person.class === null ? text.noRowsOff : text.noRows}</p>
      </Section>
    )
  const row = explained?.row ?? decidingRow(rows)
  const words = personTexts[locale]
  const aside = explained
    ? words.ofRow(
        formatInteger(explained.row.exposedRow, locale),
        row?.tier ? (words.how[row.tier] ?? words.byRule) : '',
      )
    : undefined
  return (
    <Section title={text.why} aside={aside}>
      {explained ? <Explanation c={c} person={person} explained={explained} /> : null}
      <p class="help">{decision(row, words)}</p>
      {explained ? <Next c={c} explained={explained} /> : <p class="help">{words.noExplanation}</p>}
      {explained && rows.length === 1 ? null : (
        <>
          <h3>{words.otherRows}</h3>
          <RowsTable rows={rows} text={text} locale={locale} />
        </>
      )}
    </Section>
  )
}

function decision(row: ExposedRow | undefined, words: PersonTexts): string {
  const tier = row?.tier ? words.tiers[row.tier] : undefined
  return tier ?? words.reasons[row?.reason ?? ''] ?? row?.reason ?? ''
}

function Explanation({
  c,
  person,
  explained,
}: Omit<WhyProps, 'rows' | 'explained'> & { explained: PersonExplained }) {
  const locale = c.get('locale')
  const words = personTexts[locale]
  const { upper } = explained.thresholds
  const gap = explained.me.weight - upper
  const figure = formatDecimal(Math.abs(gap), locale, 1)
  const { contradiction } = explained.me
  return (
    <>
      <Waterfall
        caption={words.caption}
        heads={words.heads}
        rows={waterfallRows(explained.me, person, locale)}
        threshold={upper}
        conclusion={gap >= 0 ? words.above(figure) : words.below(figure)}
        locale={locale}
      />
      <p class="help">
        {contradiction ? (words.contradictions[contradiction] ?? contradiction) : words.noContradiction}
      </p>
    </>
  )
}

const SCALES: Readonly<Record<string, keyof PersonTexts['levels']>> = {
  nid: 'nid',
  birth: 'birth',
  surname: 'surname',
  first: 'surname',
  member: 'number',
  contract: 'number',
  insurer: 'number',
  email: 'number',
  postcode: 'number',
  city: 'surname',
  street: 'surname',
}

export function waterfallRows(
  { evidence }: Pick<CandidateExplained, 'evidence'>,
  person: PersonDetails | undefined,
  locale: Locale,
): WaterfallRow[] {
  const words = personTexts[locale]
  return evidence.map(({ field, level, weight }) => {
    const scale = words.levels[SCALES[field] ?? 'yesNo']
    const [agreement, word] =
      (level === null ? undefined : scale[String(level)]) ?? (['absent', words.absent] as const)
    return {
      label: words.evidence[field] ?? field,
      agreement,
      word,
      note: ourValue(field, person, locale),
      weight,
    }
  })
}

/** What our own file holds. The exposed row stays encrypted, and a NIR is shown to no one, on neither side. */
function ourValue(field: string, person: PersonDetails | undefined, locale: Locale): string | undefined {
  if (field === 'nid') return personTexts[locale].masked
  if (!person) return undefined
  if (field === 'surname') return [...new Set([person.birthName, person.surname])].join(', ')
  if (field === 'first') return person.firstNames
  if (field === 'member') return person.memberNumber ?? undefined
  if (field === 'contract') return person.contract ?? undefined
  const born = field === 'birth' ? bornOn(person) : undefined
  return born ? formatDay(born, locale) : undefined
}

function Next({ c, explained }: { c: Context<DeskEnv>; explained: PersonExplained }) {
  const locale = c.get('locale')
  const words = personTexts[locale]
  const { me, other, thresholds } = explained
  if (!other) return <p class="help">{words.nobodyNext}</p>
  const figure = (value: number) => formatDecimal(value, locale, 1)
  const differing = other.candidate.evidence.filter(({ weight }) => weight < 0)
  const list = differing.map(({ field, weight }) => `${words.evidence[field] ?? field} (≠ ${figure(weight)})`)
  return (
    <>
      <h3>{words.next}</h3>
      <p>
        <OtherName c={c} personId={other.personId} />
        {words.nextWeight(figure(other.candidate.weight))}{' '}
        {list.length > 0 ? words.differs(list.join(', ')) : null}{' '}
        {words.gap(figure(me.weight - other.candidate.weight), figure(thresholds.margin))}
      </p>
    </>
  )
}

/** By number, not by name: opening them asks for a motive of its own. */
function OtherName({ c, personId }: { c: Context<DeskEnv>; personId: number | null }): Child {
  const words = personTexts[c.get('locale')]
  if (personId === null) return <>{words.nextUnknown}</>
  const label = words.nextPerson(formatInteger(personId, c.get('locale')))
  return <a href={incidentPath(c, `people/${personId}`)}>{label}</a>
}
