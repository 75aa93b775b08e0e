import type { ReadingName } from './readings.ts'
import { spaced } from './spaced.ts'

type ByReading = Readonly<Record<ReadingName, string>>

const fr = {
  held: ', celle que nous tenons',
  labels: {
    strict: 'Stricte',
    soft_target: 'Objectif',
    text_1182: 'Du texte, dernier instant licite',
    text: 'Du texte, dernier instant licite',
    special_noon: 'Midi du jour ouvré suivant',
    with_art5_4_relief: 'Avec le report de DORA, jamais pour planifier',
    widest_art3_5: 'Large, contestée, jamais pour planifier',
    end_day_before_roll: 'Avant report au jour ouvré suivant',
    rolled_if_642_cpc_applied: 'Avec report au jour ouvré, contestée, jamais pour planifier',
  } satisfies ByReading,
  notes: {
    strict: 'temps écoulé depuis le départ',
    soft_target: 'pratique de l’administration, pas un délai de la loi',
    text_1182: 'règlement 1182/71',
    text: 'jour de départ non compté',
    special_noon: 'règlement 2025/301, art. 5(4)',
    with_art5_4_relief: 'règlement 2025/301, art. 5(4)',
    widest_art3_5: 'règlement 1182/71, art. 3(5)',
    end_day_before_roll: 'règlement 1182/71, art. 3(4)',
    rolled_if_642_cpc_applied: 'code de procédure civile, art. 642',
  } satisfies ByReading,
}

const en: typeof fr = {
  held: ', the one we hold',
  labels: {
    strict: 'Strict',
    soft_target: 'Target',
    text_1182: 'By the text, last lawful instant',
    text: 'By the text, last lawful instant',
    special_noon: 'Noon of the next working day',
    with_art5_4_relief: 'With DORA’s relief, never planned on',
    widest_art3_5: 'Wide, contested, never planned on',
    end_day_before_roll: 'Before it moves to the next working day',
    rolled_if_642_cpc_applied: 'Moved to a working day, contested, never planned on',
  },
  notes: {
    strict: 'time elapsed since the start',
    soft_target: 'practice of the authority, not a deadline of the law',
    text_1182: 'Regulation 1182/71',
    text: 'day of the start not counted',
    special_noon: 'Regulation 2025/301, art. 5(4)',
    with_art5_4_relief: 'Regulation 2025/301, art. 5(4)',
    widest_art3_5: 'Regulation 1182/71, art. 3(5)',
    end_day_before_roll: 'Regulation 1182/71, art. 3(4)',
    rolled_if_642_cpc_applied: 'Code of Civil Procedure, art. 642',
  },
}

export const readingTexts = { fr: spaced(fr), en }
