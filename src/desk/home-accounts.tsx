import { formatInteger, type Locale } from '../platform/i18n.ts'
import { Account, type AccountRow } from './components/account.tsx'
import { FigureLink } from './components/figure-link.tsx'
import {
  type ListFigures,
  type OutcomeFigures,
  outcomesCheck,
  personsCheck,
  sum,
  verdictsCheck,
} from './home-figures.ts'
import type { HomeProps } from './home-lead.tsx'
import { homeTexts } from './home-texts.ts'

/** Rows in = verdicts out (promise 1), the matched ones by tier. */
export function ExposedAccount({ lists, links, locale }: HomeProps & { lists: ListFigures }) {
  const words = homeTexts[locale].exposedAccount
  const { exposed } = lists
  const { matched, not_ours, ambiguous, unreadable } = exposed.byVerdict
  return (
    <Account
      title={words.title}
      total={exposed.records}
      href={links.rows()}
      locale={locale}
      rows={[
        {
          label: words.matched,
          value: matched,
          href: links.rows('matched'),
          swatch: 'ink',
          rows: tierRows(lists, links, locale),
        },
        { label: words.notOurs, value: not_ours, href: links.rows('not_ours'), swatch: 'empty' },
        { label: words.ambiguous, value: ambiguous, href: links.rows('ambiguous'), swatch: 'held' },
        { label: words.unreadable, value: unreadable, href: links.rows('unreadable'), swatch: 'impossible' },
      ]}
      check={{
        ...verdictsCheck(lists),
        sentence: `${addition([matched, not_ours, ambiguous, unreadable], locale)} = ${formatInteger(exposed.records, locale)}`,
        href: links.rows(),
      }}
    />
  )
}

function tierRows(lists: ListFigures, links: HomeProps['links'], locale: Locale): AccountRow[] {
  const text = homeTexts[locale]
  return lists.exposed.byTier
    .filter(({ verdict }) => verdict === 'matched')
    .map(({ tier, rows }) => ({
      label: text.tiers[tier] ?? text.tier(tier),
      value: rows,
      href: links.rows('matched', tier),
    }))
}

/** The same persons divided twice: by class, and by whom they are told through. Both sums are proved. */
export function PersonsAccount({ lists, links, locale }: HomeProps & { lists: ListFigures }) {
  const words = homeTexts[locale].personsAccount
  const { byClass, concerned, toldThrough, untold } = lists.persons
  // Lists without a deceased person told through a relative say nothing of it.
  const ways = Object.entries(toldThrough)
    .filter(([way, value]) => way !== 'relative' || value > 0)
    .map(([way, value]) => ({
      label: words.through[way] ?? way,
      value,
      href: links.people({ through: way }),
    }))
  const nobody = { label: words.nobody, value: sum(untold), href: links.people({ class: 'untold' }) }
  return (
    <Account
      title={words.title}
      total={concerned}
      href={links.people({ class: 'concerned' })}
      locale={locale}
      rows={[
        { label: words.confirmed, value: byClass.confirmed, href: links.people({ class: 'confirmed' }) },
        { label: words.presumed, value: byClass.presumed, href: links.people({ class: 'presumed' }) },
        { label: words.toWhom, apart: true, rows: [...ways, nobody] },
      ]}
      check={{
        ...personsCheck(lists),
        sentence: `${addition([...Object.values(toldThrough), sum(untold)].filter(Boolean), locale)} = ${formatInteger(concerned, locale)}`,
        href: links.people({ class: 'concerned' }),
      }}
    />
  )
}

/** Every concerned person has exactly one outcome (promise 2): lost 0 and told twice 0 are said, never hidden. */
export function OutcomesAccount({
  outcomes,
  figures,
  links,
  locale,
}: HomeProps & { outcomes: OutcomeFigures }) {
  const words = homeTexts[locale].outcomesAccount
  const reasons = Object.entries(outcomes.cannot_be_told)
    .filter(([, value]) => value > 0)
    .map(([reason, value]) => ({
      label: words.reasons[reason] ?? reason,
      value,
      href: links.outcome(reason),
    }))
  const cannot = sum(outcomes.cannot_be_told)
  const progress = figures.campaign ? words.inProgress : words.notPlanned
  return (
    <Account
      title={words.title}
      total={outcomes.concerned}
      href={links.people({ class: 'concerned' })}
      locale={locale}
      rows={[
        { label: words.email, value: outcomes.told.email, href: links.outcome('email'), swatch: 'ink' },
        { label: words.letter, value: outcomes.told.letter, href: links.outcome('letter'), swatch: 'grey' },
        { label: progress, value: outcomes.in_progress, href: links.outcome('in_progress'), swatch: 'hatch' },
        {
          label: words.held,
          value: outcomes.unknown_held,
          href: links.outcome('unknown_held'),
          swatch: 'held',
          kind: 'held',
        },
        {
          label: words.cannot,
          value: cannot,
          href: links.outcome('cannot_be_told'),
          swatch: 'impossible',
          kind: 'impossible',
          rows: reasons,
        },
      ]}
      check={{
        ...outcomesCheck(outcomes),
        sentence: <LostAndTwice outcomes={outcomes} links={links} locale={locale} />,
        href: links.outcome('lost'),
      }}
    />
  )
}

function LostAndTwice({
  outcomes,
  links,
  locale,
}: Pick<HomeProps, 'links' | 'locale'> & { outcomes: OutcomeFigures }) {
  const words = homeTexts[locale].outcomesAccount
  return (
    <>
      {words.lost}{' '}
      <b>
        <FigureLink value={outcomes.lost} href={links.outcome('lost')} locale={locale} />
      </b>{' '}
      · {words.twice}{' '}
      <b>
        <FigureLink value={outcomes.told_twice} href={links.outcome('told_twice')} locale={locale} />
      </b>
    </>
  )
}

function addition(values: readonly number[], locale: Locale): string {
  return values.map((value) => formatInteger(value, locale)).join(' + ')
}
