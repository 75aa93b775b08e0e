import { assess, type CaseFile, type Conclusion, type Question } from '../law/index.ts'
import { neighbourhood } from './neighbourhood.ts'

/** What the law concludes for one organisation: its neighbours are in the case, for they tell and are told. */
export function judged(
  caseFile: CaseFile,
  key: string,
  questionsFor: readonly string[] = [key],
): { readonly conclusions: readonly Conclusion[]; readonly questions: readonly Question[] } {
  const { conclusions, questions } = assess(neighbourhood(caseFile, key), { questionsFor })
  return {
    conclusions: conclusions.filter(({ organisation }) => organisation === key),
    questions: questions.filter(({ organisation }) => organisation === key),
  }
}
