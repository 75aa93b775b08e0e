import type { JournalEntry } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import { formatDay, formatInteger, ZONE } from '../platform/i18n.ts'
import { Instant } from './components/instant.tsx'
import { Section } from './components/section.tsx'
import type { ChangedFact } from './home-figures.ts'
import type { HomeProps } from './home-lead.tsx'
import { homeTexts } from './home-texts.ts'
import { entryActor, entryWords } from './journal-words.ts'

/** Facts whose value was replaced: the old one struck, the new one bold, who says it and since when. */
export function HomeFacts({ figures, links, locale }: HomeProps) {
  const text = homeTexts[locale]
  return (
    <Section
      title={text.facts}
      aside={
        <>
          <a href={links.page('sending/corrections')}>{text.changedTexts}</a> ·{' '}
          <a href={links.page('facts')}>{text.allFacts}</a>
        </>
      }
    >
      {figures.changedFacts.length === 0 ? <p>{text.noFacts}</p> : null}
      <ul class="notes">
        {figures.changedFacts.map((fact) => (
          <Changed fact={fact} locale={locale} />
        ))}
      </ul>
    </Section>
  )
}

function Changed({ fact, locale }: { fact: ChangedFact; locale: HomeProps['locale'] }) {
  const text = homeTexts[locale]
  return (
    <li>
      <b>{fact.label}</b>
      <br />
      <span class="unseen">{text.was} </span>
      <del>{fact.before ?? text.none}</del> <span class="unseen">{text.now} </span>
      <ins>{fact.after}</ins>
      <span class="second">
        {fact.source}, <Instant at={fact.at} locale={locale} />
      </span>
    </li>
  )
}

/** The latest entries, in words. */
export function HomeJournal({ figures, links, locale }: HomeProps) {
  const text = homeTexts[locale]
  const { total, latest } = figures.journal
  const aside = <a href={links.page('journal')}>{text.entries(formatInteger(total, locale), total)}</a>
  return (
    <Section title={text.journal} aside={total > 0 ? aside : undefined}>
      {latest.length === 0 ? <p>{text.noEntries}</p> : null}
      <ul class="notes">
        {latest.map((entry) => (
          <li class="timed">
            <EntryTime entry={entry} readAt={figures.readAt} locale={locale} />
            <div>
              {entryWords(entry, locale)}
              <span class="second">
                {entryActor(entry, locale)} · {text.number(formatInteger(entry.seq, locale))}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The hour today, the day before that; the page of the journal gives both. */
function EntryTime({
  entry,
  readAt,
  locale,
}: {
  entry: JournalEntry
  readAt: Temporal.Instant
  locale: HomeProps['locale']
}) {
  const day = entry.at.toZonedDateTimeISO(ZONE).toPlainDate()
  if (day.equals(readAt.toZonedDateTimeISO(ZONE).toPlainDate()))
    return <Instant at={entry.at} locale={locale} form="time" />
  return (
    <time datetime={entry.at.toString({ smallestUnit: 'second' })}>{formatDay(day, locale, 'short')}</time>
  )
}
