import type { PostalReason } from '../../people/postal/index.ts'
import { define, refusals } from '../../platform/refusal.ts'

const conflict = { http: 409, exit: 69 } as const

/** Why an envelope cannot carry an address. */
const POSTAL: Readonly<Record<PostalReason, { readonly fr: string; readonly en: string }>> = {
  no_name: { fr: 'le nom manque', en: 'the name is missing' },
  no_delivery_line: {
    fr: 'il manque la voie, le lieu-dit ou la boîte postale',
    en: 'the street or box is missing',
  },
  no_postcode: { fr: 'le code postal manque', en: 'the postcode is missing' },
  bad_postcode: { fr: 'ce code postal n’existe pas', en: 'there is no such postcode' },
  no_city: { fr: 'la commune manque', en: 'the town is missing' },
  unknown_country: { fr: 'ce pays n’est pas connu', en: 'the country is not known' },
  not_an_address: { fr: 'ce n’est pas une adresse', en: 'this is not an address' },
  line_too_long: { fr: 'une ligne dépasse 38 caractères', en: 'a line is longer than 38 characters' },
  too_many_lines: {
    fr: 'elle a plus de six lignes, nom compris',
    en: 'it has more than six lines with the name',
  },
  unprintable_characters: {
    fr: 'elle contient des caractères que la poste ne lit pas',
    en: 'it holds characters that the post cannot read',
  },
}

const PARTS = {
  compiler: { fr: 'le moteur de composition a changé', en: 'the typesetting engine changed' },
  fonts: { fr: 'une police a changé', en: 'a font changed' },
  template: { fr: 'le modèle de lettre a changé', en: 'the letter’s template changed' },
} as const

function changedIn(locale: 'fr' | 'en', changed: readonly string[]): string {
  const words = changed.map((part) => PARTS[part as keyof typeof PARTS]?.[locale] ?? part)
  if (words.length > 0) return words.join(', ')
  return locale === 'fr'
    ? 'le programme ou ses données ont changé (le moteur, les polices et le modèle sont les mêmes)'
    : 'the program or its data changed (engine, fonts and template are the same)'
}

/** What a person or a file may break with letters that are set, handed over or returned. */
export const postingRefusals = refusals('delivery', {
  feedbackWorkbook: define({
    http: 422,
    exit: 65,
    fr: () =>
      'Ce fichier est un classeur, ou une archive. Enregistrez-le au format CSV, puis donnez-le de nouveau.',
    en: () => 'This file is a workbook or an archive. Save it as CSV, then give it again.',
  }),
  feedbackColumns: define({
    http: 422,
    exit: 65,
    fr: () =>
      'La première ligne de ce fichier ne nomme pas les colonnes attendues. Il faut « code » ou « letter_id » (ceux du bordereau du lot), et « statut », « posté le », « retourné le » ou « motif ». Rien n’est changé.',
    en: () =>
      'The first line of this file does not name the columns expected: “code” or “letter_id” (those of the batch’s manifest), and “status”, “posted_on”, “returned_on” or “reason”. Nothing is changed.',
  }),
  nothingToMend: define<{ delivery: number }>({
    ...conflict,
    fr: ({ delivery }) =>
      `La lettre ${delivery} n’attend pas d’adresse : elle est en route, ou un autre message la remplace. Rechargez la page des lettres.`,
    en: ({ delivery }) =>
      `Letter ${delivery} is not waiting for an address: it is on its way, or another message replaces it. Reload the letters page.`,
  }),
  addressNotUsable: define<{ reason: PostalReason }>({
    http: 422,
    exit: 65,
    fr: ({ reason }) => `Cette adresse ne peut pas être imprimée : ${POSTAL[reason].fr}. Corrigez-la.`,
    en: ({ reason }) => `This address cannot be printed: ${POSTAL[reason].en}. Correct it.`,
  }),
  addressHoldsNir: define({
    http: 422,
    exit: 65,
    fr: () =>
      'Une ligne de cette adresse a la forme d’un numéro de sécurité sociale. Retirez-le : il ne doit ni être gardé ni être imprimé.',
    en: () =>
      'A line of this address looks like a social security number. Take it out: it must be neither kept nor printed.',
  }),
  batchLeft: define<{ reference: string }>({
    ...conflict,
    fr: ({ reference }) =>
      `Le lot ${reference} ne peut plus être repris : il est déjà remis, ou une de ses lettres est partie. Prévenez l’imprimeur.`,
    en: ({ reference }) =>
      `Batch ${reference} can no longer be taken back: it was handed over, or one of its letters has left. Tell the print house.`,
  }),
  batchNotBuilt: define<{ reference: string }>({
    ...conflict,
    fr: ({ reference }) =>
      `Le lot ${reference} n’est pas composé, ou il a été retiré : il n’y a rien à comparer. Composez les lettres (tocsin letters build).`,
    en: ({ reference }) =>
      `Batch ${reference} is not set, or was withdrawn: there is nothing to compare. Set the letters (tocsin letters build).`,
  }),
  batchPurged: define<{ reference: string }>({
    ...conflict,
    fr: ({ reference }) =>
      `Les destinataires du lot ${reference} ont été effacés au terme de leur conservation. Le lot ne peut plus être recomposé ; ses empreintes restent à la main courante.`,
    en: ({ reference }) =>
      `The recipients of batch ${reference} were purged at the end of their retention. It cannot be set again; its hashes stay in the journal.`,
  }),
  rebuildDiffers: define<{ reference: string; changed: readonly string[] }>({
    ...conflict,
    fr: ({ reference, changed }) =>
      `Le lot ${reference} recomposé n’est pas celui d’origine. Depuis, ${changedIn('fr', changed)}. Rien n’est écrit. Reprenez les fichiers d’une sauvegarde, ou la version de Tocsin qui les a composés.`,
    en: ({ reference, changed }) =>
      `Batch ${reference}, set again, is not the original. Since then, ${changedIn('en', changed)}. Nothing is written. Take the files from a backup, or the version of Tocsin that set them.`,
  }),
})
