import { dayNumbers } from '../../delivery/letters/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatInstant } from '../../platform/i18n.ts'
import { setFrenchSpaces } from '../../platform/typography.ts'
import { type Dossier, type DossierField, type DossierSection, missingFields } from '../model.ts'
import { renderTexts } from './render-texts.ts'

type Set = (text: string) => string

/** What dossier.typ reads: the tree in the words of its language, and nothing that is not in the tree. */
export function pdfData(dossier: Dossier): object {
  const { locale, organisation, incident, exercise, stateAt } = dossier.about
  const words = renderTexts[locale]
  const set: Set = locale === 'fr' ? setFrenchSpaces : (text) => text
  const at = Temporal.Instant.from(stateAt)
  const missing = missingFields(dossier)
  const pair = (label: string, value: string) => set(`${label}${words.colon}${value}`)
  const lead = [
    pair(words.for, organisation.name),
    pair(words.to, dossier.to[locale]),
    pair(words.article, dossier.article[locale]),
    pair(words.incident, `${incident.title} (${incident.reference})`),
    pair(words.stateAt, formatInstant(at, locale)),
  ]
  return {
    locale,
    title: set(dossier.title[locale]),
    author: organisation.name,
    createdOn: dayNumbers(at),
    exercise: exercise ? words.exercise : null,
    page: words.page,
    foot: set([dossier.title[locale], organisation.name, incident.title].join(' · ')),
    brief: dossier.brief ?? false,
    lead: dossier.brief ? [lead.join(' · ')] : lead,
    missing: missing.length > 0 ? set(words.missingCount(missing.length)) : null,
    missingNames: set(missing.map(({ label }) => label[locale]).join(' · ')),
    complete: words.complete,
    check: dossier.sections.some(({ fields = [] }) => fields.some(({ toCheck }) => toCheck))
      ? set(words.toCheckMeans)
      : null,
    fieldColumns: words.fieldColumns,
    emptyTable: words.emptyTable,
    sections: dossier.sections.map((section) => sectionData(section, locale, set, dossier.brief ?? false)),
  }
}

function sectionData(section: DossierSection, locale: 'fr' | 'en', set: Set, brief: boolean) {
  const { title, paragraphs = [], fields = [], table } = section
  return {
    title: set(title[locale]),
    paragraphs: paragraphs.map((paragraph) => set(paragraph[locale])),
    fields: fields.map((field) => fieldData(field, locale, set, brief)),
    table: table
      ? {
          columns: table.columns.map(({ label, figures = false, share = 1 }) => ({
            label: set(label[locale]),
            figures,
            share,
          })),
          rows: table.rows.map((row) => row.map(set)),
          total: table.total?.map(set) ?? null,
        }
      : null,
  }
}

function fieldData(field: DossierField, locale: 'fr' | 'en', set: Set, brief: boolean) {
  const words = renderTexts[locale]
  const { label, value, note, toCheck, kind } = field
  const said = brief ? [] : saidOnce(field)
  return {
    label: set(label[locale]),
    check: toCheck ? words.toCheck : null,
    value: (value ?? []).map(set),
    dashes: (value ?? []).length > 1 && kind !== 'block',
    missing: value === null ? set(words.missing(note?.[locale] ?? '')) : null,
    tick: value !== null && kind === 'box' ? words.tick(value.length > 1) : null,
    note: value !== null && note ? set(note[locale]) : null,
    said: said.length > 0 ? set(`${words.source}${words.colon}${said.join(' · ')}`) : null,
  }
}

/** Each source of a field in words, once. */
export function saidOnce({ sources }: Pick<DossierField, 'sources'>): readonly string[] {
  return [...new Set(sources.flatMap(({ said }) => (said ? [said] : [])))]
}
