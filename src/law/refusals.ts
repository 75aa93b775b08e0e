import { define, refusals } from '../platform/refusal.ts'

/** What the law room refuses. Codes are `law.<name>`; the texts of test vectors are mapped to them in clocks/vector-errors.ts. */
export const lawRefusals = refusals('law', {
  unknownClock: define<{ rule: string; known: string }>({
    http: 404,
    exit: 64,
    fr: ({ rule, known }) => `Aucun délai ne porte le nom « ${rule} ». Ceux qui existent : ${known}.`,
    en: ({ rule, known }) => `No clock is called “${rule}”. Those that exist: ${known}.`,
  }),
  notAnInstant: define<{ field: string; value: string }>({
    http: 422,
    exit: 65,
    fr: ({ field, value }) =>
      `${field} : « ${value} » n’est pas un instant. Écrivez la date, l’heure et le décalage : 2026-06-05T18:40:00+02:00.`,
    en: ({ field, value }) =>
      `${field}: “${value}” is not an instant. Write the date, the time and the offset: 2026-06-05T18:40:00+02:00.`,
  }),
  impossibleDate: define<{ field: string; value: string }>({
    http: 422,
    exit: 65,
    fr: ({ field, value }) =>
      `${field} : « ${value} » n’existe pas (jour du mois, heure de 0 à 24, minutes et secondes de 0 à 59). Corrigez la date ou l’heure.`,
    en: ({ field, value }) =>
      `${field}: “${value}” does not exist (day of the month, hours 0 to 24, minutes and seconds 0 to 59). Correct the date or the time.`,
  }),
  leapSecond: define<{ field: string; value: string }>({
    http: 422,
    exit: 65,
    fr: ({ field, value }) => `${field} : « ${value} » a une 60e seconde. Écrivez 59, ou la minute suivante.`,
    en: ({ field, value }) => `${field}: “${value}” has a 60th second. Write 59, or the next minute.`,
  }),
  yearOutOfRange: define<{ field: string; value: string; first: number; last: number }>({
    http: 422,
    exit: 65,
    fr: ({ field, value, first, last }) =>
      `${field} : l’année de « ${value} » n’est pas entre ${first} et ${last}. Vérifiez la saisie.`,
    en: ({ field, value, first, last }) =>
      `${field}: the year of “${value}” is not between ${first} and ${last}. Check what was typed.`,
  }),
  needsTime: define<{ field: string; value: string }>({
    http: 422,
    exit: 65,
    fr: ({ field, value }) =>
      `${field} : « ${value} » n’a pas d’heure, et ce délai se compte en heures. Ajoutez l’heure et le décalage.`,
    en: ({ field, value }) =>
      `${field}: “${value}” has no time, and this period is counted in hours. Add the time and the offset.`,
  }),
  ambiguousLocalTime: define<{ field: string; value: string; zone: string; offsets: string }>({
    http: 422,
    exit: 65,
    fr: ({ field, value, zone, offsets }) =>
      `${field} : « ${value} » existe deux fois dans le fuseau ${zone}, où les horloges reculent. Dites laquelle, par son décalage : ${offsets}.`,
    en: ({ field, value, zone, offsets }) =>
      `${field}: “${value}” happens twice in ${zone}, where clocks go back. Say which, by its offset: ${offsets}.`,
  }),
  nonexistentLocalTime: define<{ field: string; value: string; zone: string }>({
    http: 422,
    exit: 65,
    fr: ({ field, value, zone }) =>
      `${field} : « ${value} » n’existe pas dans le fuseau ${zone}, où les horloges avancent alors. Vérifiez l’heure.`,
    en: ({ field, value, zone }) =>
      `${field}: “${value}” does not exist in ${zone}, where clocks go forward then. Check the time.`,
  }),
  wrongOffset: define<{ field: string; value: string; zone: string; entered: string; real: string }>({
    http: 422,
    exit: 65,
    fr: ({ field, value, zone, entered, real }) =>
      `${field} : « ${value} » porte le décalage ${entered}, mais le fuseau ${zone} est alors à ${real}. Corrigez l’un ou l’autre, ou écrivez l’instant en temps universel (Z).`,
    en: ({ field, value, zone, entered, real }) =>
      `${field}: “${value}” bears the offset ${entered}, but ${zone} is at ${real} then. Correct one or the other, or write the instant in universal time (Z).`,
  }),
  unknownZone: define<{ zone: string }>({
    http: 422,
    exit: 65,
    fr: ({ zone }) =>
      `« ${zone} » n’est pas un fuseau de la base IANA. Écrivez par exemple Europe/Paris ou Indian/Reunion.`,
    en: ({ zone }) =>
      `“${zone}” is not a zone of the IANA database. Write for instance Europe/Paris or Indian/Reunion.`,
  }),
  unknownParam: define<{ rule: string; param: string; known: string }>({
    http: 422,
    exit: 65,
    fr: ({ rule, param, known }) =>
      `Le délai ${rule} n’a pas de paramètre « ${param} ». ${known === '' ? 'Il n’en prend aucun.' : `Ceux qu’il prend : ${known}.`}`,
    en: ({ rule, param, known }) =>
      `The clock ${rule} has no parameter “${param}”. ${known === '' ? 'It takes none.' : `Those it takes: ${known}.`}`,
  }),
  repeatedParam: define<{ rule: string; param: string; other: string }>({
    http: 422,
    exit: 65,
    fr: ({ param, other }) =>
      `Les paramètres « ${param} » et « ${other} » disent la même chose. N’en gardez qu’un.`,
    en: ({ param, other }) => `Parameters “${param}” and “${other}” say the same thing. Keep one of them.`,
  }),
  missingParam: define<{ rule: string; param: string }>({
    http: 422,
    exit: 65,
    fr: ({ rule, param }) => `Le délai ${rule} a besoin du paramètre « ${param} ». Ajoutez-le.`,
    en: ({ rule, param }) => `The clock ${rule} needs the parameter “${param}”. Add it.`,
  }),
  badParam: define<{ param: string; value: string; expected: string }>({
    http: 422,
    exit: 65,
    fr: ({ param, value, expected }) =>
      `Paramètre « ${param} » : « ${value} » ne convient pas. Attendu : ${expected}.`,
    en: ({ param, value, expected }) =>
      `Parameter “${param}”: “${value}” does not fit. Expected: ${expected}.`,
  }),
  unknownRegion: define<{ param: string; value: string; known: string }>({
    http: 422,
    exit: 65,
    fr: ({ param, value, known }) =>
      `Paramètre « ${param} » : aucun calendrier ne porte le nom « ${value} ». Ceux qui existent : ${known} ; un numéro de département convient.`,
    en: ({ param, value, known }) =>
      `Parameter “${param}”: no calendar is called “${value}”. Those that exist: ${known}; a department number will do.`,
  }),
  contradiction: define<{ one: string; oneValue: string; other: string; otherValue: string }>({
    http: 422,
    exit: 65,
    fr: ({ one, oneValue, other, otherValue }) =>
      `« ${one} » (${oneValue}) et « ${other} » (${otherValue}) se contredisent. Corrigez l’un des deux.`,
    en: ({ one, oneValue, other, otherValue }) =>
      `“${one}” (${oneValue}) and “${other}” (${otherValue}) contradict each other. Correct one of them.`,
  }),
  badVector: define<{ where: string; problem: string }>({
    http: 422,
    exit: 65,
    fr: ({ where, problem }) =>
      `Vecteur ${where} : ${problem} manque ou n’a pas la bonne forme. Il faut rule, start, zone et expected.`,
    en: ({ where, problem }) =>
      `Vector ${where}: ${problem} is missing or has the wrong shape. It takes rule, start, zone and expected.`,
  }),
  badBatch: define<{ file: string }>({
    http: 422,
    exit: 65,
    fr: ({ file }) =>
      `${file} n’est pas une liste de vecteurs. Il faut du JSON : {"vectors": […]}, ou la liste seule.`,
    en: ({ file }) => `${file} is not a list of vectors. It takes JSON: {"vectors": […]}, or the list alone.`,
  }),
})
