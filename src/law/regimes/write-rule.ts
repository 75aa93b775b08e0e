import { among, includes, yes } from '../conditions.ts'
import { type Recipient, type Rule, type RuleClock, type Words, words } from '../model.ts'

type Usual =
  | 'version'
  | 'status'
  | 'nature'
  | 'review'
  | 'validFrom'
  | 'validTo'
  | 'per'
  | 'contents'
  | 'exceptions'

/**
 * A rule with what most have in common: first version, a duty in force, owed once by each organisation, without exception,
 * signed by no lawyer yet. What differs is written beside the article.
 */
export function writeRule(rule: Omit<Rule, Usual> & Partial<Pick<Rule, Usual>>): Rule {
  return {
    version: 1,
    status: 'in_force',
    nature: 'duty',
    review: 'to check',
    validFrom: null,
    validTo: null,
    per: 'organisation',
    contents: [],
    exceptions: [],
    ...rule,
  }
}

/** A delay that the text says in words, without a figure. */
export const inWords = (fr: string, en: string): RuleClock => ({ kind: 'words', words: words(fr, en) })

export const recipient = (code: string, fr: string, en: string): Recipient => ({ code, words: words(fr, en) })

/** Acts that nobody owes: no date follows from them. */
export const whenUseful: RuleClock = inWords('dès que c’est utile', 'as soon as it helps')

export const WITHOUT_UNDUE_DELAY: RuleClock = inWords(
  'dans les meilleurs délais ; le texte ne donne pas de chiffre',
  'without undue delay; the text gives no figure',
)
export const AT_ONCE: RuleClock = inWords(
  'sans délai ; le texte ne donne pas de chiffre',
  'at once; the text gives no figure',
)

export const CONTROLLER: Words = words('le responsable de traitement', 'the controller')

export const personalData = yes(
  'personal_data',
  words('aucune donnée personnelle n’est touchée', 'no personal data are touched'),
)
export const controller = includes(
  'roles',
  ['controller', 'joint_controller'],
  words('l’organisme n’est pas responsable de traitement', 'the organisation is not a controller'),
)
export const processor = includes(
  'roles',
  ['processor', 'sub_processor'],
  words('l’organisme n’est le sous-traitant de personne', 'the organisation is nobody’s processor'),
)
export const attackOnDataSystem = yes(
  'attack_on_data_system',
  words(
    'ce n’est pas une attaque contre un système informatique (code pénal, art. 323-1 à 323-3-1)',
    'this is not an attack on a data system (Criminal Code, arts 323-1 to 323-3-1)',
  ),
)
export const inSector = (sectors: readonly string[], fr: string, en: string) =>
  among('sector', sectors, words(fr, en))
