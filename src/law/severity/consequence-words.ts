/** What consequences sound like, in folded words (see fold-words.ts). */

/** Denial of the effect itself; « patients could not be treated » is an effect. */
export const DENIED =
  /^(?:no|not|none|nothing|nil|n a|without|never|aucun\w*|pas|sans|rien|neant|ni)\b|\bnone\b|\b(?:not|non|pas) (?:yet |encore |been )?(?:affected|impacted|observed|detected|known|expected|significant|identified|seen|interrupted|constate\w*|touche\w*|affecte\w*|connu\w*|interrompu\w*)\b|\bunaffected\b/

/** “no treatment possible” denies the treatment, not the harm. */
export const MADE_IMPOSSIBLE = /\b(?:possible|access|acces|available|disponible|longer|plus)\b/

/** Care, safety and life, beyond doubt. « vie privée » is another matter. */
export const CARE =
  /\b(?:surg\w+|chirurg\w+|patients? (?:\w+ )?(?:transfer\w*|divert\w*|not|untreated|wait\w*|endanger\w*|en danger|care)|patients? s care|medical\w*|ambulances?|deaths?|deces|died|(?<!private )life|lives|vies?(?! privee)|injur\w+|bless\w+|physical (?:harm|safety|integrity|injury|danger)|securite des personnes|diagnos\w+|health ?care|lower level of care|level of care)\b/

/** Words of a hospital and of any office (« traitement des commandes »): care only where health data are at stake. */
export const CARE_WHERE_HEALTH =
  /\b(?:operations?|appointments?|interventions?|rendez vous|treat\w*|traitements?|care|soins?|consultations?|emergenc\w+|urgences?|medic\w+|level of service|reduced service|niveau de service)\b/

/** Done to people, not only feared. */
export const HARM =
  /\b(?:fraud\w*|identity thefts?|stolen identity|impersonat\w+|usurp\w+|money (?:lost|stolen)|financial loss\w*|pertes? (?:financieres?|d argent)|(?:unauthori[sz]ed|fraudulent) (?:debits?|payments?|transactions?)|debits? (?:frauduleux|non autorises?)|blackmail\w*|chantage|extor\w+|harass\w+|harcel\w+|stalk\w+|violence|threatened|menaces?|discriminat\w+|dismiss\w+|licenci\w+|account takeovers?)\b/

export const FEARED =
  /\b(?:possib\w*|potential\w*|may|might|could(?! not)|risks?|risques?|likely|unlikely|likelihood|improbable\w*|(?:cannot|not) be (?:excluded|ruled out)|not (?:excluded|ruled out)|pas exclu\w*|feared?|eventuel\w*|pourrai\w*|peuvent|peut|crain\w*|probab\w*|threat of)\b/

/** The organisation's own loss: no harm to people. */
export const OF_THE_ORGANISATION =
  /\b(?:loss\w*|pertes?|lost|reputation\w*|image|damage|prejudice|competit\w+|concurren\w+)\b.*\b(?:compan\w+|controller|business|firm|entreprise|societe|employer|sales|revenue|turnover|customers|clients|clientele|chiffre d affaires|affaires)\b|\b(?:compan\w+|controller|firm|entreprise|societe|employer)(?: s)?\b.*\b(?:loss\w*|pertes?|reputation\w*|image|damage|prejudice)\b/

export const WORRY =
  /\b(?:phish\w+|hameconnage|spam\w*|solicit\w+|sollicit\w+|demarch\w+|marketing|contacted|calls?|publish\w*|publi\w+|leak\w*|fuite|dark ?web|reputation\w*|embarrass\w+|distress|stress|anxi\w+|unpaid|impaye\w*|wages?|salar\w+|salair\w+|benefits?|prestations?|rights?|droits?|misuse\w*|abus\w+|profil\w+|loss of control|perte de (?:controle|confidentialite)|confidential\w*|vie privee|privacy|redirected|diverted|detourn\w+|safety)\b/

/** What was done about it, or the breach itself said again. */
export const MEASURE =
  /\b(?:remote wipe|wiped|asked to (?:delete|destroy|return)|informed|notified|warned|advised|passwords? (?:reset|chang\w+|must)|reset|restored|recovered|returned|corrected|fixed|patched|blocked|averti\w*|informe\w*|prevenu\w*|reinitialis\w+|corrig\w+|retabli\w*|efface\w* a distance|apolog\w+|unavailab\w+|indisponib\w+|interrup\w+|disrupt\w+|excus\w+|encrypted backups?)\b/

export const NUISANCE =
  /\b(?:delay\w*|retard\w*|inconvenien\w+|desagrement\w*|genes?|perturb\w+|slow\w*|late|lost time|re ?enter\w*|ressais\w*|wrong (?:parcel|shoes|item)\w*|reshipp?\w*|resent|postpon\w*|cancel\w*|report(?:ee?s?|s)?|annul\w+)\b/
