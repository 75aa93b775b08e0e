import {
  currentFact,
  type Fact,
  type FactContent,
  lawFactKey,
  type SourceKind,
} from '../../incident/index.ts'
import { type LawFact, lawFact, type Words, words } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import { isUsable } from '../case/fact-as-law.ts'
import {
  type DutyGround,
  type DutyPerson,
  FIELDS,
  onDuties,
  requireDutyRole,
  typedWords,
} from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { enteredInstant } from './entered-instant.ts'
import { journal } from './record-filing.ts'
import { refuseFuture } from './refuse-times.ts'
import { type Owner, ownerOf, questionOf, stateFact } from './state-fact.ts'

/** An answer as a form gives it. */
interface AnswerInput {
  readonly fact: string
  /** Key of the organisation asked about; the desk's own when left out. */
  readonly organisation?: string | undefined
  /**
   * `yes`, `no`; a code of the choices (several for a list); a number; words; a day `YYYY-MM-DD`; an instant, ISO 8601 with its
   * offset or local in `zone`. `unknown`: not known yet.
   */
  readonly answer: string | readonly string[]
  readonly zone?: string | undefined
  /** Who says so: a document, a person's function. */
  readonly source: string
  readonly sourceKind?: SourceKind | undefined
  readonly confidence?: 'established' | 'reported' | 'estimated' | undefined
  /** Id of the fact's version that the writer saw, null for none. */
  readonly seen?: string | null | undefined
}

/**
 * Records the answer to a question of the law room as the fact that it is, with its source and its date. « Not known yet » is an
 * answer too: a value that stood is then kept as disputed, and nothing is concluded from it.
 * @returns the fact; null when nothing was known and nothing is
 * @throws Refusal obligations.roleNeeded, unknownFact, badAnswer, future, contradiction, changedMeanwhile
 */
export async function answerQuestion(
  platform: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  input: AnswerInput,
  by: DutyPerson,
): Promise<Fact | null> {
  requireDutyRole(by)
  const known = lawFact(input.fact)
  if (!known) throw obligationRefusals.unknownFact({ fact: input.fact.slice(0, 80) })
  const source = typedWords(FIELDS.source, input.source, { most: 300 })
  return onDuties(platform, incidentId, async (ground) => {
    const owner = await ownerOf(ground.tx, ground.incident.id, input.organisation)
    const standing = await currentFact(ground.tx, ground.incident.id, lawFactKey(input.fact, owner))
    const isUnknown = input.answer === 'unknown' || input.answer.length === 0
    const content = isUnknown ? unknownContent(known, standing) : contentOf(input, known, ground.now)
    if (content && !isUnknown) refuseUnusable(input.fact, content)
    const fact = content && (await state(ground, { input, owner, content, source, isUnknown }, by))
    await journal(ground, by.actor, 'duty.question_answered', {
      fact: lawFactKey(input.fact, owner),
      answer: isUnknown ? 'unknown' : 'given',
    })
    return fact
  })
}

/** @throws Refusal obligations.badAnswer */
function refuseUnusable(fact: string, content: FactContent): void {
  const given =
    content.kind === 'number' ? content.value.amount : content.kind === 'text' ? content.value.fr : null
  if (!isUsable(fact, given)) throw bad(fact, EXPECTED.usable)
}

interface Answered {
  readonly input: AnswerInput
  readonly owner: Owner
  readonly content: FactContent
  readonly source: string
  readonly isUnknown: boolean
}

function state(
  ground: DutyGround,
  { input, owner, content, source, isUnknown }: Answered,
  by: DutyPerson,
): Promise<Fact> {
  const isDisputed = isUnknown && content.kind !== 'yes_no'
  return stateFact(
    ground,
    {
      fact: input.fact,
      owner,
      content,
      source: {
        source,
        sourceKind: input.sourceKind ?? 'controller',
        asOf: ground.now,
        confidence: isDisputed ? 'disputed' : (input.confidence ?? 'established'),
        owner: by.name,
      },
      seen: input.seen,
    },
    by.actor,
  )
}

/** A yes or no has a word for it; another value that stood is kept, disputed; without one there is nothing to state. */
function unknownContent({ kind }: LawFact, standing: Fact | undefined): FactContent | null {
  if (kind === 'yes_no') return { kind, value: { answer: 'unknown' } }
  return standing ? ({ kind: standing.kind, value: standing.value } as FactContent) : null
}

function contentOf(input: AnswerInput, known: LawFact, now: Temporal.Instant): FactContent {
  const given = [input.answer].flat().map((one) => one.trim())
  const [first = ''] = given
  switch (known.kind) {
    case 'yes_no':
      return { kind: 'yes_no', value: { answer: yesOrNo(input.fact, first) } }
    case 'number':
      return { kind: 'number', value: { amount: amountOf(input.fact, first), approximate: false } }
    case 'choice':
      return { kind: 'choice', value: { code: codeOf(input.fact, known, first) } }
    case 'list':
      return { kind: 'list', value: given.map((one) => lineOf(input.fact, known, one)) }
    case 'date':
      return { kind: 'date', value: { on: dayOf(input.fact, first) } }
    case 'instant':
      return instantOf(input, first, now)
    case 'text':
      return { kind: 'text', value: { fr: typedWords(questionOf(input.fact), first, { most: 2000 }) } }
  }
}

const EXPECTED: Readonly<Record<'yes_no' | 'number' | 'date' | 'usable', Words>> = {
  usable: words('une valeur dont un délai peut se servir', 'a value that a period can be counted with'),
  yes_no: words('oui, non, ou « on ne sait pas encore »', 'yes, no, or “not known yet”'),
  number: words('un nombre entier, comme 18012', 'a whole number, such as 18012'),
  date: words('une date, comme 2026-06-05', 'a date, such as 2026-06-05'),
}

function bad(fact: string, expected: Words): Error {
  return obligationRefusals.badAnswer({ question: questionOf(fact), expected })
}

function yesOrNo(fact: string, text: string): 'yes' | 'no' {
  if (text === 'yes' || text === 'no') return text
  throw bad(fact, EXPECTED.yes_no)
}

function amountOf(fact: string, text: string): number {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '')
  if (!/^\d{1,11}$/.test(digits)) throw bad(fact, EXPECTED.number)
  return Number(digits)
}

function dayOf(fact: string, text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw bad(fact, EXPECTED.date)
  return text
}

function codeOf(fact: string, { choices = {} }: LawFact, text: string): string {
  if (Object.hasOwn(choices, text)) return text
  const known = Object.keys(choices).join(', ')
  throw bad(fact, words(`un de ces choix : ${known}`, `one of these choices: ${known}`))
}

function lineOf(fact: string, known: LawFact, text: string) {
  if (!known.choices) return { fr: typedWords(questionOf(fact), text, { most: 2000 }) }
  const code = codeOf(fact, known, text)
  return { code, ...known.choices[code]! }
}

function instantOf(input: AnswerInput, text: string, now: Temporal.Instant): FactContent {
  const { at, entered, zone } = enteredInstant(questionOf(input.fact), text, input.zone)
  refuseFuture(questionOf(input.fact), at, now)
  return { kind: 'instant', value: { at: entered, zone, precision: 'minute' } }
}
