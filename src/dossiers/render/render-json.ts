import { type Dossier, type DossierField, missingFields } from '../model.ts'

/** The document for a program: fields by id, or the shape the document gives itself. UTF-8, ends with a line feed. */
export function renderJson(dossier: Dossier): string {
  const { kind, about, title, to, article, json } = dossier
  const { locale } = about
  const whole = {
    document: kind,
    title: title[locale],
    to: to[locale],
    article: article[locale],
    language: locale,
    organisation: about.organisation,
    incident: about.incident,
    exercise: about.exercise,
    state_of_facts: about.stateAt,
    missing: missingFields(dossier).map(({ id }) => id),
    ...(json === undefined ? {} : { content: json }),
    sections: dossier.sections.map(({ title, paragraphs, fields = [], table }) => ({
      title: title[locale],
      ...(paragraphs ? { paragraphs: paragraphs.map((one) => one[locale]) } : {}),
      ...(fields.length > 0
        ? { fields: Object.fromEntries(fields.map((field) => [field.id, fieldJson(field, locale)])) }
        : {}),
      ...(table
        ? {
            table: {
              columns: table.columns.map(({ label }) => label[locale]),
              rows: table.rows,
              ...(table.total ? { total: table.total } : {}),
            },
          }
        : {}),
    })),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

function fieldJson({ label, value, note, toCheck, kind, sources }: DossierField, locale: 'fr' | 'en') {
  return {
    label: label[locale],
    value,
    ...(kind ? { kind } : {}),
    ...(note ? { note: note[locale] } : {}),
    ...(toCheck ? { to_check: true } : {}),
    sources: sources.map(({ key, id, said }) => ({ key, ...(id ? { id } : {}), ...(said ? { said } : {}) })),
  }
}
