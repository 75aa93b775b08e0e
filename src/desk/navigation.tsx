import type { Locale } from '../platform/i18n.ts'
import { incidentAddress } from './paths.ts'
import { texts } from './texts.ts'

/** Entries in the order of the corridor. Only pages that work are named here. */
const ENTRIES = [
  ['home', ''],
  ['people', 'people'],
  ['lists', 'lists'],
  ['sending', 'sending'],
  ['outbox', 'outbox'],
  ['letters', 'letters'],
  ['facts', 'facts'],
  ['journal', 'journal'],
  ['proof', 'proof'],
] as const

/** `review` and `none` have no entry yet: no word of the navigation is then marked. */
export type PageName = (typeof ENTRIES)[number][0] | 'review' | 'none'

export function Navigation(props: { reference: string; current: PageName; locale: Locale }) {
  const words = texts[props.locale].pages
  return (
    <nav class="pages" aria-label={texts[props.locale].navigation}>
      <ul>
        {ENTRIES.map(([name, path]) => (
          <li>
            <a
              href={incidentAddress(props.reference, path)}
              aria-current={name === props.current ? 'page' : undefined}
            >
              {words[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
