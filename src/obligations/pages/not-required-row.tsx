import { Icon } from '../../desk/index.ts'
import type { BoardLine } from '../model.ts'
import { ArticleLine, withoutBecause } from './board-row.tsx'
import { boardTexts } from './board-texts.ts'
import { anchorOf, type BoardView, linePath } from './board-view.ts'
import { deadlineShown, isComing } from './deadline-shown.ts'
import { capital, say } from './spaced.ts'

/** « Non requis, parce que… », as high as a duty: the reason, its article, the facts relied on. */
export function NotRequiredRow({ view, line }: { view: BoardView; line: BoardLine }) {
  const { locale, board } = view
  const text = boardTexts[locale]
  const { rule } = line.conclusion.snapshot
  const { kind, words } = deadlineShown(line, board.now, locale)
  return (
    <tr class="not-required" id={anchorOf(line.conclusion.id)}>
      <td class="when">
        <span class="status not_required clock">
          <Icon name={kind} /> {words}
        </span>
      </td>
      <th scope="row">
        {say(rule.title, locale)}
        <span class="second">{capital(say(line.conclusion.recipient.words, locale))}</span>
      </th>
      <td colspan={2}>
        {becauseWords(line, locale)}
        <span class="second">
          <ArticleLine line={line} locale={locale} />
        </span>
        {isComing(line) ? (
          <span class="second">
            {text.wouldAsk}
            {say(rule.reading, locale)}
          </span>
        ) : null}
      </td>
      <td class="right">
        <a href={`${linePath(view, line)}#facts`}>{text.factsKept}</a>
      </td>
    </tr>
  )
}

/** The reasons as one clause starting « parce que »; several are joined. */
export function becauseWords(
  { conclusion }: Pick<BoardLine, 'conclusion'>,
  locale: BoardView['locale'],
): string {
  const reasons = conclusion.because.map(({ words }) => withoutBecause(say(words, locale)))
  if (reasons.length === 0) return ''
  const joined = [...new Set(reasons)].join(locale === 'fr' ? ', et ' : ', and ')
  if (locale === 'en') return `because ${joined}`
  return /^[aeiouyéèêâàîôûh]/i.test(joined) ? `parce qu’${joined}` : `parce que ${joined}`
}
