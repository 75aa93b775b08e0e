import { plainText } from '../../platform/plain-text.ts'
import type { Awareness, Filing } from '../model.ts'
import type { KeptFiling } from '../stores/filing-store.ts'
import type { EnteredInstant } from './entered-instant.ts'
import { type GivenFile, hashOf } from './keep-file.ts'
import type { AwarenessInput } from './record-awareness.ts'
import type { FilingInput } from './record-filing.ts'

/** A form sent twice, by a second click or a reload, says the same twice: the row that stands is the answer to both. */

/** The filing that stands and says exactly this. */
export function filedAlready(
  standing: readonly KeptFiling[],
  state: Filing['state'],
  input: FilingInput,
  { at }: EnteredInstant,
): KeptFiling | undefined {
  return standing.find(
    (one) =>
      one.state === state &&
      one.at.equals(at) &&
      isSaid(one.receipt ?? '', input.receipt) &&
      isSaid(one.channel, input.channel) &&
      isSaid(one.note, input.note) &&
      isFile(one.file, input.file),
  )
}

/** The last event of this organisation and fact, when it says exactly this. */
export function learnedAlready(
  events: readonly Awareness[],
  input: AwarenessInput,
  { at }: EnteredInstant,
): Awareness | undefined {
  const last = events.find(({ fact }) => fact === input.fact)
  const isSame =
    last?.at.equals(at) &&
    isSaid(last.who, input.who) &&
    isSaid(last.how, input.how) &&
    isSaid(last.evidence, input.evidence) &&
    isFile(last.file, input.file)
  return isSame ? last : undefined
}

const isSaid = (kept: string, typed: string | undefined) => kept === plainText(typed ?? '').trim()

function isFile(kept: Filing['file'], given: GivenFile | undefined): boolean {
  return (kept?.sha256 ?? null) === (given ? hashOf(given) : null)
}
