import type { NoticeLocale } from './model.ts'

/** A block of a letter. `text` may hold the reference field, which the letter replaces. */
export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'details'
      readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[]
    }

/** What all the letters of one notice share: the same object for each of them. */
export interface LetterBody {
  /** Hash of the notice. */
  readonly key: string
  readonly locale: NoticeLocale
  readonly subject: string
  readonly intro: string
  readonly referenceLabel: string
  readonly sender: { readonly name: string; readonly lines: readonly string[] }
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly LetterBlock[] }[]
}

export interface LetterContent {
  readonly body: LetterBody
  /** "Bonjour Camille Aubry," */
  readonly greeting: string
  readonly persons: readonly string[]
  readonly reference: string
  /** "12 février 2026" */
  readonly dateText: string
}

export interface RenderedNotice {
  readonly locale: NoticeLocale
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly letter: LetterContent
}
