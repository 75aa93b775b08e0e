import { type Words, words } from '../../law/index.ts'
import type { Dossier, DossierSection } from '../model.ts'
import { aboutOf, type DossierSource } from '../source.ts'
import { DORA_READERS } from './dora-readers.ts'
import {
  type DoraField,
  FINAL_FIELDS,
  GENERAL_FIELDS,
  INITIAL_FIELDS,
  INTERMEDIATE_FIELDS,
} from './dora-template.ts'
import { SUBMISSIONS, type Submission, submissionOf } from './dora-values.ts'
import { field } from './fields.ts'
import { dueBy } from './loss-parts.ts'

const ORDER = Object.keys(SUBMISSIONS)
const RULES: Readonly<Record<Submission, string>> = {
  initial_notification: 'dora_initial',
  intermediate_report: 'dora_intermediate',
  final_report: 'dora_final',
}
const PARTS: readonly (readonly [Words, readonly DoraField[]])[] = [
  [words('2. Notification initiale', '2. Initial notification'), INITIAL_FIELDS],
  [words('3. Rapport intermédiaire', '3. Intermediate report'), INTERMEDIATE_FIELDS],
  [words('4. Rapport final', '4. Final report'), FINAL_FIELDS],
]

/**
 * The report of a major ICT-related incident to the ACPR (DORA art. 19; Impl. Reg. (EU) 2025/302): the one that is due next,
 * with what the earlier ones said. Names of fields follow the authorities’ schema IR-1.2, read in a public copy: to be checked.
 */
export function buildDoraReport(source: DossierSource): Dossier {
  const submission = submissionOf(source)
  const parts = PARTS.slice(0, ORDER.indexOf(submission) + 1)
  const fields = [GENERAL_FIELDS, ...parts.map(([, list]) => list)].flat()
  return {
    kind: 'dora_report',
    about: aboutOf(source),
    title: words(
      `Rapport d’incident DORA : ${SUBMISSIONS[submission].fr}`,
      `DORA incident report: ${SUBMISSIONS[submission].en}`,
    ),
    to: words('l’ACPR, par son portail', 'the ACPR, by its portal'),
    article: words(
      'Règlement (UE) 2022/2554, art. 19 ; règlement d’exécution (UE) 2025/302',
      'Regulation (EU) 2022/2554, art. 19; Implementing Regulation (EU) 2025/302',
    ),
    sections: [
      opening(source, submission),
      section(source, words('1. Informations générales', '1. General information'), GENERAL_FIELDS),
      ...parts.map(([title, list]) => section(source, title, list)),
    ],
    json: doraJson(source, submission, fields),
  }
}

function opening(source: DossierSource, submission: Submission): DossierSection {
  return {
    title: words('Ce rapport', 'This report'),
    paragraphs: [
      words(
        `C’est la suite de ce qui est déjà déposé : ${SUBMISSIONS[submission].fr}. Les noms des champs viennent d’une copie publique du schéma des autorités : vérifiez-les sur le portail avant le dépôt.`,
        `It follows what is filed already: ${SUBMISSIONS[submission].en}. Names of fields come from a public copy of the authorities’ schema: check them on the portal before filing.`,
      ),
    ],
    fields: [
      field('due', 'À déposer avant', 'To be filed before', dueBy(source, RULES[submission]), {
        fill: 'clocks',
        missing: words(
          'initiale : 4 h après le classement, 24 h au plus après la connaissance ; intermédiaire : 72 h après l’initiale ; final : un mois après l’intermédiaire',
          'initial: 4 h from classification, at most 24 h from awareness; intermediate: 72 h from the initial; final: one month from the intermediate',
        ),
      }),
    ],
  }
}

function section(source: DossierSource, title: Words, list: readonly DoraField[]): DossierSection {
  return {
    title,
    fields: list.map(({ number, fr, en, fill }) =>
      field(
        `dora_${number}`,
        `${number} ${fr}`,
        `${number} ${en}`,
        DORA_READERS[number]?.(source)?.told ?? null,
        {
          toCheck: true,
          ...(fill && { fill }),
          missing: fill
            ? words('inscrivez ce fait, avec sa source', 'record this fact, with its source')
            : words('à remplir sur le portail', 'to be filled in on the portal'),
        },
      ),
    ),
  }
}

/** What a program takes: known values where the schema has them; what is missing is listed and never filled in. */
function doraJson(source: DossierSource, submission: Submission, fields: readonly DoraField[]) {
  const report: Record<string, unknown> = {
    submittingEntity: { entityType: 'SUBMITTING_ENTITY' },
    affectedEntity: [{ entityType: 'AFFECTED_ENTITY' }],
  }
  const missing: { number: string; path: string }[] = []
  for (const { number, path } of fields) {
    const value = DORA_READERS[number]?.(source)
    if (value) place(report, path.split('.'), value.json)
    else missing.push({ number, path })
  }
  return { schema: 'IR-1.2', to_check: true, submission, report, missing }
}

/**
 * Writes a value under `incident.x.y`. A step in a list is a place, or the criterion of an entry; without that criterion the
 * schema has no place for the value, which stays in the readable form.
 */
function place(into: unknown, path: readonly string[], value: unknown): void {
  const [step = '', ...rest] = path
  if (Array.isArray(into) && !/^\d+$/.test(step)) {
    const entry = into.find((one) => one.classificationCriterion === step)
    if (entry) place(entry, rest, value)
    return
  }
  const node = into as Record<string, unknown>
  if (rest.length === 0) node[step] = value
  else {
    node[step] ??= step === 'classificationTypes' ? [] : {}
    place(node[step], rest, value)
  }
}
