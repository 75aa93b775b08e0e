import type { Context } from 'hono'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { reviewTexts } from './texts.ts'

/** What each key does, and the way to turn them off. */
export function KeyHelp({ c, keysOff, back }: { c: Context<DeskEnv>; keysOff: boolean; back: string }) {
  const text = reviewTexts[c.get('locale')]
  return (
    <details class="key-help" id="keys">
      <summary>{text.shortcuts}</summary>
      <dl class="keys">
        {text.keys.map(([key, what]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action={incidentPath(c, 'review/keys')} class="actions">
        <p>{keysOff ? text.shortcutsOff : text.shortcutsOn}</p>
        <input type="hidden" name="keys" value={keysOff ? 'on' : 'off'} />
        <input type="hidden" name="back" value={back} />
        <button type="submit" class="button small">
          {keysOff ? text.turnOn : text.turnOff}
        </button>
      </form>
    </details>
  )
}
