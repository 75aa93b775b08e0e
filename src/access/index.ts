export { type ExerciseCode, ensureExercisePersons, exerciseCode, exerciseCodes } from './exercise-persons.ts'
export { listPeople, type PeopleListing } from './list-people.ts'
export { lookAtRow, type RowLook } from './look-at-row.ts'
export { checkLookupRation, countLookup, type Lookup, lookUpAbsent, lookUpPerson } from './look-up-person.ts'
export { requireRole, requireStepUp, sessions } from './middleware.ts'
export {
  type AccessSettings,
  type Account,
  actorOf,
  defaultSettings,
  hasRole,
  isFresh,
  ROLES,
  type Role,
  type Viewer,
} from './model.ts'
export {
  type Authority,
  authoriseOperator,
  issueOperatorToken,
  requireFreshProof,
} from './operator-authority.ts'
export { accessRefusals } from './refusals.ts'
export { knownHost, sameOrigin, securityHeaders } from './request-guards.ts'
export { routes } from './routes.tsx'
export { issueStartLink } from './sign-in-with-link.ts'
export { openedByOther } from './store-sessions.ts'
