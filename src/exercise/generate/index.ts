export { MOST, rateOption, readNumber, type SampleOptions } from './check-options.ts'
export { DAMAGE_NAMES, DAMAGES, type DamageName, DEFAULT_RATES, type Rates } from './damage.ts'
export { ENCODINGS, type Encoding } from './encode-text.ts'
export { EXPOSED_HEADERS } from './exposed-row.ts'
export {
  generateSample,
  type SampleFile,
  type SampleProgress,
  type SampleSummary,
} from './generate-sample.ts'
export { OWN_AMC, OWN_INSURER } from './insurers.ts'
export { REGISTER_HEADERS } from './register-row.ts'
