import { TWO_DIGITS } from './calendar.ts'
import { below, chance, mix, nth, oneOf } from './draw.ts'

/**
 * Postal addresses in the shapes of the French standard (NF Z10-011): flat, building, street, hamlet or box, then
 * postcode and town; CEDEX, overseas and foreign forms.
 */
export interface Address {
  /** Flat, staircase, floor, "chez …". */
  complement: string
  /** Building, residence. */
  building: string
  street: string
  /** Hamlet or post-office box. */
  locality: string
  postcode: string
  city: string
  country: string
  overseas: boolean
}

const TOWNS = (
  '44000 Nantes|69003 Lyon|69007 Lyon|31000 Toulouse|33000 Bordeaux|59000 Lille|67000 Strasbourg|35000 Rennes|34000 Montpellier|' +
  '06000 Nice|13008 Marseille|13013 Marseille|75011 Paris|75015 Paris|75019 Paris|76600 Le Havre|51100 Reims|42000 Saint-Étienne|' +
  '38000 Grenoble|21000 Dijon|49000 Angers|29200 Brest|72000 Le Mans|63000 Clermont-Ferrand|37000 Tours|87000 Limoges|80000 Amiens|' +
  '57000 Metz|66000 Perpignan|14000 Caen|54000 Nancy|01000 Bourg-en-Bresse|02100 Saint-Quentin|07000 Privas|09000 Foix|20000 Ajaccio|20200 Bastia'
)
  .split('|')
  .map(town)
const OVERSEAS = (
  '97400 Saint-Denis|97410 Saint-Pierre|97420 Le Port|97110 Pointe-à-Pitre|97100 Basse-Terre|97200 Fort-de-France|97300 Cayenne|' +
  '97600 Mamoudzou|98800 Nouméa|98714 Papeete'
)
  .split('|')
  .map(town)
const ABROAD: readonly (readonly [string, string, string])[] = [
  ['1050', 'Ixelles', 'BELGIQUE'],
  ['1205', 'Genève', 'SUISSE'],
  ['L-1118', 'Luxembourg', 'LUXEMBOURG'],
  ['28013', 'Madrid', 'ESPAGNE'],
  ['H2X 1Y4', 'Montréal (Québec)', 'CANADA'],
  ['20250', 'Casablanca', 'MAROC'],
]
const WAYS = [
  'rue',
  'rue',
  'rue',
  'avenue',
  'boulevard',
  'impasse',
  'chemin',
  'place',
  'allée',
  'route',
  'quai',
  'square',
]
const WAY_NAMES = (
  'des Lilas|du Moulin|de l’Église|de la Gare|des Écoles|de la République|du Général Brévaud|Marguerite Dorlin|des Acacias|de la Fontaine|' +
  'du Stade|de la Forêt|des Œillets|du Vieux Lavoir|de Bretagne|des Tilleuls|du 8 Mai 1945|du 11 Novembre|Émile Courtanne|du Pré Carré|' +
  'de la Liberté|des Vignes|d’Alsace|du Port|de la Croix Blanche|Jeanne Orvaux|des Frères Malvin|du Château d’Eau'
).split('|')
const HAMLETS = [
  'Le Bourg',
  'La Croix',
  'Les Quatre Vents',
  'Kervalec',
  'Le Moulin Neuf',
  'La Haute Borne',
  'Mas de l’Aube',
  'Les Granges',
]
const HOUSES = ['Les Jardins', 'Le Clos', 'Bellevue', 'Les Cèdres', 'L’Orée', 'Le Parc', 'Les Hortensias']
const VILLAGE_FIRSTS = [
  'Saint-Aub',
  'Sainte-Mar',
  'Vill',
  'Mont',
  'Chât',
  'Brév',
  'Cour',
  'Font',
  'Roche',
  'Ker',
  'Beau',
  'Val',
  'Neuv',
  'Pont',
]
const VILLAGE_LASTS = [
  'anne',
  'eneuve',
  'ange',
  'eray',
  'ilier',
  'elon',
  'ourt',
  'igny',
  'ac',
  'oux',
  'ès',
  'ières',
  'y',
]
const VILLAGE_ENDS = [
  '',
  '',
  '',
  '-sur-Orvanne',
  '-les-Bois',
  '-en-Plaine',
  '-le-Vieux',
  '-d’en-Haut',
  '-la-Forêt',
]

function town(text: string): { postcode: string; city: string } {
  return { postcode: text.slice(0, 5), city: text.slice(6) }
}

export function blankAddress(): Address {
  const none = ''
  const lines = { complement: none, building: none, street: none, locality: none }
  return { ...lines, postcode: none, city: none, country: none, overseas: false }
}

/** Fills `into` from 32 random bits. */
export function fillAddress(into: Address, base: number): void {
  const kind = nth(base, 0) % 1_000
  clear(into)
  if (kind < 4) return
  street(into, base)
  if (kind < 14) abroad(into, nth(base, 1))
  else if (kind < 70) overseas(into, nth(base, 1))
  else if (kind < 480) inTown(into, base)
  else inVillage(into, base, kind)
}

function inVillage(into: Address, base: number, kind: number): void {
  village(into, nth(base, 1))
  if (kind < 620) hamlet(into, base)
  else if (kind < 635) box(into, base)
}

function clear(into: Address): void {
  into.complement = into.building = into.street = into.locality = ''
  into.postcode = into.city = into.country = ''
  into.overseas = false
}

function street(into: Address, base: number): void {
  const bits = nth(base, 2)
  const number = 1 + (bits % 140)
  const repeat = (bits >>> 8) % 12
  const suffix = repeat === 0 ? ' bis' : repeat === 1 ? ' ter' : ''
  // One writer in eight puts a comma after the number: the field must then be quoted in a comma-separated file.
  const comma = (bits >>> 16) % 8 === 0 ? ',' : ''
  into.street = `${number}${suffix}${comma} ${oneOf(WAYS, nth(base, 3))} ${oneOf(WAY_NAMES, nth(base, 4))}`
}

function place(into: Address, at: { postcode: string; city: string }): void {
  into.postcode = at.postcode
  into.city = at.city
}

function inTown(into: Address, base: number): void {
  place(into, oneOf(TOWNS, nth(base, 1)))
  const bits = nth(base, 5)
  if (!chance(bits, 0.6)) return
  const flat = 1 + below(nth(base, 6), 120)
  const floor = below(nth(base, 7), 9)
  const letter = String.fromCharCode(65 + below(nth(base, 8), 6))
  into.complement =
    bits % 3 === 0 ? `Appt ${flat}` : bits % 3 === 1 ? `Esc. ${letter} Étage ${floor}` : `Appartement ${flat}`
  if (bits % 2)
    into.building =
      bits % 4 === 1 ? `Bâtiment ${letter}` : `Rés. ${oneOf(HOUSES, nth(base, 9))} Bât. ${letter}`
}

function overseas(into: Address, bits: number): void {
  place(into, oneOf(OVERSEAS, bits))
  into.overseas = true
}

function abroad(into: Address, bits: number): void {
  const [postcode, city, country] = oneOf(ABROAD, bits)
  into.postcode = postcode
  into.city = city
  into.country = country
}

/** An invented commune: its number gives both its postcode and its name. */
function village(into: Address, bits: number): void {
  const number = below(bits, 4_700)
  const department = 1 + (number % 95)
  const name = mix(number)
  const postal = department === 20 ? 19 : department
  into.postcode = `${TWO_DIGITS[postal]}${TWO_DIGITS[10 + Math.floor(number / 95)]}0`
  into.city =
    oneOf(VILLAGE_FIRSTS, nth(name, 0)) +
    oneOf(VILLAGE_LASTS, nth(name, 1)) +
    oneOf(VILLAGE_ENDS, nth(name, 2))
}

function hamlet(into: Address, base: number): void {
  into.locality = oneOf(HAMLETS, nth(base, 10))
  if (nth(base, 11) % 3 === 0) into.street = ''
}

function box(into: Address, base: number): void {
  const number = 10 + below(nth(base, 12), 890)
  into.street = ''
  into.locality = `BP ${number}`
  into.postcode = `${into.postcode.slice(0, 2)}9${into.postcode.slice(3)}`
  into.city = `${into.city} CEDEX${number % 3 ? '' : ` ${1 + (number % 9)}`}`
}
