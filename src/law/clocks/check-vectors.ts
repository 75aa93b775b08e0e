import { Refusal } from '../../platform/refusal.ts'
import type { Readings } from '../model.ts'
import { lawRefusals } from '../refusals.ts'
import { computeClock } from './compute-clock.ts'
import { paramNamed } from './param-names.ts'
import { errorCode } from './vector-errors.ts'

interface CheckedVector {
  /** As the vector gives it; its place in the list, from 1, when it gives none. */
  readonly id: string | number
  /** Every reading, by the names of `meta.fields`; or the code of the refusal. */
  readonly computed: Readings | { readonly error: string }
  readonly expected: unknown
  /** Every key of `expected` is in `computed`, written the same way; a refusal answers to its code or to its words. */
  readonly ok: boolean
  /** Two readings exist. */
  readonly disputed: boolean
  /** Code of the refusal, when the vector itself is malformed. */
  readonly error?: string
}

/**
 * Computes each vector of a document such as law-vectors.json (`{vectors: […]}`, or the list alone). A malformed vector gets
 * its own entry and stops nothing; a document that is no list of vectors is refused under the name of its file.
 */
export function checkVectors(document: unknown, file: string): readonly CheckedVector[] {
  const list = Array.isArray(document) ? document : isObject(document) ? document['vectors'] : undefined
  if (!Array.isArray(list)) throw lawRefusals.badBatch({ file })
  return list.map((vector, index) => checkVector(vector, index + 1))
}

function checkVector(vector: unknown, place: number): CheckedVector {
  const given = isObject(vector) ? withPlainStart(vector) : {}
  const id = typeof given['id'] === 'string' || typeof given['id'] === 'number' ? given['id'] : place
  const expected = given['expected'] ?? null
  const problem = malformed(vector, given)
  if (problem) {
    const { code } = lawRefusals.badVector({ where: String(id), problem })
    return { id, computed: { error: code }, expected, ok: false, disputed: false, error: code }
  }
  const { computed, disputed } = compute(given)
  return { id, computed, expected, ok: agrees(computed, expected as Record<string, unknown>), disputed }
}

/** How an object names its instant, the offset written beside a local time, and what is left for the parameters. */
const INSTANT_KEYS = ['at', 'instant', 'value', 'local', 'start', 'aware', 'aware_at', 'date']

/** `{"local": "2026-10-25T02:30", "offset": "+02:00"}`, `{"aware": …, "classified_major": …}`: a start told as an object. */
function withPlainStart(vector: Record<string, unknown>): Record<string, unknown> {
  const { start } = vector
  if (!isObject(start)) return vector
  const { offset, zone, ...told } = start
  const key = INSTANT_KEYS.find((one) => typeof told[one] === 'string')
  if (key === undefined) return vector
  const isParam = (name: string) => name !== key || name.startsWith('aware')
  const more = Object.fromEntries(Object.entries(told).filter(([name]) => paramNamed(name) && isParam(name)))
  const isDora = vector['rule'] === 'dora_initial'
  return {
    ...vector,
    start: `${told[key]}${typeof offset === 'string' ? offset : ''}`,
    ...(zone === undefined ? {} : { zone: vector['zone'] ?? zone }),
    ...(isDora ? { params: { ...more, ...(isObject(vector['params']) ? vector['params'] : {}) } } : {}),
  }
}

function malformed(vector: unknown, given: Record<string, unknown>): string | undefined {
  if (!isObject(vector)) return 'rule'
  const texts = ['rule', 'start', 'zone'].find((name) => typeof given[name] !== 'string')
  if (texts) return texts
  if (!isObject(given['expected']) || Object.keys(given['expected']).length === 0) return 'expected'
  const params = given['params']
  return params === undefined || params === null || isObject(params) ? undefined : 'params'
}

function compute(given: Record<string, unknown>): Pick<CheckedVector, 'computed' | 'disputed'> {
  try {
    const { readings, disputed } = computeClock({
      rule: given['rule'] as string,
      from: given['start'] as string,
      zone: given['zone'] as string,
      params: (given['params'] ?? {}) as Record<string, unknown>,
    })
    return { computed: readings, disputed: disputed !== null }
  } catch (error) {
    // A bug met by one vector must not cost the results of the others.
    return { computed: { error: error instanceof Refusal ? error.code : 'unexpected' }, disputed: false }
  }
}

function agrees(computed: object, expected: Record<string, unknown>): boolean {
  const found = new Map(Object.entries(computed))
  return Object.entries(expected).every(([key, value]) => {
    if (key === 'error' && typeof value === 'string') return found.get(key) === (errorCode(value) ?? value)
    return found.has(key) && found.get(key) === value
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
