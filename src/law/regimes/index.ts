import type { Rule } from '../model.ts'
import { gdprRules } from './gdpr.ts'
import { gdprPersonsRules } from './gdpr-persons.ts'
import { gdprToComeRules } from './gdpr-to-come.ts'
import { insuranceCodeRules } from './insurance-code.ts'
import { victimActRules } from './victim-acts.ts'

/** Every version of every rule, one text after the other. A rule keeps its id through its versions. */
export const ALL_RULES: readonly Rule[] = [
  ...gdprRules,
  ...gdprPersonsRules,
  ...gdprToComeRules,
  ...insuranceCodeRules,
  ...victimActRules,
]
