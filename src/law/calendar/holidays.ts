import type { Certainty, Words } from '../model.ts'
import { words } from '../model.ts'

/** Where a day is a legal holiday: everywhere in France, or in one part of it. */
export const REGIONS = [
  'national',
  'alsace_moselle',
  'martinique',
  'guadeloupe',
  'guyane',
  'la_reunion',
  'mayotte',
  'saint_martin',
  'saint_barthelemy',
] as const
export type Region = (typeof REGIONS)[number]

/** One legal holiday, as one text gives it. Pure data. */
export interface Holiday {
  /** `easter_monday`; several versions of one day may share it. */
  readonly id: string
  readonly words: Words
  readonly region: Region
  /** A fixed day `MM-DD`, or so many days after Easter Sunday. */
  readonly on: string | number
  readonly article: string
  readonly certainty: Certainty
  /** First and last year (included); left out: open. */
  readonly from?: number
  readonly to?: number
  /** Holds only in communes that have a Protestant or mixed church. */
  readonly withProtestantChurch?: true
  /** What the text or the practice leaves unsaid. */
  readonly note?: Words
}

// The same eleven days stood in art. L222-1 before the Code was renumbered on 1 May 2008; 8 May is one since 1982 (loi 81-893).
const LABOUR = 'Code du travail, art. L3133-1'
const national = (id: string, on: string | number, fr: string, en: string, from?: number): Holiday => ({
  id,
  words: words(fr, en),
  region: 'national',
  on,
  article: LABOUR,
  certainty: 'to_check',
  ...(from === undefined ? {} : { from }),
})

const OVERSEAS = 'Code du travail, art. L3422-2'
const overseas = (region: Region, on: string, years: { from?: number; to?: number } = {}): Holiday => ({
  id: `abolition_${region}`,
  words: words('l’abolition de l’esclavage', 'the abolition of slavery'),
  region,
  on,
  article: OVERSEAS,
  certainty: 'checked',
  ...years,
})

const LOCAL = 'Code du travail, art. L3134-13'
const alsaceMoselle = (id: string, on: string | number, label: Words): Holiday => ({
  id,
  words: label,
  region: 'alsace_moselle',
  on,
  article: LOCAL,
  certainty: 'to_check',
})

/**
 * Legal holidays of France. Good Friday in the Antilles is a custom and stands in no text: it is not here. Certainty is
 * that of the article, as read on 22 November 2026; the days themselves were compared with the list of the OJ.
 */
export const HOLIDAYS: readonly Holiday[] = [
  national('new_year', '01-01', 'le jour de l’an', 'New Year’s Day'),
  national('easter_monday', 1, 'le lundi de Pâques', 'Easter Monday'),
  national('labour_day', '05-01', 'le 1er mai', '1 May'),
  national('victory_1945', '05-08', 'le 8 mai', '8 May', 1982),
  national('ascension', 39, 'l’Ascension', 'Ascension Day'),
  national('whit_monday', 50, 'le lundi de Pentecôte', 'Whit Monday'),
  national('national_day', '07-14', 'le 14 juillet', '14 July'),
  national('assumption', '08-15', 'l’Assomption', 'Assumption Day'),
  national('all_saints', '11-01', 'la Toussaint', 'All Saints’ Day'),
  national('armistice_1918', '11-11', 'le 11 novembre', '11 November'),
  national('christmas', '12-25', 'Noël', 'Christmas Day'),
  {
    ...alsaceMoselle('good_friday', -2, words('le vendredi saint', 'Good Friday')),
    withProtestantChurch: true,
  },
  alsaceMoselle('saint_stephen', '12-26', words('le 26 décembre', '26 December')),
  overseas('mayotte', '04-27'),
  overseas('martinique', '05-22'),
  overseas('guadeloupe', '05-27'),
  overseas('saint_martin', '05-27', { to: 2018 }),
  {
    ...overseas('saint_martin', '05-28', { from: 2019 }),
    certainty: 'secondary',
    note: words(
      'Le texte dit encore le 27 mai ; l’usage est le 28 mai depuis 2019.',
      'The text still says 27 May; 28 May is the practice since 2019.',
    ),
  },
  overseas('guyane', '06-10'),
  overseas('saint_barthelemy', '10-09'),
  overseas('la_reunion', '12-20'),
]

/**
 * The list that Reg. (EEC, Euratom) 1182/71, art. 2, refers to: what France notified to the Official Journal, year by year.
 * Another list than that of the Labour Code: no local day is on it. 2026 was read (OJ C/2025/6771); other years are taken to
 * name the same eleven days, until somebody reads theirs.
 */
export const OFFICIAL_JOURNAL = {
  days: HOLIDAYS.filter(({ region }) => region === 'national').map(({ id }) => id),
  article: 'Règlement (CEE, Euratom) n° 1182/71, art. 2(1)',
  read: [{ year: 2026, source: 'OJ C/2025/6771' }],
} as const
