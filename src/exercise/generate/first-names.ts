import { below, nth, rankFrom, zipfTable } from './draw.ts'
import { inThreeShapes, type Words } from './surnames.ts'

/** Given names in rough order of the year they were fashionable; the sample slides along the list with birth years. */
const MEN =
  'Marcel Roger René Lucien Henri Raymond Georges Robert André Maurice Louis Pierre Jean Jacques Michel Claude Bernard Gérard Daniel Alain Christian Patrick Philippe Éric Pascal Thierry Laurent Bruno Frédéric Stéphane Christophe Olivier David Nicolas Sébastien Julien Karim Mehdi Guillaume Romain Thomas Alexandre Kévin Maxime Mamadou Antoine Hugo Théo Lucas Mathis Enzo Nathan Yanis Léo Raphaël Noé Gabriel Adam Malo Soën Ilyès Aaron'
const WOMEN =
  'Germaine Marcelle Yvonne Lucienne Simone Madeleine Odette Denise Jeanne Marie Monique Jacqueline Françoise Nicole Michèle Annie Martine Chantal Brigitte Catherine Sylvie Véronique Isabelle Nathalie Pascale Corinne Valérie Sandrine Stéphanie Karine Céline Virginie Aurélie Émilie Fatima Élodie Samira Julie Laura Marion Camille Manon Aminata Léa Chloé Océane Inès Sarah Lola Zoé Jade Louise Emma Alice Ambre Maëlys Anaë Lina Rose Iris Éloïse Loëva'
const MEN_PAIRS =
  'Jean-Claude Jean-Pierre Jean-Luc Jean-Marc Pierre-Yves Marc-Antoine Paul-Émile Jean-Noël Louis-Marie'
const WOMEN_PAIRS =
  'Marie-Claude Marie-Thérèse Anne-Marie Marie-Laure Anne-Sophie Marie-Hélène Rose-Aimée Lou-Ann Marie-Noëlle'

const OLDEST = 1925
const NEWEST = 2026

interface Names extends Words {
  readonly single: number
}

const men = inOrder(MEN, MEN_PAIRS)
const women = inOrder(WOMEN, WOMEN_PAIRS)
/** Names in use at one time. */
const WINDOW = 31
const HALF = 15
const spread = zipfTable(WINDOW, 6)

function inOrder(single: string, pairs: string): Names {
  const names = single.split(' ')
  return { ...inThreeShapes([...names, ...pairs.split(' ')]), single: names.length }
}

export function firstNames(male: boolean): Names {
  return male ? men : women
}

/**
 * The index of a given name likely for the sex and birth year; about 1 in 15 is a compound name.
 * @param shift steps to move within the names of the time: children of one home get different shifts, so twins drawn
 *   from the same bits never have the same name
 */
export function chooseFirstName(male: boolean, year: number, bits: number, shift = 0): number {
  const names = firstNames(male)
  if (bits % 15 === 0 && shift === 0)
    return names.single + below(nth(bits, 1), names.text.length - names.single)
  const age = Math.min(1, Math.max(0, (year - OLDEST) / (NEWEST - OLDEST)))
  const centre = Math.floor(age * (names.single - 1))
  const low = Math.min(names.single - WINDOW, Math.max(0, centre - HALF))
  const step = rankFrom(spread, nth(bits, 2))
  const offset = step % 2 === 0 ? step / 2 : -(step + 1) / 2
  return low + ((centre - low + offset + shift * 5 + 2 * WINDOW) % WINDOW)
}
