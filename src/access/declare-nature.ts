import type { Tx } from '../platform/database.ts'
import { accessRefusals } from './refusals.ts'
import { declaredNature, insertNature, lockSubject } from './store.ts'

/** Says once what this database serves; a later start that says otherwise is refused. */
export async function declareNature(tx: Tx, exercise: boolean): Promise<void> {
  await lockSubject(tx, 'nature')
  const declared = await declaredNature(tx)
  if (declared === undefined) await insertNature(tx, exercise)
  else if (declared !== exercise) throw accessRefusals.natureChanged()
}
