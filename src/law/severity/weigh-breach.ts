import { frenchOverlay, type OverlayMark, raised } from './french-overlay.ts'
import type { RiskFacts } from './risk-facts.ts'
import { because, type RiskReason } from './risk-reasons.ts'
import { weighAvailability } from './weigh-availability.ts'
import { weighConfidentiality } from './weigh-confidentiality.ts'
import { weighConsequences } from './weigh-consequences.ts'
import type { RiskLevel, Weighed } from './weighing.ts'

interface WeighedBreach extends Weighed {
  readonly overlay: readonly OverlayMark[]
}

/** The level alone, without what is costly: what the search for missing facts asks again and again. */
export function weighBreach(read: RiskFacts): WeighedBreach {
  if (read.personalData === false)
    return { level: 'unlikely', reasons: [because.noPersonalData], overlay: [] }
  const confidentiality = knowsWhatHappened(read)
    ? weighConfidentiality(read)
    : { level: null, reasons: [because.natureUnknown] }
  const ways = [confidentiality, weighAvailability(read), weighConsequences(read)]
  const before = worst(ways)
  const overlay = frenchOverlay(read, before)
  const level = knowsWhatHappened(read) ? raised(before, overlay) : before
  return { level, reasons: reasonsOf(ways, before), overlay }
}

const knowsWhatHappened = (read: RiskFacts) =>
  read.breach !== null ||
  read.exfiltrated !== null ||
  read.recipientsKnown !== null ||
  read.trusted !== null ||
  read.returned !== null

/** The worst way decides; a way that nobody can weigh leaves everything open, unless another is high already. */
function worst(ways: readonly Weighed[]): RiskLevel | null {
  if (ways.some(({ level }) => level === 'high')) return 'high'
  if (ways.some(({ level }) => level === null)) return null
  return ways.some(({ level }) => level === 'risk') ? 'risk' : 'unlikely'
}

/** Those of the ways that made the level; for an unlikely risk, of all that had to be excluded. */
function reasonsOf(ways: readonly Weighed[], level: RiskLevel | null): readonly RiskReason[] {
  const deciding = ways.filter((way) => way.level === level)
  return [...new Set(deciding.flatMap(({ reasons }) => reasons))]
}
