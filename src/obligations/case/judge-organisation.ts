import { assess, type CaseFile, type Conclusion, type Question } from '../../law/index.ts'
import { MOST_NEIGHBOURS, NEIGHBOURS, type Near, neighbourhood, neighboursOf } from './neighbourhood.ts'

interface Judged extends Near {
  /** Without questions: they cost more than the conclusions. */
  readonly silent?: boolean
  /** Page after page of its neighbours, up to {@link MOST_NEIGHBOURS}: what must not miss a line reads them all. */
  readonly every?: boolean | undefined
}

export interface Verdicts {
  readonly conclusions: readonly Conclusion[]
  readonly questions: readonly Question[]
}

/** What the law concludes for one organisation: its neighbours are in the case, for they tell and are told. */
export function judged(
  caseFile: CaseFile,
  key: string,
  { silent = false, every = false, ...near }: Judged = {},
): Verdicts {
  if (every) return everyPage(caseFile, key, silent)
  const questionsFor = silent ? [] : [key]
  const { conclusions, questions } = assess(neighbourhood(caseFile, key, near), { questionsFor })
  return {
    conclusions: conclusions.filter(({ organisation }) => organisation === key),
    questions: questions.filter(({ organisation }) => organisation === key),
  }
}

function everyPage(caseFile: CaseFile, key: string, silent: boolean): Verdicts {
  const { conclusions, questions } = judged(caseFile, key, { silent })
  const byId = new Map(conclusions.map((one) => [one.id, one]))
  const last = Math.min(neighboursOf(caseFile, key), MOST_NEIGHBOURS)
  for (let from = NEIGHBOURS; from < last; from += NEIGHBOURS)
    for (const one of judged(caseFile, key, { silent: true, from }).conclusions)
      if (!byId.has(one.id)) byId.set(one.id, one)
  return { conclusions: [...byId.values()], questions }
}
