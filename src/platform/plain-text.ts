/**
 * What a person typed, without what cannot be stored or seen: control characters (line feed and tab stay) and halves of characters
 * that UTF-8 cannot say.
 */
export function plainText(typed: string): string {
  return typed.replace(/\p{Cs}|[^\P{Cc}\n\t]/gu, '')
}
