/** A cell of RFC 4180: quoted only when it holds the separator, a quote or a line break. */
export function cell(text: string, separator: string): string {
  if (!text.includes(separator) && !text.includes('"')) return text
  return `"${text.replaceAll('"', '""')}"`
}
