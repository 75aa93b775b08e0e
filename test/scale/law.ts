import { type Assessment, assess, type CaseFile, validateCase } from '../../src/law/index.ts'
import { costOf, type Finding } from './measure.ts'
import type { Sizes } from './sizes.ts'

const NOW = '2026-06-06T12:00:00Z'
const FACTS = {
  personal_data: true,
  breach_type: ['C'],
  malicious: true,
  attack_on_data_system: true,
  exfiltrated: true,
  data_categories: ['surname', 'birth_date', 'nir'],
  attack_started_at: '2026-06-01T02:00:00+02:00',
}
const SECTORS = ['accountancy', 'mutual', 'broker', 'care']

/** Two figures in one digit place: instants that differ from one organisation to the next. */
const two = (figure: number) => String(figure).padStart(2, '0')

/** One supplier and its clients: each was told at its own instant, of its own number of people, under its own agreement. */
function aChain(organisations: number, seed: number) {
  const clients = Array.from({ length: organisations - 1 }, (_, i) => `client-${i}`)
  return {
    facts: FACTS,
    organisations: [
      {
        key: 'supplier',
        role: 'processor',
        facts: { aware_at: `2026-06-05T09:${two(seed % 60)}:${two(seed % 59)}+02:00` },
      },
      ...clients.map((key, i) => ({
        key,
        roles: i % 2 === 0 ? ['controller'] : ['controller', 'processor'],
        facts: {
          told_by_supplier_at: `2026-06-06T1${(i + seed) % 10}:${two((i + 7 * seed) % 60)}:${two((i + seed) % 59)}+02:00`,
          persons: i,
          sector: SECTORS[i % SECTORS.length],
        },
      })),
    ],
    links: clients.map((client) => ({ supplier: 'supplier', client })),
    contracts: clients.map((to, i) => ({ id: `c${i}`, from: 'supplier', to, hours: 24 + (i % 3) * 24 })),
  }
}

/** Reads a case and assesses it: every rule, every clock, and the questions where the chain is short. */
function assessed(json: unknown): { caseFile: CaseFile; assessment: Assessment } {
  const caseFile = validateCase(json)
  return { caseFile, assessment: assess(caseFile, { now: NOW }) }
}

/**
 * A chain under one supplier, every conclusion and every clock of each. `medianMilliseconds`: CPU of one incident, its own organisation, its
 * supplier and two others, with its questions, once warm; no two incidents are alike.
 */
export async function law(sizes: Sizes): Promise<Finding> {
  for (let seed = 0; seed < 200; seed += 1) assessed(aChain(4, seed))
  const each: number[] = []
  for (let seed = 200; seed < 400; seed += 1) {
    const json = aChain(4, seed)
    each.push((await costOf(() => assessed(json))).cpuSeconds * 1000)
  }
  const medianMilliseconds = each.sort((a, b) => a - b)[each.length / 2]!
  const part = await costOf(() => assessed(aChain(sizes.chain / 20, 1)))
  const json = aChain(sizes.chain, 2)
  const { cpuSeconds, wallSeconds } = await costOf(() => assessed(json))
  const growth = cpuSeconds / 20 / part.cpuSeconds
  const bytes = JSON.stringify(json).length
  return {
    count: sizes.chain,
    unit: 'organisations',
    cpuSeconds,
    wallSeconds,
    growth,
    bytes,
    medianMilliseconds,
  }
}
