import { define, refusals } from '../platform/refusal.ts'

const invalid = { http: 422, exit: 65 } as const

/** Fields as the forms name them, for a refusal to say which. */
const FIELDS: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  insured: ['l’assuré', 'the insured'],
  insurer: ['l’assureur', 'the insurer'],
  kind: ['la nature', 'the kind'],
  phone: ['le numéro d’assistance', 'the assistance line'],
  phone_abroad: ['le numéro depuis l’étranger', 'the number from abroad'],
  round_the_clock: ['les heures d’appel', 'the opening hours'],
  protocol_code: ['le code protocole', 'the protocol code'],
  group_contract: ['le numéro du contrat groupe', 'the group contract number'],
  membership: ['le numéro d’adhésion', 'the membership number'],
  notice_working_days: ['le délai de déclaration', 'the declaration delay'],
  source: ['la source', 'the source'],
  covered: ['la réponse', 'the answer'],
  loss: ['la perte', 'the loss'],
  condition: ['la condition', 'the condition'],
  deductible: ['la franchise', 'the deductible'],
  client: ['le client', 'the client'],
  due_on: ['la date légale', 'the legal due date'],
  filed_at: ['l’instant du dépôt', 'the instant of filing'],
  note: ['le récépissé', 'the receipt'],
  reason: ['la raison', 'the reason'],
  grantor: ['l’administration', 'the administration'],
  state: ['l’état', 'the state'],
  said_on: ['la date', 'the date'],
  scope: ['la portée', 'the scope'],
  proof: ['la preuve à garder', 'the proof to keep'],
  spent_on: ['le jour', 'the day'],
  what: ['l’objet', 'what it was'],
  hours: ['les heures', 'the hours'],
  amount: ['le montant', 'the amount'],
  who: ['qui', 'who'],
  evidence: ['la pièce', 'the evidence'],
}
const fr = (where: string) => FIELDS[where]?.[0] ?? where
const en = (where: string) => FIELDS[where]?.[1] ?? where

/** One cell of a pasted table that cannot be taken. `problem` is a refusal's two texts. */
export interface CsvProblem {
  readonly line: number
  readonly column: string
  readonly fr: string
  readonly en: string
}

export const disruptionRefusals = refusals('disruption', {
  missing: define<{ where: string }>({
    ...invalid,
    fr: ({ where }) => `Il manque ${fr(where)}. Remplissez ce champ.`,
    en: ({ where }) => `Missing: ${en(where)}. Fill in this field.`,
  }),
  tooLong: define<{ where: string; most: number }>({
    ...invalid,
    fr: ({ where, most }) => `Trop long (${fr(where)}) : ${most} caractères au plus. Raccourcissez.`,
    en: ({ where, most }) => `Too long (${en(where)}): ${most} characters at most. Shorten it.`,
  }),
  nationalId: define<{ where: string }>({
    ...invalid,
    fr: ({ where }) =>
      `Ce texte (${fr(where)}) ressemble à un numéro de sécurité sociale. Tocsin ne le garde jamais : retirez-le.`,
    en: ({ where }) =>
      `This text (${en(where)}) looks like a French social security number. Tocsin never keeps one: take it out.`,
  }),
  choice: define<{ where: string }>({
    ...invalid,
    fr: ({ where }) => `Ce choix n’existe pas (${fr(where)}). Prenez-en un de la liste.`,
    en: ({ where }) => `There is no such choice (${en(where)}). Take one of the list.`,
  }),
  notADay: define<{ where: string; value: string }>({
    ...invalid,
    fr: ({ where, value }) =>
      `« ${value} » n’est pas un jour (${fr(where)}). Écrivez 15/12/2026 ou 2026-12-15.`,
    en: ({ where, value }) => `“${value}” is not a day (${en(where)}). Write 15/12/2026 or 2026-12-15.`,
  }),
  notAnInstant: define<{ where: string; value: string }>({
    ...invalid,
    fr: ({ where, value }) =>
      `« ${value} » n’est pas un jour et une heure de Paris (${fr(where)}). Écrivez 2026-12-16T09:30 ; à un changement d’heure, ajoutez le décalage : 2026-10-25T02:30+01:00.`,
    en: ({ where, value }) =>
      `“${value}” is not a day and time in Paris (${en(where)}). Write 2026-12-16T09:30; when clocks change, add the offset: 2026-10-25T02:30+01:00.`,
  }),
  notAnAmount: define<{ where: string; value: string }>({
    ...invalid,
    fr: ({ where, value }) =>
      `« ${value} » n’est pas un montant en euros (${fr(where)}). Écrivez 1 234,56, sans lettre ni signe.`,
    en: ({ where, value }) =>
      `“${value}” is not an amount in euros (${en(where)}). Write 1234.56, without letters or sign.`,
  }),
  notHours: define<{ where: string; value: string }>({
    ...invalid,
    fr: ({ value }) => `« ${value} » n’est pas une durée. Écrivez 7,5 ou 7 h 30.`,
    en: ({ value }) => `“${value}” is not a duration. Write 7.5 or 7 h 30.`,
  }),
  notANumber: define<{ where: string; value: string; least: number; most: number }>({
    ...invalid,
    fr: ({ where, value, least, most }) =>
      `« ${value} » n’est pas un nombre de ${least} à ${most} (${fr(where)}). Corrigez-le.`,
    en: ({ where, value, least, most }) =>
      `“${value}” is not a number from ${least} to ${most} (${en(where)}). Correct it.`,
  }),
  future: define<{ where: string }>({
    ...invalid,
    fr: ({ where }) => `Cette date est dans l’avenir (${fr(where)}). Inscrivez ce qui a eu lieu.`,
    en: ({ where }) => `This date is in the future (${en(where)}). Enter what has happened.`,
  }),
  nothingCounted: define<{ where: string }>({
    ...invalid,
    fr: () => 'Donnez des heures, un montant, ou les deux : sans eux la ligne ne prouve rien.',
    en: () => 'Give hours, an amount, or both: without them the line proves nothing.',
  }),
  unknown: define<{ number: number }>({
    http: 404,
    exit: 66,
    fr: ({ number }) => `Rien ne porte le n° ${number} dans cet incident. Rechargez la page.`,
    en: ({ number }) => `Nothing has no. ${number} in this incident. Reload the page.`,
  }),
  alreadyThere: define<{ client: string; kind: string; dueOn: string }>({
    http: 409,
    exit: 65,
    fr: ({ client, kind, dueOn }) =>
      `Déjà inscrite : ${client}, ${kind}, échéance du ${dueOn}. Une ligne par client, déclaration et date.`,
    en: ({ client, kind, dueOn }) =>
      `Already entered: ${client}, ${kind}, due on ${dueOn}. One line for each client, filing and date.`,
  }),
  struck: define<{ number: number }>({
    http: 409,
    exit: 65,
    fr: ({ number }) => `La ligne n° ${number} est déjà rayée. Rechargez la page.`,
    en: ({ number }) => `Line no. ${number} is already struck out. Reload the page.`,
  }),
  noFilingChosen: define<{ where: string }>({
    ...invalid,
    fr: () =>
      'Aucune déclaration bloquée ne répond à ce choix. Inscrivez-la d’abord, ou élargissez le choix.',
    en: () => 'No blocked filing answers to this choice. Enter it first, or widen the choice.',
  }),
  emptyTable: define<{ where: string }>({
    ...invalid,
    fr: () =>
      'Le tableau est vide. Collez ses lignes, ou choisissez un fichier : client ; déclaration ; date légale.',
    en: () => 'The table is empty. Paste its lines, or choose a file: client; filing; legal due date.',
  }),
  tooManyLines: define<{ most: number }>({
    http: 413,
    exit: 65,
    fr: ({ most }) => `Plus de ${most} lignes. Coupez le fichier en plusieurs.`,
    en: ({ most }) => `More than ${most} lines. Cut the file into several.`,
  }),
  notText: define<{ where: string }>({
    ...invalid,
    fr: () =>
      'Ce fichier n’est pas un texte UTF-8. Enregistrez-le au format « CSV UTF-8 », puis recommencez.',
    en: () => 'This file is not UTF-8 text. Save it as “CSV UTF-8”, then try again.',
  }),
  tableRefused: define<{ count: number; problems: readonly CsvProblem[] }>({
    ...invalid,
    fr: ({ count }) =>
      count === 1
        ? 'Rien n’est inscrit : une case est à corriger.'
        : `Rien n’est inscrit : ${count} cases sont à corriger.`,
    en: ({ count }) =>
      count === 1
        ? 'Nothing was entered: one cell is to correct.'
        : `Nothing was entered: ${count} cells are to correct.`,
  }),
})
