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
  ['clocks', 'clocks'],
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

/** Pages of the duties, in the order of the work: what is due, since when, how grave, by which contract, then what is handed over. */
const CLOCK_PAGES: readonly Entry<ClockPage>[] = [
  ['board', 'clocks'],
  ['awareness', 'clocks/awareness'],
  ['risk', 'clocks/risk'],
  ['contracts', 'clocks/contracts'],
  ['chain', 'clocks/chain'],
  ['dossiers', 'dossiers'],
  ['disruption', 'disruption'],
  ['investigations', 'clocks/investigations'],
]

type Entry<Name extends string> = readonly [name: Name, path: string, roles?: readonly string[]]
type ClockPage = keyof (typeof texts)['fr']['clocksPages']

/** Sections with a line of their own: an entry of the first line leads to the first page of its section. */
const SECTIONS = { sending: SENDING_PAGES, clocks: CLOCK_PAGES } as const
type Section = keyof typeof SECTIONS

/** `none` has no entry: no word of the navigation is then marked. */
export type PageName = (typeof ENTRIES)[number][0] | Section | 'none'

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
  const pages = linesOf(props.current).filter(openFor(props.roles))
  if (pages.length === 0) return null
  const words: Readonly<Record<string, string>> = texts[props.locale][`${props.current as Section}Pages`]
  return (
    <nav class="section-pages" aria-label={texts[props.locale].pages[props.current as Section]}>
      <ul>
        {pages.map(([name, path]) => (
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
  return linesOf(props.current).some(([, path]) => pageIs(props, path))
}

function linesOf(current: PageName): readonly Entry<string>[] {
  return current in SECTIONS ? SECTIONS[current as Section] : []
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
  const every: readonly Entry<string>[] = [...ENTRIES, ...Object.values(SECTIONS).flat()]
  return every.filter(openFor(roles)).map(([name, path]) => [name, path])
}

const openFor =
  (roles: readonly string[]) =>
  ([, , only]: readonly [string, string, (readonly string[])?]) =>
    !only || roles.some((role) => only.includes(role))
