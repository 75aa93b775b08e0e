import { type Incident, loadSampleIncident } from '../../src/incident/index.ts'
import { tocsin } from '../../src/journal/index.ts'
import { type BoardLine, type DutyPerson, readBoard, writeDuties } from '../../src/obligations/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { testPlatform } from './database.ts'

/** A person of the team of an exercise. */
export function dutyPerson(name: string, ...roles: string[]): DutyPerson {
  const userId = name.toLowerCase().replace(/\W+/g, '-')
  return { userId, name, roles, actor: { kind: 'exercise', userId, name } }
}

export const lead = dutyPerson('Idriss Benali', 'lead')
export const dpo = dutyPerson('Hélène Marchetti', 'dpo')
export const auditor = dutyPerson('Ada Lenoir', 'auditor')

export interface DutyBench {
  readonly platform: Awaited<ReturnType<typeof testPlatform>>
  readonly incident: Incident
}

/** The sample incident with its duties, opened when its story opens: Monday 8 June 2026, 13:28 in Paris. */
export async function dutyBench(): Promise<DutyBench> {
  const platform = await testPlatform()
  return { platform, incident: await loadSampleIncident(platform, tocsin, writeDuties) }
}

export async function lineOf(
  platform: Pick<Platform, 'db' | 'clock'>,
  incident: { readonly id: string },
  id: string,
): Promise<BoardLine> {
  const organisation = /@([^>]+)/.exec(id)?.[1]
  const { lines } = await readBoard(platform, incident, { organisation })
  const found = lines.find(({ conclusion }) => conclusion.id === id)
  if (!found) throw new Error(`no line ${id}`)
  return found
}

/** The code and the French words of a refusal. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; fr: string }> {
  const error = await work.then(
    () => undefined,
    (thrown) => thrown,
  )
  return { code: error?.code ?? String(error), fr: error?.text?.('fr') ?? '' }
}
