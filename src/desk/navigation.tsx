import type { Locale } from '../platform/i18n.ts'
import { incidentAddress } from './paths.ts'
import { texts } from './texts.ts'

/** Roles that the page's own route lets in: an entry that would only refuse is not shown. A test asks the routes. */
const PEOPLE = ['lead', 'dpo', 'reviewer', 'call_agent', 'auditor']
const REVIEW = ['lead', 'dpo', 'reviewer']
const OUTBOX = ['lead', 'dpo', 'communication', 'auditor']

/** Entries in the order of the corridor, with the roles that may open them when not all may. */
const ENTRIES = [
  ['home', ''],
  ['people', 'people', PEOPLE],
  ['lists', 'lists'],
  ['review', 'review', REVIEW],
  ['sending', 'sending'],
  ['outbox', 'outbox', OUTBOX],
  ['letters', 'letters'],
  ['communications', 'communications'],
  ['facts', 'facts'],
  ['journal', 'journal'],
  ['proof', 'proof'],
] as const

/** `none` has no entry: no word of the navigation is then marked. */
export type PageName = (typeof ENTRIES)[number][0] | 'none'

interface NavigationProps {
  readonly reference: string
  readonly current: PageName
  readonly roles: readonly string[]
  readonly locale: Locale
}

export function Navigation(props: NavigationProps) {
  const words = texts[props.locale].pages
  return (
    <nav class="pages" aria-label={texts[props.locale].navigation}>
      <ul>
        {openTo(props.roles).map(([name, path]) => (
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

/** The entries that one of the roles may open. */
export function openTo(roles: readonly string[]): (typeof ENTRIES)[number][] {
  return ENTRIES.filter(([, , only]) => !only || roles.some((role) => only.includes(role)))
}
