import type { Context } from 'hono'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import type { PairPage } from './page-pair.tsx'
import { reviewTexts } from './texts.ts'

/**
 * The words a reader may say, each a button of one form, and what undoes and explains them. `M` is the candidate shown,
 * `V` the other one. Under 640 px: two by two, stuck to the bottom.
 */
export function DecisionBar({ c, page }: { c: Context<DeskEnv>; page: PairPage }) {
  const text = reviewTexts[c.get('locale')]
  const { item, place, ownWord } = page
  const row = `review/rows/${item.exposedRow}`
  const candidates = item.candidates.map(({ memberId }, at) => ({ memberId, at, letter: text.letters[at]! }))
  const other = candidates.find(({ at }) => at !== place)
  if (ownWord)
    return (
      <form method="post" action={incidentPath(c, 'review/undo')} class="decision-bar">
        <p>
          {text.yourWord}
          {ownWord}
        </p>
        <input type="hidden" name="row" value={String(item.exposedRow)} />
        <button type="submit" class="button" data-key="u">
          {text.takeBack}
          <kbd>U</kbd>
        </button>
      </form>
    )
  const letters = candidates.map(({ letter }) => letter).join(text.and)
  return (
    <div class="decision-bar">
      <form method="post" action={incidentPath(c, `${row}/decisions`)} id="decision">
        <input type="hidden" name="run" value={item.runId} />
        <input type="hidden" name="place" value={String(place)} />
        <div class="decisions">
          <Say word={`same:${place}`} keyName="M" primary>
            {text.same}
          </Say>
          <Say word="neither" keyName="N">
            {candidates.length > 1 ? text.neitherOf(letters) : text.neither}
          </Say>
          {other ? (
            <Say word={`same:${other.at}`} keyName="V">
              {text.isCandidate(other.letter)}
            </Say>
          ) : null}
          <Say word="pass" keyName="P">
            {text.pass}
          </Say>
        </div>
      </form>
      <div class="beside">
        <form method="post" action={incidentPath(c, 'review/undo')}>
          <button type="submit" class="quiet-act" data-key="u">
            {text.undo} <kbd>U</kbd>
          </button>
        </form>
        <details class="note-of">
          <summary data-key="r">
            {text.note} <kbd>R</kbd>
          </summary>
          <label for="note" class="unseen">
            {text.note}
          </label>
          <textarea
            id="note"
            name="note"
            form="decision"
            rows={2}
            maxlength={500}
            aria-describedby="note-help"
          >
            {page.note}
          </textarea>
          <p class="help" id="note-help">
            {text.noteHelp}
          </p>
        </details>
        <a class="quiet-act" href="#keys" data-key="?">
          {text.help} <kbd>?</kbd>
        </a>
      </div>
    </div>
  )
}

interface SayProps {
  readonly word: string
  readonly keyName?: string | undefined
  readonly primary?: boolean
  readonly children: string
}

function Say({ word, keyName, primary, children }: SayProps) {
  return (
    <button
      type="submit"
      name="word"
      value={word}
      class={primary ? 'button primary' : 'button'}
      {...(keyName ? { 'data-key': keyName.toLowerCase(), 'aria-keyshortcuts': keyName } : {})}
    >
      {children}
      {keyName ? <kbd>{keyName}</kbd> : null}
    </button>
  )
}
