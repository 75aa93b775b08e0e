import { addressOfField } from './addresses.ts'
import { fieldsOf } from './read-message.ts'

/** One recipient of a delivery status notification (RFC 3464, 2.3). */
export interface RecipientStatus {
  /** Whom we wrote to: the original recipient when the report names it, else the final one. */
  readonly recipient: string | undefined
  readonly finalRecipient: string | undefined
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`, or whatever stands there; '' when nothing does. */
  readonly action: string
  readonly status: string | undefined
  /** Diagnostic-Code, with what some systems add to it. */
  readonly diagnostic: string
}

type Group = Map<string, string>
const MOST_RECIPIENTS = 1000

/** The recipients of a body of fields, with blank lines missing or too many. */
export function readDeliveryStatus(body: string): RecipientStatus[] {
  return groupsOf(body)
    .filter(namesSomebody)
    .slice(0, MOST_RECIPIENTS)
    .map((group) => {
      const final = addressOf(group, 'final-recipient')
      const original = addressOf(group, 'original-recipient')
      return {
        recipient: original ?? final ?? addressOf(group, 'x-actual-recipient'),
        finalRecipient: final,
        action: /^[\s(]*([a-z-]+)/i.exec(group.get('action') ?? '')?.[1]?.toLowerCase() ?? '',
        status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group.get('status') ?? '')?.[0],
        diagnostic: diagnosticOf(group),
      }
    })
}

function diagnosticOf(group: Group): string {
  const said = (group.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;\s*/, '')
  const more = ['x-supplementary-info', 'x-notes', 'remote-mta-reply', 'x-display-reason']
  return [said, ...more.map((name) => group.get(name) ?? ''), afterStatus(group)].filter(Boolean).join(' ')
}

/** Some systems write their words after the status: `Status: 5.1.1 (User unknown)`. */
function afterStatus(group: Group): string {
  return (group.get('status') ?? '').replace(/^\s*[245]\.\d{1,3}\.\d{1,3}/, '').trim()
}

function addressOf(group: Group, name: string): string | undefined {
  const value = group.get(name)
  return value === undefined ? undefined : addressOfField(value)
}

const namesSomebody = (group: Group) => group.has('final-recipient') || group.has('original-recipient')
const isSettled = (group: Group) => group.has('action') || group.has('status')
/** Some write the action before the recipient. */
const settledFirst = (group: Group) =>
  /^(?:action|status)$/.test([...group.keys()].find((name) => ORDER.test(name)) ?? '')
const ORDER = /^(?:action|status|final-recipient|original-recipient)$/

function groupsOf(body: string): Group[] {
  const groups: Group[] = []
  for (const block of body.replace(/\r/g, '').split(/\n[ \t]*\n+/)) {
    for (const group of groupsOfBlock(block)) {
      const last = groups.at(-1)
      // A blank line inside the fields of one recipient.
      if (last && namesSomebody(last) && !isSettled(last) && !group.has('final-recipient'))
        for (const [name, value] of group) last.set(name, value)
      else groups.push(group)
    }
  }
  return groups
}

/** One block should be one recipient; where blank lines are missing the names of the fields tell. */
function groupsOfBlock(block: string): Group[] {
  const groups: Group[] = [new Map()]
  for (const [name, value] of fieldsOf(block)) {
    const group = groups.at(-1) as Group
    const recipient = name === 'final-recipient' || name === 'original-recipient'
    const begins =
      recipient && (group.has(name) || (namesSomebody(group) && isSettled(group) && !settledFirst(group)))
    const reporter = recipient && group.has('reporting-mta')
    if (begins || reporter) groups.push(new Map([[name, value]]))
    else if (!group.has(name)) group.set(name, value)
    else if (name === 'diagnostic-code') group.set(name, `${group.get(name)} ${value}`)
  }
  return groups
}
