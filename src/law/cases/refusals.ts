import { define, refusals } from '../../platform/refusal.ts'

/** A fact as it is named to a person: key, value as given, and whose it is (empty: shared by all). */
export interface NamedFact {
  readonly fact: string
  readonly value: string
  readonly organisation: string
}

const ofFr = ({ fact, value, organisation }: NamedFact) =>
  `${fact} (${value}${organisation === '' ? '' : `, ${organisation}`})`
const ofEn = ofFr
const hintFr = (nearest: string) => (nearest === '' ? '' : ` Vouliez-vous dire « ${nearest} » ?`)
const hintEn = (nearest: string) => (nearest === '' ? '' : ` Did you mean “${nearest}”?`)

/** `where` is a JSON pointer (RFC 6901) into the document; empty: the document itself. */
const bad = <P extends object>(fr: (params: P) => string, en: (params: P) => string) =>
  define<P & { where: string }>({
    http: 422,
    exit: 65,
    fr: (params) => `${params.where === '' ? '' : `${params.where} : `}${fr(params)}`,
    en: (params) => `${params.where === '' ? '' : `${params.where}: `}${en(params)}`,
  })

/** Why a file of facts cannot be read as a case. */
export const caseRefusals = refusals('law', {
  notJson: define<{ line: number; column: number; problem: string }>({
    http: 422,
    exit: 65,
    fr: ({ line, column, problem }) =>
      `Ce n’est pas du JSON (ligne ${line}, colonne ${column} : ${problem}). « tocsin law schema --example » donne un modèle.`,
    en: ({ line, column, problem }) =>
      `This is not JSON (line ${line}, column ${column}: ${problem}). “tocsin law schema --example” gives a model.`,
  }),
  notAFile: define<{ file: string }>({
    http: 422,
    exit: 66,
    fr: ({ file }) => `${file} est un dossier. Donnez un fichier de faits en JSON.`,
    en: ({ file }) => `${file} is a folder. Give a file of facts in JSON.`,
  }),
  unknownRule: define<{ id: string; nearest: string }>({
    http: 404,
    exit: 66,
    fr: ({ id, nearest }) =>
      `Aucune règle, aucun délai et aucun fait ne s’appelle « ${id} ».${hintFr(nearest)} « tocsin law explain » les liste.`,
    en: ({ id, nearest }) =>
      `No rule, clock or fact is called “${id}”.${hintEn(nearest)} “tocsin law explain” lists them.`,
  }),
  notUtf8: define({
    http: 422,
    exit: 65,
    fr: () => 'Le fichier n’est pas du texte en UTF-8. Enregistrez-le en UTF-8, puis recommencez.',
    en: () => 'The file is not UTF-8 text. Save it as UTF-8, then try again.',
  }),
  byteOrderMark: define({
    http: 422,
    exit: 65,
    fr: () =>
      'Le fichier commence par une marque d’ordre des octets (BOM), que JSON refuse. Enregistrez-le en UTF-8 sans BOM.',
    en: () =>
      'The file starts with a byte order mark (BOM), which JSON forbids. Save it as UTF-8 without BOM.',
  }),
  tooLarge: define<{ megabytes: number }>({
    http: 413,
    exit: 65,
    fr: ({ megabytes }) =>
      `Le fichier dépasse ${megabytes} Mo : ce ne sont pas les faits d’un incident. Découpez la chaîne en plusieurs fichiers.`,
    en: ({ megabytes }) =>
      `The file is larger than ${megabytes} MB: these are not the facts of an incident. Split the chain into several files.`,
  }),
  duplicateKey: bad<{ key: string }>(
    ({ key }) => `la clé « ${key} » est donnée deux fois. Gardez-en une.`,
    ({ key }) => `the key “${key}” is given twice. Keep one.`,
  ),
  tooDeep: bad<object>(
    () => 'trop de niveaux imbriqués pour un fichier de faits.',
    () => 'too many nested levels for a file of facts.',
  ),
  wrongShape: bad<{ fr: string; en: string }>(
    ({ fr }) => fr,
    ({ en }) => en,
  ),
  unknownKey: bad<{ key: string; nearest: string }>(
    ({ key, nearest }) =>
      `« ${key} » n’a pas de sens ici.${hintFr(nearest)} « tocsin law schema » donne la forme du fichier.`,
    ({ key, nearest }) =>
      `“${key}” means nothing here.${hintEn(nearest)} “tocsin law schema” gives the form of the file.`,
  ),
  unknownFact: bad<{ key: string; nearest: string }>(
    ({ key, nearest }) =>
      `fait inconnu : « ${key} ».${hintFr(nearest)} « tocsin law schema » donne la liste des faits.`,
    ({ key, nearest }) => `unknown fact: “${key}”.${hintEn(nearest)} “tocsin law schema” lists the facts.`,
  ),
  unknownCode: bad<{ value: string; nearest: string; allowed: string }>(
    ({ value, nearest, allowed }) =>
      `code inconnu : « ${value} ».${hintFr(nearest)} Choisissez parmi : ${allowed}.`,
    ({ value, nearest, allowed }) => `unknown code: “${value}”.${hintEn(nearest)} Choose among: ${allowed}.`,
  ),
  wrongKind: bad<{ value: string; fr: string; en: string }>(
    ({ value, fr }) => `« ${value} » n’est pas de la bonne sorte : donnez ${fr}.`,
    ({ value, en }) => `“${value}” is of the wrong kind: give ${en}.`,
  ),
  noOffset: bad<{ value: string; zone: string; suggestion: string }>(
    ({ value, zone, suggestion }) =>
      `« ${value} » ne dit pas son décalage horaire. À l’heure de ${zone}, écrivez ${suggestion}.`,
    ({ value, zone, suggestion }) =>
      `“${value}” does not say its offset. By the time of ${zone}, write ${suggestion}.`,
  ),
  ambiguousLocalTime: bad<{ value: string; zone: string; first: string; second: string }>(
    ({ value, zone, first, second }) =>
      `« ${value} » existe deux fois à l’heure de ${zone} : elle recule cette nuit-là. Dites laquelle : ${first} ou ${second}.`,
    ({ value, zone, first, second }) =>
      `“${value}” exists twice by the time of ${zone}: clocks go back that night. Say which: ${first} or ${second}.`,
  ),
  nonexistentLocalTime: bad<{ value: string; zone: string }>(
    ({ value, zone }) =>
      `« ${value} » n’existe pas à l’heure de ${zone} : elle avance cette nuit-là. Donnez l’heure exacte, avec son décalage.`,
    ({ value, zone }) =>
      `“${value}” does not exist by the time of ${zone}: clocks go forward that night. Give the exact time, with its offset.`,
  ),
  impossibleInstant: bad<{ value: string }>(
    ({ value }) =>
      `« ${value} » n’est pas un instant possible. Écrivez-le ainsi : 2026-06-05T18:40:00+02:00.`,
    ({ value }) => `“${value}” is not a possible instant. Write it so: 2026-06-05T18:40:00+02:00.`,
  ),
  needsTime: bad<{ value: string }>(
    ({ value }) =>
      `« ${value} » ne donne que le jour. Un délai en heures part d’un instant : donnez l’heure, comme ${value}T18:40:00+02:00.`,
    ({ value }) =>
      `“${value}” gives the day only. A period in hours starts at an instant: give the time, such as ${value}T18:40:00+02:00.`,
  ),
  impossibleDay: bad<{ value: string }>(
    ({ value }) => `« ${value} » n’est pas un jour possible. Écrivez-le ainsi : 2026-06-05.`,
    ({ value }) => `“${value}” is not a possible day. Write it so: 2026-06-05.`,
  ),
  wrongOffset: bad<{ value: string; zone: string; suggestion: string }>(
    ({ value, zone, suggestion }) =>
      `le décalage de « ${value} » n’est pas celui de ${zone} à cet instant. Vérifiez l’heure ; le même instant s’écrit ${suggestion}.`,
    ({ value, zone, suggestion }) =>
      `the offset of “${value}” is not that of ${zone} at that instant. Check the time; the same instant is written ${suggestion}.`,
  ),
  unknownZone: bad<{ zone: string }>(
    ({ zone }) => `fuseau inconnu : « ${zone} ». Donnez un nom de la base IANA, comme Europe/Paris.`,
    ({ zone }) => `unknown time zone: “${zone}”. Give an IANA name, such as Europe/Paris.`,
  ),
  nationalId: bad<object>(
    () =>
      'ce texte ressemble à un numéro de sécurité sociale. Les faits n’en contiennent jamais : retirez-le.',
    () => 'this text looks like a French social security number. Facts never hold one: take it out.',
  ),
  unknownOrganisation: bad<{ key: string; nearest: string }>(
    ({ key, nearest }) =>
      `l’organisme « ${key} » n’est pas dans « organisations ».${hintFr(nearest)} Ajoutez-le, ou corrigez la clé.`,
    ({ key, nearest }) =>
      `the organisation “${key}” is not in “organisations”.${hintEn(nearest)} Add it, or correct the key.`,
  ),
  cycle: bad<{ chain: string }>(
    ({ chain }) =>
      `la chaîne tourne en rond (${chain}). Un organisme ne peut être le prestataire de son propre prestataire : corrigez les liens.`,
    ({ chain }) =>
      `the chain goes round in a circle (${chain}). An organisation cannot supply its own supplier: correct the links.`,
  ),
  contradiction: bad<{ first: NamedFact; second: NamedFact; fr: string; en: string }>(
    ({ first, second, fr }) =>
      `deux faits se contredisent : ${ofFr(first)} et ${ofFr(second)}. ${fr} Corrigez l’un des deux.`,
    ({ first, second, en }) =>
      `two facts contradict each other: ${ofEn(first)} and ${ofEn(second)}. ${en} Correct one of them.`,
  ),
  absurdClause: bad<{ id: string; fr: string; en: string }>(
    ({ id, fr }) => `la clause « ${id} » n’a pas de sens : ${fr}.`,
    ({ id, en }) => `the clause “${id}” makes no sense: ${en}.`,
  ),
})
