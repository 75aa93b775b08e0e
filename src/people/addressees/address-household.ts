import type { MemberClass } from '../match/index.ts'
import { checkEmail, checkPostal, isBlank, type RawAddress } from './check-contact.ts'
import {
  type PostalAddress,
  type RegisterPopulation,
  sortName,
  type ToldThrough,
  type UntoldReason,
} from './model.ts'

/** A person of the register with what decides who is written to. */
export interface HouseholdMember {
  readonly memberId: string
  /** Row in the register, 1-based: the last tie-break, so that the same lists give the same addressees. */
  readonly memberRow: number
  /** member_id of the policyholder; null for the policyholder. */
  readonly policyholderId: string | null
  /** null: of the household, but nobody to tell. `not_on_list`: told by a preventive decision. */
  readonly class: MemberClass | null
  /** Year, month, day as written; null when unknown. */
  readonly birth: readonly [number | null, number | null, number | null]
  /** As an envelope would carry it. */
  readonly fullName: string
  readonly minor: boolean
  readonly deceased: boolean
  readonly population: RegisterPopulation
  readonly protectedAddress: boolean
  readonly email: string | null
  readonly address: RawAddress
  readonly guardian: { readonly name: string; readonly address: RawAddress } | null
}

export interface Contact {
  readonly email: string | null
  readonly postal: PostalAddress | null
}

/** How one concerned person is told: through whom and by which means, or why not. */
export type Outcome =
  | { readonly told: ToldThrough; readonly through: string; readonly contact: Contact }
  | { readonly untold: UntoldReason }

/**
 * Who is told on whose behalf, in one household (all members who share a policyholder, the policyholder included).
 * Exactly one outcome for each member on the list, alive or dead, those of whom one cannot tell included.
 * - a minor: the policyholder they hang from, when adult, alive and reachable; else their guardian; else another
 *   adult of the same policyholder, the eldest first (code civil, art. 371-1 and 390);
 * - an adult under guardianship: the guardian (code civil, art. 475);
 * - an adult dependant: themselves where they have a contact of their own, an e-mail or an address that is not the
 *   policyholder's (GDPR, art. 5(1)(c): no adult learns of another what need not pass through them); else the
 *   policyholder, unless the dependant's address is protected or the policyholder is dead, absent or out of reach:
 *   then themselves;
 * - a health professional, a firm, a client of a firm: themselves, for what is theirs by that title is nobody else's;
 * - the dead: nobody by name. When someone else of the household is told of their own data, a sentence of that message says
 *   it; when nobody is, an adult of the household is told as a relative, the policyholder first, then the eldest;
 * - a protected address never gets a letter, and is never reached through anyone who does not share the protection.
 */
export function addressHousehold(household: readonly HouseholdMember[]): Map<string, Outcome> {
  const byId = new Map(household.map((member) => [member.memberId, member]))
  const outcomes = new Map<string, Outcome>()
  for (const member of household) {
    if (member.class !== null) outcomes.set(member.memberId, outcomeOf(member, byId, household))
  }
  tellRelatives(household, byId, outcomes)
  return outcomes
}

function outcomeOf(
  member: HouseholdMember,
  byId: ReadonlyMap<string, HouseholdMember>,
  household: readonly HouseholdMember[],
): Outcome {
  if (member.deceased) return { untold: 'deceased' }
  const policyholder = member.policyholderId === null ? undefined : byId.get(member.policyholderId)
  if (member.minor) return outcomeOfMinor(member, policyholder, household)
  if (member.guardian) return throughGuardian(member, member.guardian)
  return outcomeOfAdult(member, policyholder)
}

/** Of someone who died and is concerned, when no message of the household can say it in passing. */
function tellRelatives(
  household: readonly HouseholdMember[],
  byId: ReadonlyMap<string, HouseholdMember>,
  outcomes: Map<string, Outcome>,
): void {
  const dead = household.filter((one) => one.deceased && isConcerned(one) && one.population === 'insured')
  if (dead.length === 0 || household.some((one) => carriesTheWord(one, outcomes.get(one.memberId)))) return
  const adults = household.filter((one) => isCapable(one) && one.population === 'insured').sort(elderFirst)
  for (const member of dead) {
    const holder = member.policyholderId === null ? undefined : byId.get(member.policyholderId)
    const relatives = [...adults.filter((one) => one === holder), ...adults.filter((one) => one !== holder)]
    const told = relatives
      .filter((one) => !member.protectedAddress || one.protectedAddress)
      .map((one) => reach(one, 'relative'))
      .find((outcome) => 'told' in outcome)
    if (told) outcomes.set(member.memberId, told)
  }
}

/** A message of one's own household about living insured people, where a sentence for relatives may stand. */
function carriesTheWord(member: HouseholdMember, outcome: Outcome | undefined): boolean {
  const told = outcome && 'told' in outcome ? outcome.told : 'guardian'
  return isConcerned(member) && member.population === 'insured' && told !== 'guardian'
}

function isConcerned({ class: kind }: HouseholdMember): boolean {
  return kind === 'confirmed' || kind === 'presumed'
}

function outcomeOfAdult(member: HouseholdMember, policyholder: HouseholdMember | undefined): Outcome {
  if (member.population !== 'insured') return reach(member, 'self')
  const own = policyholder && policyholder !== member ? ownContact(member, policyholder) : undefined
  if (own) return { told: 'self', through: member.memberId, contact: own }
  if (policyholder && policyholder !== member && !member.protectedAddress && isCapable(policyholder)) {
    const reached = reach(policyholder, 'policyholder')
    if ('told' in reached) return reached
  }
  return reach(member, 'self')
}

/** What reaches the dependant and not the policyholder: another e-mail, another address. */
function ownContact(member: HouseholdMember, policyholder: HouseholdMember): Contact | undefined {
  const [mine, theirs] = [contactOf(member), contactOf(policyholder)]
  const email = mine.email?.toLowerCase() === theirs.email?.toLowerCase() ? null : mine.email
  const apart = mine.postal !== null && !samePlace(member.address, policyholder.address)
  return email !== null || apart ? { email, postal: mine.postal } : undefined
}

function samePlace(a: RawAddress, b: RawAddress): boolean {
  const place = ({ lines, postcode, city }: RawAddress) => sortName(...lines, postcode, city)
  return place(a) === place(b)
}

function outcomeOfMinor(
  member: HouseholdMember,
  policyholder: HouseholdMember | undefined,
  household: readonly HouseholdMember[],
): Outcome {
  const first = policyholder && mayRepresent(policyholder, member) ? [policyholder] : []
  const attempts = first.map((adult) => reach(adult, 'legal_representative'))
  if (member.guardian) attempts.push(throughGuardian(member, member.guardian))
  const others = otherAdults(member, policyholder, household)
  attempts.push(...others.map((adult) => reach(adult, 'legal_representative')))
  return (
    attempts.find((attempt) => 'told' in attempt) ??
    attempts[0] ?? { untold: whyNobody(member, policyholder) }
  )
}

/** Nobody may represent them: because a protection forbids the one there is, or because there is none. */
function whyNobody(member: HouseholdMember, policyholder: HouseholdMember | undefined): UntoldReason {
  return member.protectedAddress && policyholder && policyholder !== member && isCapable(policyholder)
    ? 'protected_address'
    : 'no_legal_representative'
}

function otherAdults(
  member: HouseholdMember,
  policyholder: HouseholdMember | undefined,
  household: readonly HouseholdMember[],
): HouseholdMember[] {
  const holder = member.policyholderId ?? member.memberId
  return household
    .filter((other) => other !== policyholder && other !== member && other.policyholderId === holder)
    .filter((other) => mayRepresent(other, member))
    .sort(elderFirst)
}

/** A child whose address is protected may be so against a parent: only who shares the protection is written to. */
function mayRepresent(adult: HouseholdMember, minor: HouseholdMember): boolean {
  return adult !== minor && isCapable(adult) && (!minor.protectedAddress || adult.protectedAddress)
}

/** Someone who can be written to on behalf of another: adult, alive, not under guardianship themselves. */
function isCapable(person: HouseholdMember): boolean {
  return !person.minor && !person.deceased && person.guardian === null
}

/** Unknown dates last, then the order of the register. */
function elderFirst(a: HouseholdMember, b: HouseholdMember): number {
  for (const part of [0, 1, 2] as const) {
    const difference = (a.birth[part] ?? 9999) - (b.birth[part] ?? 9999)
    if (difference !== 0) return difference
  }
  return a.memberRow - b.memberRow
}

function contactOf(person: HouseholdMember): Contact {
  return {
    email: checkEmail(person.email),
    postal: person.protectedAddress ? null : checkPostal(person.address, person.fullName),
  }
}

function reach(person: HouseholdMember, told: ToldThrough): Outcome {
  const contact = contactOf(person)
  if (contact.email !== null || contact.postal !== null) return { told, through: person.memberId, contact }
  if (person.protectedAddress) return { untold: 'protected_address' }
  return { untold: isBlank(person.address) ? 'no_contact' : 'unusable_address' }
}

/** By letter, to the guardian's own address: registers hold no e-mail for guardians. */
function throughGuardian(
  member: HouseholdMember,
  guardian: NonNullable<HouseholdMember['guardian']>,
): Outcome {
  const postal = checkPostal(guardian.address, guardian.name)
  if (postal) return { told: 'guardian', through: member.memberId, contact: { email: null, postal } }
  return { untold: isBlank(guardian.address) ? 'no_contact' : 'unusable_address' }
}
