import { rows, type Tx } from '../../platform/database.ts'

/** Persons of an incident by their number here, or by what the register calls them; undefined means "not by this". */
export async function personsCalled(
  tx: Tx,
  incidentId: string,
  { id, member }: { readonly id: number | undefined; readonly member: string | undefined },
): Promise<number[]> {
  const found = await rows<{ id: number }>(
    tx,
    `select id from person where incident_id = $1 and (id = $2 or member_number = $3 or member_id = $3) order by id limit 20`,
    [incidentId, id ?? null, member ?? null],
  )
  return found.map((row) => row.id)
}
