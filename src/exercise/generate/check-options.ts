import { DAMAGE_NAMES, groupOverflow, type Rates, ratesWith } from './damage.ts'
import { ENCODINGS, type Encoding } from './encode-text.ts'
import { sampleRefusals } from './refusals.ts'

export interface SampleOptions {
  /** People of the own register, 1 to 100 million. */
  readonly members: number
  /** Rows of the exposed list, 1 to 100 million. */
  readonly exposed: number
  /** Distinct own people on the exposed list; at most `members` and `exposed`. */
  readonly affected: number
  /** 0 to 2^32 - 1: the same options give the same bytes on any machine. */
  readonly seed: number
  /** Folder of the three files, created if need be. */
  readonly out: string
  /** Replace files that are already there. */
  readonly force?: boolean
  /** Share of rows per damage; what is left out keeps its default. */
  readonly rates?: Partial<Rates>
  readonly registerEncoding?: Encoding
  readonly exposedEncoding?: Encoding
  readonly registerSeparator?: string
  readonly exposedSeparator?: string
  /** Stops the work: unfinished files are removed and the `stopped` refusal is thrown. */
  readonly signal?: AbortSignal
}

export type CheckedOptions = Required<Omit<SampleOptions, 'signal' | 'rates'>> & {
  readonly rates: Rates
  readonly signal: AbortSignal | undefined
}

export const MOST = 100_000_000
const SEPARATORS = [';', ',', '|', '\t']

/** The options with their defaults; one refusal for the first that is wrong, before anything is written. */
export function checkOptions(options: SampleOptions): CheckedOptions {
  const { members, exposed, affected } = options
  for (const option of ['members', 'exposed', 'affected'] as const) checkCount(option, options[option])
  checkSeed(options.seed)
  if (affected > members) throw sampleRefusals.affectedAboveMembers({ affected, members })
  if (affected > exposed) throw sampleRefusals.affectedAboveExposed({ affected, exposed })
  return {
    ...options,
    force: options.force ?? false,
    rates: checkRates(options.rates ?? {}),
    registerEncoding: checkEncoding('register-encoding', options.registerEncoding ?? 'utf-8'),
    exposedEncoding: checkEncoding('exposed-encoding', options.exposedEncoding ?? 'windows-1252'),
    registerSeparator: checkSeparator('register-separator', options.registerSeparator ?? ';'),
    exposedSeparator: checkSeparator('exposed-separator', options.exposedSeparator ?? ','),
    signal: options.signal,
  }
}

/** A number as typed on a command line: `240000`, `0.02`. */
export function readNumber(option: string, text: string | undefined): number {
  if (text === undefined || !/^\d+(\.\d+)?$/.test(text))
    throw sampleRefusals.badNumber({ option, value: text ?? '' })
  return Number(text)
}

function checkCount(option: string, value: number): void {
  const fits = Number.isSafeInteger(value) && value >= 1 && value <= MOST
  if (!fits) throw sampleRefusals.badCount({ option, value: String(value), most: MOST })
}

function checkSeed(seed: number): void {
  if (!Number.isSafeInteger(seed) || seed < 0 || seed > 0xffff_ffff)
    throw sampleRefusals.badSeed({ value: String(seed) })
}

function checkRates(changes: Partial<Rates>): Rates {
  const rates = ratesWith(changes)
  for (const name of DAMAGE_NAMES) {
    const fits = rates[name] >= 0 && rates[name] <= 1
    if (!fits) throw sampleRefusals.badRate({ option: rateOption(name), value: String(rates[name]) })
  }
  const group = groupOverflow(rates)
  if (group) throw sampleRefusals.ratesAboveOne({ group })
  return rates
}

/** `no_nir` -> `rate-no-nir`. */
export function rateOption(name: string): string {
  return `rate-${name.replaceAll('_', '-')}`
}

function checkEncoding(option: string, value: string): Encoding {
  const found = ENCODINGS.find((encoding) => encoding === value)
  if (!found) throw sampleRefusals.unknownEncoding({ option, value, known: ENCODINGS.join(', ') })
  return found
}

function checkSeparator(option: string, value: string): string {
  const separator = value === 'tab' ? '\t' : value
  if (!SEPARATORS.includes(separator)) throw sampleRefusals.badSeparator({ option, value })
  return separator
}
