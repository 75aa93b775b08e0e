import {
  type Assessment,
  answerWords,
  type CaseFile,
  type ChainOrganisation,
  LEVEL_WORDS,
  type Question,
  questionOf,
  type RiskLevel,
  ROLE_WORDS,
} from '../law/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Locale } from '../platform/refusal.ts'
import { punctuated } from '../platform/typography.ts'
import { lawAssessTexts } from './law-assess-texts.ts'
import { dueSections, shortSections } from './tell-conclusions.ts'

/** Organisations told in full; beyond, `--json` or `--organisation`. */
const MOST_ORGANISATIONS = 20
const MOST_QUESTIONS = 8
/** Of more organisations only what is due is told. */
const MOST_TOLD_WHOLE = 5

/**
 * An assessment for a person in a hurry: for each organisation what is due and by when; then what to ask; then, for each, what depends on
 * answers and what is not required, in a line for each reason.
 */
export function tellAssessment(
  caseFile: CaseFile,
  { conclusions, questions, risks }: Assessment,
  locale: Locale,
  now: Temporal.Instant,
): string {
  const texts = lawAssessTexts[locale]
  const told = risks.slice(0, MOST_ORGANISATIONS).map(({ organisation: key, proposal }) => ({
    organisation: caseFile.organisations.find((one) => one.key === key)!,
    level: proposal.level,
    all: conclusions.filter(({ organisation }) => organisation === key),
  }))
  const due = told.flatMap(({ organisation, level, all }) => [
    nameOf(organisation, locale),
    `  ${riskLine(caseFile, organisation, level, locale)}`,
    ...dueSections(all, locale, now),
    '',
  ])
  const isShort = told.length > MOST_TOLD_WHOLE
  const rest = (isShort ? [] : told).flatMap(({ organisation, all }) => [
    ...(told.length > 1 ? [nameOf(organisation, locale)] : []),
    ...shortSections(all, locale),
    '',
  ])
  const others = risks.length - MOST_ORGANISATIONS
  const text = [
    ...due,
    ...(others > 0 ? [texts.more(others), ''] : []),
    ...asked(questions, caseFile.organisations.length > 1, locale),
    '',
    ...rest,
    isShort ? texts.restOf : texts.whole,
  ].join('\n')
  return punctuated(text, locale).trimEnd()
}

/** A file of facts alone is about whoever reads it. */
const nameOf = ({ key, name, roles }: ChainOrganisation, locale: Locale) =>
  `${key === 'own' && name === key ? lawAssessTexts[locale].yours : name} (${roles.map((role) => ROLE_WORDS[role][locale]).join(', ')})`

function riskLine(
  { facts }: CaseFile,
  organisation: ChainOrganisation,
  level: RiskLevel | null,
  locale: Locale,
) {
  const texts = lawAssessTexts[locale]
  const decided = { ...facts, ...organisation.facts }['risk_decided']
  const isDecided = decided === 'unlikely' || decided === 'risk' || decided === 'high'
  if (isDecided) return texts.riskDecided(LEVEL_WORDS[decided][locale])
  return level === null ? texts.riskUnknown : texts.risk(LEVEL_WORDS[level][locale])
}

function asked(questions: readonly Question[], isChain: boolean, locale: Locale): string[] {
  const texts = lawAssessTexts[locale]
  if (questions.length === 0) return []
  const rest = questions.length - MOST_QUESTIONS
  return [
    texts.next,
    ...questions.slice(0, MOST_QUESTIONS).map(({ fact, organisation, decides, outcomes }) => {
      const answers =
        outcomes.length > 4 || outcomes.length === 0
          ? []
          : outcomes.map(({ answer }) => answerWords(fact, answer)[locale])
      const choice = answers.length > 1 ? ` (${answers.join(' / ')})` : ''
      const whose = isChain ? `${organisation}, ` : ''
      return `  ${questionOf(fact)[locale]}${choice} [${whose}${fact}, ${texts.decides(decides.length)}]`
    }),
    ...(rest > 0 ? [`  ${texts.more(rest)}`] : []),
  ]
}
