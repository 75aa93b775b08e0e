import type { Rule } from '../model.ts'
import { artificialIntelligenceRules } from './artificial-intelligence.ts'
import { consumerCodeRules } from './consumer-code.ts'
import { criticalEntitiesRules } from './critical-entities.ts'
import { cyberResilienceRules } from './cyber-resilience.ts'
import { defenceCodeRules } from './defence-code.ts'
import { doraRules } from './dora.ts'
import { eidasRules } from './eidas.ts'
import { eprivacyRules } from './eprivacy.ts'
import { gdprRules } from './gdpr.ts'
import { gdprAccessRules } from './gdpr-access.ts'
import { gdprPersonsRules } from './gdpr-persons.ts'
import { gdprToComeRules } from './gdpr-to-come.ts'
import { healthCodeRules } from './health-code.ts'
import { insuranceCodeRules } from './insurance-code.ts'
import { labourCodeRules } from './labour-code.ts'
import { marketAbuseRules } from './market-abuse.ts'
import { nisRules } from './nis2.ts'
import { personActRules } from './person-acts.ts'
import { toleranceRules } from './tolerances.ts'
import { victimActRules } from './victim-acts.ts'

/** Every version of every rule, one text after the other. A rule keeps its id through its versions. */
export const ALL_RULES: readonly Rule[] = [
  ...gdprRules,
  ...gdprPersonsRules,
  ...gdprAccessRules,
  ...gdprToComeRules,
  ...insuranceCodeRules,
  ...labourCodeRules,
  ...doraRules,
  ...nisRules,
  ...healthCodeRules,
  ...eprivacyRules,
  ...eidasRules,
  ...defenceCodeRules,
  ...cyberResilienceRules,
  ...marketAbuseRules,
  ...criticalEntitiesRules,
  ...artificialIntelligenceRules,
  ...consumerCodeRules,
  ...victimActRules,
  ...personActRules,
  ...toleranceRules,
]
