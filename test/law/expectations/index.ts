import type { Expectation } from '../expectation.ts'
import { accessExpectations } from './access.ts'
import { actExpectations } from './acts.ts'
import { euActsExpectations } from './eu-acts.ts'
import { frenchCodesExpectations } from './french-codes.ts'
import { gdprExpectations } from './gdpr.ts'

export const EXPECTATIONS: readonly Expectation[] = [
  ...gdprExpectations,
  ...accessExpectations,
  ...frenchCodesExpectations,
  ...euActsExpectations,
  ...actExpectations,
]
