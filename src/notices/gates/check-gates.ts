import type { Temporal } from '../../platform/clock.ts'
import { isClosing, type NoticeLocale, type NoticeTree, type Serves, sentencesOf } from '../model.ts'
import { setFrench } from '../wording/typography.ts'
import { consequencesAgree } from './agreement.ts'
import { art34 } from './art34.ts'
import { type Gate, type Looked, listing } from './gate.ts'
import { gateTexts } from './gate-texts.ts'
import { sentenceInWords } from './in-words.ts'
import { mergeProof } from './merge-proof.ts'
import { populationRight } from './population.ts'
import { readable } from './readable.ts'
import { standingSaid } from './standing.ts'

export interface GateReading {
  /** Language of whoever reads the results. */
  readonly locale?: NoticeLocale
  readonly checkedOn?: Temporal.PlainDate
  /** What the reader calls the fact of a key; its key when absent. */
  readonly factName?: (key: string) => string
}

/**
 * What must hold before two people may release a notice. Reads the composed texts, not the intention: a sentence
 * emptied by hand fails. `checkedOn` is the day on which the wording must be approved; without it the day is not checked.
 */
export function checkGates(
  tree: NoticeTree,
  { locale = tree.locale, checkedOn, factName }: GateReading = {},
): Gate[] {
  // A closing message follows a notice that said all of art. 34(2); of its own it needs whom to ask.
  const asked: readonly Serves[] = isClosing(tree.correction)
    ? ['contact']
    : ['nature', 'contact', 'consequences', 'measures']
  const looked: Looked = { tree, locale, ...(factName && { factName }) }
  const gates = [
    ...asked.map((item) => art34(looked, item)),
    standingSaid(looked),
    populationRight(looked),
    consequencesAgree(looked),
    mergeProof(looked),
    factsCurrent(looked),
    wordingApproved(looked, checkedOn),
    readable(looked),
  ]
  return locale === 'fr' ? gates.map((gate) => ({ ...gate, reason: setFrench(gate.reason) })) : gates
}

function factsCurrent(looked: Looked): Gate {
  const { facts } = looked.tree
  const words = gateTexts[looked.locale]
  const bad = Object.entries(facts)
    .filter(([, { state }]) => state !== 'held')
    .map(([key]) => ({
      detail: key,
      said: looked.factName?.(key) ?? key,
      mend: { page: 'facts' as const, of: key },
    }))
  return listing('facts_current', looked, bad, {
    ok: words.factsOk(Object.keys(facts).length),
    bad: words.factsBad,
  })
}

function wordingApproved(looked: Looked, on?: Temporal.PlainDate): Gate {
  const words = gateTexts[looked.locale]
  const day = on?.toString()
  const bad = sentencesOf(looked.tree)
    .filter(
      ({ validFrom, validUntil }) => day && (day < validFrom || (validUntil !== null && day > validUntil)),
    )
    .map(({ item }) => ({
      detail: item,
      said: sentenceInWords(item, looked),
      mend: { page: 'wording' as const, of: item },
    }))
  return listing('wording_approved', looked, bad, { ok: words.wordingOk, bad: words.wordingBad })
}
