import { assess, type CaseFile, type Conclusion, type Question } from '../../law/index.ts'
import { type Near, neighbourhood } from './neighbourhood.ts'

interface Judged extends Near {
  /** Without questions: they cost more than the conclusions. */
  readonly silent?: boolean
}

/** What the law concludes for one organisation: its neighbours are in the case, for they tell and are told. */
export function judged(
  caseFile: CaseFile,
  key: string,
  { silent = false, ...near }: Judged = {},
): { readonly conclusions: readonly Conclusion[]; readonly questions: readonly Question[] } {
  const questionsFor = silent ? [] : [key]
  const { conclusions, questions } = assess(neighbourhood(caseFile, key, near), { questionsFor })
  return {
    conclusions: conclusions.filter(({ organisation }) => organisation === key),
    questions: questions.filter(({ organisation }) => organisation === key),
  }
}
