import type { Region } from './holidays.ts'

export interface Place {
  readonly region: Region
  /** Whether the commune has a Protestant or mixed church; null: not said. */
  readonly goodFriday: boolean | null
}

/** Zones that one territory alone uses: they name its calendar. Europe/Paris does not (Alsace-Moselle or not). */
const ZONES: Readonly<Record<string, Region>> = {
  'Indian/Reunion': 'la_reunion',
  'Indian/Mayotte': 'mayotte',
  'America/Martinique': 'martinique',
  'America/Guadeloupe': 'guadeloupe',
  'America/Cayenne': 'guyane',
  'America/Marigot': 'saint_martin',
  'America/St_Barthelemy': 'saint_barthelemy',
}

export function regionOfZone(zone: string): Region {
  return ZONES[zone] ?? 'national'
}

/** Communes of Alsace-Moselle that are known to have a Protestant church. */
const PROTESTANT = ['strasbourg', 'colmar', 'mulhouse', 'metz']

/** How people name a place: department number, ISO 3166-2 code, name; accents, case and signs do not matter. */
const NAMES: Readonly<Record<Exclude<Region, 'national'>, readonly string[]>> = {
  alsace_moselle: [
    ...['alsace moselle', 'alsace', 'moselle', 'bas rhin', 'haut rhin', 'alsace lorraine'],
    ...['57', '67', '68', '6ae', 'a', '57 67 68', 'droit local'],
    ...PROTESTANT,
  ],
  martinique: ['martinique', '972', 'mq', 'fort de france'],
  guadeloupe: ['guadeloupe', '971', 'gp', 'basse terre', 'pointe a pitre'],
  guyane: ['guyane', 'guyane francaise', 'french guiana', '973', 'gf', 'cayenne'],
  la_reunion: ['la reunion', 'reunion', 'reunion island', '974', 're', 'saint denis de la reunion'],
  mayotte: ['mayotte', '976', 'yt', 'mamoudzou'],
  saint_martin: ['saint martin', 'st martin', '978', 'mf', 'marigot'],
  saint_barthelemy: ['saint barthelemy', 'st barthelemy', 'saint barth', 'st barth', '977', 'bl', 'gustavia'],
}

const NATIONAL = [
  ...['national', 'france', 'fr', 'france entiere', 'metropole', 'metropolitan france', 'mainland france'],
  ...['france metropolitaine', 'mainland', 'paris', 'idf', 'ile de france', 'default', 'none'],
]

const CHURCH = / (?:good friday|vendredi saint|protestante?|mixte|mixed church|temple) /
const NO_CHURCH = / (?:without|sans|no|not|non) /

/**
 * The place that a text names; undefined when nobody knows it. `67` and `Alsace-Moselle` do not say whether the commune has
 * a Protestant church; `Strasbourg` and `Alsace-Moselle, vendredi saint` do.
 */
export function placeNamed(text: string): Place | undefined {
  const name = plain(text)
  const region = regionNamed(name) ?? regionWithin(name)
  if (region === undefined) return undefined
  const padded = ` ${name} `
  if (region !== 'alsace_moselle') return { region, goodFriday: null }
  if (NO_CHURCH.test(padded)) return { region, goodFriday: false }
  const has = CHURCH.test(padded) || PROTESTANT.some((commune) => padded.includes(` ${commune} `))
  return { region, goodFriday: has ? true : null }
}

function regionNamed(name: string): Region | undefined {
  const bare = name.replace(/^fr (?=.)/, '')
  if (NATIONAL.includes(bare) || isMainland(bare)) return 'national'
  const found = Object.entries(NAMES).find(([, names]) => names.includes(bare))
  return found?.[0] as Region | undefined
}

/** `Strasbourg (67)`, `Insured in La Réunion`: the one region whose name stands in the text; none when there are two. */
function regionWithin(name: string): Region | undefined {
  const padded = ` ${name} `
  const held = Object.entries(NAMES)
    .filter(([, names]) => names.some((one) => one.length > 4 && padded.includes(` ${one} `)))
    .map(([region]) => region as Region)
  return held.length === 1 ? held[0] : undefined
}

/** 01 to 95, 2A and 2B; those of Alsace-Moselle left out. */
function isMainland(name: string): boolean {
  if (/^2[ab]$/.test(name)) return true
  const department = /^\d{1,2}$/.test(name) ? Number(name) : 0
  return department >= 1 && department <= 95 && department !== 20 && ![57, 67, 68].includes(department)
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
