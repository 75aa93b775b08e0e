import { looksLikeNir } from '../../people/lists/index.ts'
import type { Tx } from '../../platform/database.ts'
import { proofRefusals } from './refusals.ts'
import { personsCalled } from './sought-person-store.ts'

/**
 * The person that a word names: `417366` their number here or their member number, `p417366` their number here only. With
 * `memberOnly`, their member number only.
 * @throws proof.noNir, noPerson, severalPersons
 */
export async function findPersonCalled(
  tx: Tx,
  incidentId: string,
  word: string,
  memberOnly = false,
): Promise<number> {
  if (looksLikeNir(word)) throw proofRefusals.noNir()
  const number = memberOnly ? undefined : /^p?([1-9]\d{0,14})$/.exec(word)?.[1]
  const id = number === undefined ? undefined : Number(number)
  const member = !memberOnly && word.startsWith('p') && id !== undefined ? undefined : word
  const found = await personsCalled(tx, incidentId, { id, member })
  if (found.length > 1)
    throw proofRefusals.severalPersons({ ids: found.map((person) => `p${person}`).join(', ') })
  if (found[0] === undefined) throw proofRefusals.noPerson({ id: word })
  return found[0]
}
