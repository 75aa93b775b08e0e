import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  detectLayout,
  type Field,
  readColumnMapping,
  readRepaired,
  refuseSameFile,
  refuseSwappedLists,
  sharedNationalIdKind,
} from '../read/index.ts'
import { sharedContact } from './contact-evidence.ts'
import { keptRegisterFields, type ListToLoad } from './load-list.ts'
import type { MatchInput } from './run-match.ts'

/** Looks at both files before anything is written: what is wrong with either is said first. */
export async function layOutLists(
  input: Pick<MatchInput, 'register' | 'exposed' | 'columns' | 'keepRegister' | 'repaired'>,
): Promise<{ register: ListToLoad; exposed: ListToLoad }> {
  const mapping =
    typeof input.columns === 'string' ? await readColumnMapping(input.columns) : (input.columns ?? {})
  const register = { path: input.register, name: basename(input.register) }
  const exposed = { path: input.exposed, name: basename(input.exposed) }
  const [own, lost] = await Promise.all([
    detectLayout(register.path, 'register', mapping, register.name),
    detectLayout(exposed.path, 'exposed', mapping, exposed.name),
  ])
  await refuseSameFile(register, exposed)
  if (!mapping.register && !mapping.exposed) {
    refuseSwappedLists({ ...register, layout: own.layout }, { ...exposed, layout: lost.layout })
  }
  const repaired =
    input.repaired === undefined
      ? undefined
      : await readRepaired(input.repaired, lost.layout, basename(input.repaired))
  const nationalIdKind = mapping.national_id_kind ?? sharedNationalIdKind(own, lost)
  const contact = sharedContact(own.layout, lost.layout)
  const kept: readonly Field[] =
    (input.keepRegister ?? true)
      ? keptRegisterFields.filter((field) => field !== 'birth_date')
      : ['member_id', 'policyholder_id']
  return {
    register: {
      role: 'register',
      ...register,
      layout: { ...own.layout, nationalIdKind },
      bytes: (await stat(register.path)).size,
      kept,
      contact,
    },
    exposed: {
      role: 'exposed',
      ...exposed,
      layout: { ...lost.layout, nationalIdKind },
      bytes: (await stat(exposed.path)).size,
      kept: [],
      contact,
      repaired,
    },
  }
}
