import { type PrintProfile, printProfile } from './model.ts'
import { letterRefusals } from './refusals.ts'

/**
 * The common French window envelope (DL, 110 × 220 mm, window on the right): block of 85 × 33 mm, 110 mm from the left
 * and 55 mm from the top. Source: edics.fr, "Rédiger vos adresses : les bonnes pratiques", Arial or Helvetica 10.
 */
export const FRENCH_WINDOW: PrintProfile = printProfile.parse({
  name: 'dl-droite',
  window: { left: 110, top: 55, width: 85, height: 33, inset: 2 },
  sizes: [10, 9.5, 9],
})

/** The same window, printed on both sides of the sheet. */
const BOTH_SIDES: PrintProfile = { ...FRENCH_WINDOW, name: 'dl-droite-recto-verso', duplex: true }

/** The same window for a machine or a hand that folds by marks. */
const FOLDED: PrintProfile = { ...FRENCH_WINDOW, name: 'dl-droite-plis', foldMarks: true }

export const PROFILES: readonly PrintProfile[] = [FRENCH_WINDOW, BOTH_SIDES, FOLDED]

/** A profile built in, by its name. @throws letters.noProfile */
export function builtInProfile(name: string): PrintProfile {
  const profile = PROFILES.find((one) => one.name === name)
  if (!profile) throw letterRefusals.noProfile({ name, known: PROFILES.map((one) => one.name) })
  return profile
}

/**
 * A print house's own profile, from the text of a JSON file: every field that is missing, unknown or out of range, and
 * every pair of things that would print on one another, in one refusal.
 * @throws letters.badProfile
 */
export function readProfile(json: string): PrintProfile {
  const read = printProfile.safeParse(parsed(json))
  if (!read.success) {
    const fields = read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key].join('.'))
        : [issue.path.join('.') || 'JSON'],
    )
    throw letterRefusals.badProfile({ fields: [...new Set(fields)] })
  }
  const over = overprints(read.data)
  if (over.length > 0) throw letterRefusals.badProfile({ fields: over })
  return read.data
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    throw letterRefusals.badProfile({ fields: ['JSON'] })
  }
}

interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
const SHEET = { width: 210, height: 297 }
/** The sender's name and four lines. */
const SENDER_HEIGHT = 28

/** Pairs of areas that would stand on one another, or off the sheet, each named by its fields. */
export function overprints(profile: PrintProfile): string[] {
  const { window, margins, bar, keepClear, senderWidth } = profile
  const across = SHEET.width - margins.left - margins.right
  const sender = { left: margins.left, top: margins.top, width: senderWidth, height: SENDER_HEIGHT }
  const barArea = {
    left: margins.left,
    top: SHEET.height - bar.rise - bar.height,
    width: across,
    height: bar.height,
  }
  const column = { ...barArea, top: margins.top, height: SHEET.height - margins.top - margins.bottom }
  const folds = [99, 198].map((top) => ({ left: 4, top: top - 1, width: 4, height: 2 }))
  const found: string[] = []
  const say = (wrong: boolean, words: string) => wrong && found.push(words)
  say(!onSheet(window), 'window')
  say(meet(window, sender), 'window × senderWidth')
  say(window.top + window.height + 60 > SHEET.height - margins.bottom, 'window.top')
  say(meet(barArea, column), 'bar × margins.bottom')
  for (const [at, clear] of keepClear.entries()) {
    const name = `keepClear.${at}`
    say(!onSheet(clear), name)
    say(meet(clear, column), `${name} × margins`)
    say(meet(clear, window), `${name} × window`)
    say(meet(clear, barArea), `${name} × bar`)
    say(profile.foldMarks && folds.some((fold) => meet(clear, fold)), `${name} × foldMarks`)
  }
  return found
}

function onSheet({ left, top, width, height }: Area): boolean {
  return left + width <= SHEET.width && top + height <= SHEET.height
}

function meet(a: Area, b: Area): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  )
}
