const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  rsquo: '’',
}

/** What a person reads of an HTML report: one line for each block. Not a renderer; the result is only searched. */
export function textOfHtml(html: string): string {
  return withoutHidden(html)
    .replace(/<(?:br|\/p|\/div|\/tr|\/td|\/h\d|\/li|hr)\b[^>]{0,500}>/gi, '\n')
    .replace(/<(?![\w.+=-]{1,64}@)[a-z!/?][^>]{0,2000}>/gi, ' ')
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (whole, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex ? 16 : 10)
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole
    })
    .replace(/&(\w{2,8});/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** Without styles, scripts and head. Each end is looked for once: no page of openings without an end can make it slow. */
function withoutHidden(html: string): string {
  const low = html.toLowerCase()
  const endless = new Set<string>()
  let [kept, from] = ['', 0]
  for (const opening of html.matchAll(/<(style|script|head)\b/gi)) {
    const name = (opening[1] ?? '').toLowerCase()
    if (opening.index < from || endless.has(name)) continue
    const end = low.indexOf(`</${name}>`, opening.index)
    if (end === -1) {
      endless.add(name)
      continue
    }
    kept += `${html.slice(from, opening.index)} `
    from = end + name.length + 3
  }
  return kept + html.slice(from)
}
