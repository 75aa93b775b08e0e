import { fold } from './fold-words.ts'

/** What people already suffer, by how much it weighs. */
export interface ConsequenceReading {
  /** Care put off, safety or life at stake. */
  readonly care: readonly string[]
  /** Fraud, theft of identity, loss of money, blackmail, threats: done, not only feared. */
  readonly harm: readonly string[]
  /** Feared, or of middling weight: unpaid wages, unwanted calls, exposure. */
  readonly worry: readonly string[]
  /** Delays and inconvenience. */
  /** Feared only. */
  readonly feared: readonly string[]
  readonly nuisance: readonly string[]
  /** What was done about it, or the breach itself said again: no consequence. */
  readonly measures: readonly string[]
  readonly unrecognised: readonly string[]
}

/** Denial of the effect itself; « patients could not be treated » is an effect. */
const DENIED =
  /^(?:no|not|none|nothing|nil|n a|without|never|aucun\w*|pas|sans|rien|neant|ni)\b|\bnone\b|\b(?:not|non|pas) (?:yet |encore |been )?(?:affected|impacted|observed|detected|known|expected|significant|identified|seen|constate\w*|touche\w*|affecte\w*|connu\w*)\b|\bunaffected\b/
const MADE_IMPOSSIBLE = /\b(?:possible|access|acces|available|disponible|longer|plus)\b/
const FEARED =
  /\b(?:possib\w*|potential\w*|may|might|could|risks?|risques?|likely|likelihood|cannot be excluded|feared?|eventuel\w*|pourrai\w*|peuvent|peut|crain\w*|probab\w*|threat of)\b/
const CARE =
  /\b(?:surg\w+|chirurg\w+|(?:operations?|appointments?|interventions?|rendez vous) (?:\w+ ){0,2}(?:post|cancel|delay|report|annul)\w*|(?:cancel|postpon|delay|annul|report)\w* (?:\w+ )?(?:operations?|appointments?|interventions?)|care|soins?|treatments?|traitements?|patients? (?:\w+ )?(?:transfer\w*|divert\w*|not|untreated|wait\w*|endanger\w*|transfer\w*|en danger)|medical\w*|emergenc\w+|urgences?|ambulances?|deaths?|deces|died|life|lives|vies?|injur\w+|bless\w+|physical \w+|safety|securite des personnes|consultations?|diagnos\w+|medic\w+)\b/
const HARM =
  /\b(?:fraud\w*|fraudul\w*|identity theft|identity thefts|stolen identity|impersonat\w+|usurp\w+|money (?:lost|stolen)|financial loss\w*|pertes? (?:financieres?|d argent)|(?:unauthori[sz]ed|fraudulent) (?:debits?|payments?|transactions?)|debits? (?:frauduleux|non autorises?)|blackmail\w*|chantage|extor\w+|harass\w+|harcel\w+|stalk\w+|violence|threatened|menaces?|discriminat\w+|dismiss\w+|licenci\w+|account takeovers?|redirected|diverted|detourn\w+)\b/
const WORRY =
  /\b(?:phish\w+|hameconnage|spam\w*|solicit\w+|sollicit\w+|demarch\w+|marketing|contacted|calls?|publish\w*|publi\w+|leak\w*|fuite|dark ?web|reputation\w*|embarrass\w+|distress|stress|anxi\w+|unpaid|wages?|salar\w+|benefits?|prestations?|rights?|droits?|misuse\w*|abus\w+|profil\w+|loss of control|perte de (?:controle|confidentialite)|confidential\w*)\b/
const MEASURE =
  /\b(?:remote wipe|wiped|asked to (?:delete|destroy|return)|informed|notified|warned|advised|passwords? (?:reset|chang\w+)|reset|restored|recovered|returned|corrected|fixed|patched|blocked|averti\w*|informe\w*|prevenu\w*|reinitialis\w+|corrig\w+|retabli\w*|efface\w* a distance|apolog\w+|unavailab\w+|indisponib\w+|interrup\w+|disrupt\w+|excus\w+)\b/
const NUISANCE =
  /\b(?:delay\w*|retard\w*|inconvenien\w+|desagrement\w*|gene\w*|perturb\w+|slow\w*|late|lost time|re ?enter\w*|ressais\w*|wrong (?:parcel|shoes|item)\w*|reshipp?\w*|resent)\b/

/**
 * Consequences in free words. A denied one (« aucun retard ») counts for nothing; a feared one (“possible fraud”) is set
 * apart from harm seen; a measure (“passwords reset”) is no consequence; what matches nothing is reported to a person.
 */
export function readConsequences(said: readonly string[]): ConsequenceReading {
  const reading = {
    care: [] as string[],
    harm: [] as string[],
    worry: [] as string[],
    feared: [] as string[],
    nuisance: [] as string[],
    measures: [] as string[],
    unrecognised: [] as string[],
  }
  for (const entry of said.flatMap((one) => one.split(/[;.]|,(?!\d)/))) {
    const text = fold(entry)
    if (text === '' || isDenied(text)) continue
    reading[sortOf(text)].push(entry.trim())
  }
  return reading
}

/** “no treatment possible” denies the treatment, not the harm. */
const isDenied = (text: string) => DENIED.test(text) && !(CARE.test(text) && MADE_IMPOSSIBLE.test(text))

function sortOf(text: string): keyof ConsequenceReading {
  const feared = FEARED.test(text)
  if (CARE.test(text)) return feared ? 'feared' : 'care'
  if (HARM.test(text)) return feared ? 'feared' : 'harm'
  if (MEASURE.test(text)) return 'measures'
  if (WORRY.test(text)) return feared ? 'feared' : 'worry'
  if (feared) return 'feared'
  return NUISANCE.test(text) ? 'nuisance' : 'unrecognised'
}
