export {
  addressHousehold,
  type Contact,
  type HouseholdMember,
  type Outcome,
} from './address-household.ts'
export {
  type PostalAddress,
  REASONS,
  REGISTER_POPULATIONS,
  type RegisterPopulation,
  sortName,
  type ToldThrough,
  type UntoldReason,
  WAYS,
} from './model.ts'
export { type Identity, samePersons } from './same-person.ts'
