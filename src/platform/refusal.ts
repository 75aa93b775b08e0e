import { setFrenchSpaces } from './typography.ts'

/**
 * A rule that was broken, said to a person. Every room declares its refusals in one typed catalogue and throws
 * them; the edges (page, HTTP problem, command line) translate. Anything else thrown is a bug or broken I/O.
 */
export type Locale = 'fr' | 'en'

interface Definition<P> {
  /** HTTP status of the answer. */
  readonly http: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 423 | 429 | 503
  /** Exit code of a command (sysexits.h: 64 usage, 65 data, 66 no input, 69 unavailable, 73 can't create, 77 no permission). */
  readonly exit: number
  /** What was wrong, where (file, line, column), what to do. */
  readonly fr: (params: P) => string
  readonly en: (params: P) => string
}

export class Refusal extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  readonly http: Definition<never>['http']
  readonly exit: number
  readonly #texts: Record<Locale, string>

  constructor(code: string, params: Record<string, unknown>, definition: Definition<never>) {
    const texts = { fr: setFrenchSpaces(definition.fr(params as never)), en: definition.en(params as never) }
    super(`${code}: ${texts.en}`)
    this.name = 'Refusal'
    this.code = code
    this.params = params
    this.http = definition.http
    this.exit = definition.exit
    this.#texts = texts
  }

  /** The message in the reader's language. */
  text(locale: Locale): string {
    return this.#texts[locale]
  }
}

/** `define<{file: string}>({http: 422, exit: 65, fr: …, en: …})`: one refusal of a catalogue. */
export function define<P extends object = Record<never, never>>(definition: Definition<P>): Definition<P> {
  return definition
}

type Catalogue<T> = {
  [K in keyof T]: T[K] extends Definition<infer P>
    ? [P] extends [never]
      ? () => Refusal
      : keyof P extends never
        ? () => Refusal
        : (params: P) => Refusal
    : never
}

/**
 * A room’s refusals. `refusals('read', {emptyFile: define<{file: string}>({...})})` gives
 * `{emptyFile(params): Refusal}` whose code is `read.emptyFile`.
 */
export function refusals<T extends Record<string, Definition<never>>>(
  room: string,
  definitions: T,
): Catalogue<T> {
  const entries = Object.entries(definitions).map(([name, definition]) => [
    name,
    (params: Record<string, unknown> = {}) => new Refusal(`${room}.${name}`, params, definition),
  ])
  return Object.fromEntries(entries) as Catalogue<T>
}
