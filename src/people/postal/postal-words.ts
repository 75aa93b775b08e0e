import { capitals } from './capitals.ts'

/** What clerks and registers write where there is no address: no letter may leave for it. */
const PLACELESS = [
  /^(LE |LA )?(SDF|NPAI|NEANT|AUCUNE?|NR|N A|NC|INCONNUE?S?|ETRANGER)$/,
  /^ADRESSE (INCONNUE|NON CONNUE|A (VERIFIER|COMPLETER|CONFIRMER)|ABSENTE|INVALIDE|ERRONEE)$/,
  /^(PERSONNE )?SANS (DOMICILE|ADRESSE|RESIDENCE|LOGEMENT)( (FIXE|STABLE|CONNUE?))*( SDF)?$/,
  /^(PAS D ADRESSE|NON RENSEIGNEE?|A (COMPLETER|RENSEIGNER|VERIFIER)|INDETERMINEE?)$/,
  /^(N HABITE (PAS|PLUS)|PARTIE? SANS LAISSER D ADRESSE|RETOUR (NPAI|COURRIER))\b/,
  /^(NO FIXED ABODE|UNKNOWN|HOMELESS)$/,
  /^[X0 ]+$/,
]

export function isPlaceless(text: string): boolean {
  const plain = capitals(text)
  return plain === '' || PLACELESS.some((words) => words.test(plain))
}

/**
 * Departments 01-95 (20: Corsica), then overseas: 971 to 978, 980 (Monaco), 984, 986 to 988; 00 is for the armed forces
 * only. A lost leading zero is not guessed.
 */
export function isFrenchPostcode(postcode: string, city: string): boolean {
  if (!/^\d{5}$/.test(postcode)) return false
  const department = Number(postcode.slice(0, 2))
  if (department === 0) return /\bARMEES\b/.test(city)
  return department <= 95 || /^(97[1-8]|98[04678])/.test(postcode)
}

/**
 * One space where there are several, one kind of apostrophe and of hyphen, nothing invisible, nothing hanging at the ends.
 * Marks that a keyboard or an export puts for an apostrophe (\u00b4 \u0060 \u02bc \u2018) are read as one.
 */
export function tidy(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/[\u00b4\u0060\u02b9\u02bb\u02bc\u2018\u201b\u2032]/g, '’')
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/^[ ,;.-]+|[ ,;-]+$/g, '')
}
