import type { Locale } from '../platform/i18n.ts'
import { incidentAddress } from './paths.ts'
import { texts } from './texts.ts'

/** Roles that the page's own route lets in: an entry that would only refuse is not shown. A test asks the routes. */
const PEOPLE = ['lead', 'dpo', 'reviewer', 'call_agent', 'auditor']
const REVIEW = ['lead', 'dpo', 'reviewer']
const OUTBOX = ['lead', 'dpo', 'communication', 'auditor']
const RELEASE = ['lead', 'dpo', 'communication']

/** Entries in the order of the corridor, with the roles that may open them when not all may. */
const ENTRIES = [
  ['home', ''],
  ['people', 'people', PEOPLE],
  ['lists', 'lists'],
  ['review', 'review', REVIEW],
  ['sending', 'sending'],
  ['letters', 'letters'],
  ['facts', 'facts'],
  ['journal', 'journal'],
  ['proof', 'proof'],
] as const

/** Pages of the sending, in the order of the work: composed, released, sent, come back, corrected, said in public. */
const SENDING_PAGES = [
  ['campaign', 'sending'],
  ['compose', 'sending/compose', RELEASE],
  ['release', 'sending/release', RELEASE],
  ['outbox', 'outbox', OUTBOX],
  ['returned', 'sending/returned', OUTBOX],
  ['corrections', 'sending/corrections'],
  ['versions', 'sending/versions'],
  ['communications', 'communications'],
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
        {ENTRIES.filter(openFor(props.roles)).map(([name, path]) => (
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

interface SectionProps extends NavigationProps {
  /** Of the request: the page of the section that has it is marked. */
  readonly path: string
  /** The campaign that the address names: its own pages keep to it. */
  readonly campaign?: string | undefined
}

/** Second line of the navigation, inside a section that has several pages; nothing elsewhere. */
export function SectionNavigation(props: SectionProps) {
  if (props.current !== 'sending') return null
  const words = texts[props.locale].sendingPages
  return (
    <nav class="section-pages" aria-label={texts[props.locale].pages.sending}>
      <ul>
        {SENDING_PAGES.filter(openFor(props.roles)).map(([name, path]) => (
          <li>
            <a href={kept(props, path)} aria-current={pageIs(props, path) ? 'page' : undefined}>
              {words[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Whether the request is for a page that the section's own line names: a way back above it would say it twice. */
export function inSectionLine(props: Pick<SectionProps, 'current' | 'reference' | 'path'>): boolean {
  return props.current === 'sending' && SENDING_PAGES.some(([, path]) => pageIs(props, path))
}

const OF_ONE_CAMPAIGN = ['sending', 'sending/release']

function kept({ reference, campaign }: SectionProps, path: string): string {
  const address = incidentAddress(reference, path)
  return campaign && OF_ONE_CAMPAIGN.includes(path)
    ? `${address}?campaign=${encodeURIComponent(campaign)}`
    : address
}

const pageIs = ({ reference, path }: Pick<SectionProps, 'reference' | 'path'>, entry: string) =>
  path === incidentAddress(reference, entry)

/** The entries that one of the roles may open, those of the sections after their first line. */
export function openTo(roles: readonly string[]): [name: string, path: string][] {
  return [...ENTRIES, ...SENDING_PAGES].filter(openFor(roles)).map(([name, path]) => [name, path])
}

const openFor =
  (roles: readonly string[]) =>
  ([, , only]: readonly [string, string, (readonly string[])?]) =>
    !only || roles.some((role) => only.includes(role))
