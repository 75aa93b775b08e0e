import type { Locale } from '../platform/i18n.ts'
import { Button } from './components/button.tsx'
import { DeadlineTable } from './components/deadline-table.tsx'
import { Icon, type IconName } from './components/icon.tsx'
import { Section } from './components/section.tsx'
import { homeDueTexts } from './home-due-texts.ts'
import type { HomeProps } from './home-lead.tsx'

/** A deadline as the first screen tells it: already in words, because the frame may not know the room that counts them. */
export interface DueLine {
  readonly kind: IconName
  /** Loud until filed or explained; soon: under 24 hours. */
  readonly tone: 'late' | 'soon' | null
  /** « En retard de 18 h 48 ». */
  readonly words: string
  /** The instant with its place. */
  readonly second: string
  readonly title: string
  readonly article: string
  readonly to: string
  /** Null: nobody. `–` where nobody has to. */
  readonly holder: string | null
  /** Path of its page, under the incident. */
  readonly path: string
  /** What a person does next, and where; `take` is a form. */
  readonly next: { readonly label: string; readonly path: string; readonly take: boolean }
}

/** What is due, counted by the room of the duties. */
export interface DueFigures {
  readonly owed: number
  /** Loud ones only: a recorded reason quiets its line. */
  readonly overdue: number
  /** « Une échéance est dépassée, une autre tombe dans 5 h 12. » Empty when nothing presses. */
  readonly sentence: string
  /** What is late first, and what nobody holds. */
  readonly lines: readonly DueLine[]
}

/** « Ce qui est dû »: what is late, what presses, what needs an answer, then the nearest. */
export function HomeDue({ figures, links, locale, mayHold }: HomeProps) {
  const text = homeDueTexts[locale]
  const { due } = figures
  if (!due || due.lines.length === 0) return null
  return (
    <Section
      title={text.title}
      aside={
        <>
          <a href={links.page('clocks')}>{text.all(due.owed)}</a> ·{' '}
          <a href={links.page('clocks/export/ics')}>{text.calendar}</a>
        </>
      }
    >
      <DeadlineTable columns={text.columns}>
        {due.lines.map((line) => (
          <DueRow line={line} links={links} locale={locale} mayHold={mayHold === true} />
        ))}
      </DeadlineTable>
    </Section>
  )
}

type RowProps = { line: DueLine; links: HomeProps['links']; locale: Locale; mayHold: boolean }

function DueRow({ line, links, locale, mayHold }: RowProps) {
  const text = homeDueTexts[locale]
  const [, , toWhom, heldBy] = text.columns
  const takes = line.next.take && mayHold
  return (
    <tr class={line.tone ?? undefined}>
      <td class="when">
        <span class={line.kind === 'done' ? 'status done' : `status clock ${line.kind}`}>
          <Icon name={line.kind} /> {line.words}
        </span>
        {line.second ? <span class="second">{line.second}</span> : null}
      </td>
      <th scope="row">
        {line.title}
        <span class="second">{line.article}</span>
      </th>
      <td class="inline">
        <span class="cell-label">{toWhom}&nbsp;</span>
        {line.to}
      </td>
      <td class="inline">
        <span class="cell-label">{heldBy}&nbsp;</span>
        {line.holder ?? <b>{text.nobody}</b>}
      </td>
      <td class="right">
        {takes ? (
          <form method="post" action={links.page(line.next.path)}>
            <Button small>{line.next.label}</Button>
          </form>
        ) : (
          <a href={links.page(line.next.take ? line.path : line.next.path)}>
            {line.next.take ? text.see : line.next.label}
          </a>
        )}
      </td>
    </tr>
  )
}
