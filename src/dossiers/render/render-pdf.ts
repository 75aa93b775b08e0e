import { compileDocument, UndisplayableText } from '../../delivery/letters/index.ts'
import type { Dossier } from '../model.ts'
import { dossierRefusals } from '../refusals.ts'
import template from './dossier.typ'
import { pdfData, saidOnce } from './pdf-data.ts'

/**
 * The document as tagged PDF (PDF/UA-1). The same tree gives the same bytes.
 * @throws dossiers.undisplayableText, naming the characters that the font lacks and the fields that hold them
 */
export function renderPdf(dossier: Dossier): Buffer {
  try {
    return compileDocument(template, pdfData(dossier))
  } catch (error) {
    if (!(error instanceof UndisplayableText)) throw error
    throw dossierRefusals.undisplayableText({
      characters: [...new Set(error.characters)],
      where: holding(dossier, error.characters),
    })
  }
}

/** Labels of fields, titles of tables, that hold any of these characters. */
function holding(dossier: Dossier, characters: readonly string[]): string[] {
  const { locale } = dossier.about
  const has = (texts: readonly string[]) => texts.some((text) => characters.some((one) => text.includes(one)))
  return dossier.sections.flatMap(({ title, fields = [], table }) => [
    ...fields
      .filter((field) => has([...(field.value ?? []), ...saidOnce(field)]))
      .map(({ label }) => label[locale]),
    ...(table && has(table.rows.flat()) ? [title[locale]] : []),
  ])
}
