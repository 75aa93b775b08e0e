import { sortName } from './model.ts'

/** What a register says of a member, without the national identifier, as far as it can tell two people apart. */
export interface Identity {
  readonly memberId: string
  readonly surname: string
  readonly firstNames: string
  readonly sex: string | null
  /** Year, month, day as written. */
  readonly birth: readonly [number | null, number | null, number | null]
  readonly rank: string | null
  readonly email: string | null
  readonly addressLines: readonly string[]
  readonly postcode: string | null
  readonly policyholderId: string | null
  readonly protectedAddress: boolean
  readonly deceased: boolean
}

/**
 * The members who are one person under several contracts, each group in the order given; nobody alone is returned.
 * Conservative, for a wrong group would tell one person of another: the same names in normal form and the same whole
 * birth date, nothing that contradicts (sex, birth rank, protection, death), and besides the same e-mail, the same
 * address or the same policyholder. Two members are in one group only when each agrees with every other.
 */
export function samePersons(members: readonly Identity[]): string[][] {
  const groups: Identity[][] = []
  const byName = new Map<string, Identity[][]>()
  for (const member of members) {
    const key = identityKey(member)
    if (key === undefined) continue
    const near = byName.get(key) ?? []
    const group = near.find((known) => known.every((other) => agree(other, member)))
    if (group) group.push(member)
    else {
      const alone = [member]
      near.push(alone)
      groups.push(alone)
      byName.set(key, near)
    }
  }
  return groups.filter(({ length }) => length > 1).map((group) => group.map(({ memberId }) => memberId))
}

/** Undefined when the birth date is not whole or a name is missing: then nobody can be said to be the same. */
function identityKey({ surname, firstNames, birth }: Identity): string | undefined {
  const [year, month, day] = birth
  const whole = year !== null && month !== null && day !== null && month >= 1 && month <= 12 && day >= 1
  const [family, given] = [sortName(surname), sortName(firstNames)]
  return whole && family !== '' && given !== '' ? [family, given, year, month, day].join('|') : undefined
}

function agree(a: Identity, b: Identity): boolean {
  if (a.protectedAddress !== b.protectedAddress || a.deceased !== b.deceased) return false
  if (differs(a.sex, b.sex) || differs(a.rank, b.rank)) return false
  return sameText(a.email, b.email) || sameAddress(a, b) || sameText(a.policyholderId, b.policyholderId)
}

function differs(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && sortName(a) !== sortName(b)
}

function sameText(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** A street and a postcode, both known: a postcode alone is a town. */
function sameAddress(a: Identity, b: Identity): boolean {
  const [one, other] = [sortName(...a.addressLines), sortName(...b.addressLines)]
  return one !== '' && one === other && sameText(a.postcode, b.postcode)
}
