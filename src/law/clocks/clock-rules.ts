import type { ClockRule } from './clock-rule.ts'
import { cyberClocks } from './cyber-clocks.ts'
import { doraClocks } from './dora-clocks.ts'
import { frenchClocks, otherClocks } from './french-clocks.ts'
import { gdprClocks } from './gdpr-clocks.ts'

/** Every clock. A duty that gives no figure (« sans délai », C. défense L2321-4-1) has none. */
export const CLOCK_RULES: readonly ClockRule[] = [
  ...gdprClocks,
  ...cyberClocks,
  ...doraClocks,
  ...frenchClocks,
  ...otherClocks,
]
