import {
  type Conclusion,
  type FactValue,
  lawFact,
  type Question,
  type Words,
  words,
} from '../../law/index.ts'
import type { BoardLine, BoardQuestion } from '../model.ts'

/**
 * The questions of a board in the order of the law room, most decisive first: each stands under the first line that it can
 * change, one with an instant before others, with what every answer would decide. Those that touch no line of the board are left to the board that they touch.
 */
export function boardQuestions(
  questions: readonly Question[],
  lines: readonly BoardLine[],
  facts: (organisation: string, fact: string) => FactValue,
): BoardQuestion[] {
  const byId = new Map(lines.map((line) => [line.conclusion.id, line]))
  return questions.flatMap((question) => {
    const decided = lines.filter(({ conclusion }) => question.decides.includes(conclusion.id))
    const under = decided.find(({ dueAt }) => dueAt !== null) ?? decided[0]
    const known = lawFact(question.fact)
    if (!under || !known) return []
    const conclusions = [...byId.values()].map(({ conclusion }) => conclusion)
    return [
      {
        fact: question.fact,
        organisation: question.organisation,
        question: known.question,
        help: known.help ?? null,
        choices: choicesOf(question, conclusions),
        under: under.conclusion.id,
        decides: question.decides.length,
        current: facts(question.organisation, question.fact),
      },
    ]
  })
}

const YES_NO: Readonly<Record<string, Words>> = { yes: words('Oui', 'Yes'), no: words('Non', 'No') }
const UNKNOWN = words('On ne sait pas encore', 'Not known yet')
const STAYS = words('rien ne change encore', 'nothing changes yet')

/** One choice for each answer that can be ticked; a number, a text or an instant is typed and has none. */
function choicesOf(question: Question, conclusions: readonly Conclusion[]): BoardQuestion['choices'] {
  const known = lawFact(question.fact)
  const given = known?.kind === 'yes_no' ? YES_NO : known?.kind === 'choice' ? (known.choices ?? {}) : {}
  const answers = Object.entries(given).map(([value, said]) => ({
    value,
    words: said,
    consequence: consequence(outcomeOf(question, value), conclusions),
  }))
  return answers.length === 0 ? [] : [...answers, { value: 'unknown', words: UNKNOWN, consequence: STAYS }]
}

type Outcome = Question['outcomes'][number]

function outcomeOf(question: Question, value: string): Outcome | undefined {
  const answer = value === 'yes' ? true : value === 'no' ? false : value
  return question.outcomes.find((one) => one.answer === answer)
}

function consequence(outcome: Outcome | undefined, conclusions: readonly Conclusion[]): Words {
  if (!outcome) return STAYS
  const due = titles(outcome.required, conclusions)
  const spared = titles(outcome.notRequired, conclusions)
  const fr = [due.fr && `à faire : ${due.fr}`, spared.fr && `non requis : ${spared.fr}`].filter(Boolean)
  const en = [due.en && `due: ${due.en}`, spared.en && `not required: ${spared.en}`].filter(Boolean)
  return fr.length === 0 ? STAYS : words(fr.join(' ; '), en.join('; '))
}

const NAMED = 2

/** The first titles, and how many more. */
function titles(ids: readonly string[], conclusions: readonly Conclusion[]): Words {
  const found = ids.flatMap((id) => conclusions.find((one) => one.id === id)?.snapshot.rule.title ?? [])
  const more = found.length - NAMED
  const named = found.slice(0, NAMED)
  return words(
    named.map(({ fr }) => fr).join(', ') + (more > 0 ? ` et ${more} autre${more > 1 ? 's' : ''}` : ''),
    named.map(({ en }) => en).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  )
}
