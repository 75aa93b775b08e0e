import { words } from '../model.ts'

/** Why two readings exist. The desk plans on the strict one, or the earliest, and shows both. */
export const DISPUTES = {
  nis2: words(
    'La directive n’est pas transposée en France (à vérifier), et l’arrondi à l’heure du règlement 1182/71 est discutable pour un devoir transposé.',
    'The directive is not transposed in France (to check), and rounding to the hour by Reg. 1182/71 is arguable for a transposed duty.',
  ),
  cer: words(
    'La directive n’est pas transposée en France (à vérifier).',
    'The directive is not transposed in France (to check).',
  ),
  complaint: words(
    'Le code ne dit ni comment compter les heures, ni ce que change un week-end ; aucune décision n’est connue. Quand le client d’un hébergeur attaqué « sait » n’est pas tranché.',
    'The Code says neither how hours are counted nor what a weekend changes; no decision is known. When the client of an attacked host “knows” is not settled.',
  ),
  partialActivity: words(
    '« Trente jours à compter du placement » : le premier jour est d’ordinaire exclu (lecture du texte) ; la lecture stricte le compte.',
    '“Thirty days from the placement”: the first day is normally left out (text); the strict reading counts it.',
  ),
  exactHour: words(
    'L’événement tombe à l’heure juste. Lecture du texte : il tombe dans l’heure qui commence, qui ne compte pas ; autre lecture : le délai part aussitôt.',
    'The event falls at exactly the hour. By the text it falls in the hour that begins then, which is not counted; the other view starts at once.',
  ),
  twoWorkingDays: words(
    'Règlement 1182/71, art. 3(5), « toute période de deux jours ou plus » : deux autorités allemandes l’excluent pour les heures, une partie de la doctrine l’admet. Aucune position de la CNIL n’est connue : ne prévoyez jamais sur cette lecture.',
    'Reg. 1182/71 art. 3(5), “any period of two days or more”: two German authorities exclude it for hours, some authors accept it. No CNIL position is known: never plan on this reading.',
  ),
  stacking: words(
    'Cumuler le report au jour ouvrable (art. 3(4)) et les deux jours ouvrables (art. 3(5)) est discuté.',
    'Adding the roll to a working day (art. 3(4)) and the two working days (art. 3(5)) is disputed.',
  ),
  twoCalendars: words(
    'Deux calendriers sont possibles selon le lieu ; l’échéance la plus proche est retenue.',
    'Two calendars are possible depending on the place; the earlier deadline is kept.',
  ),
} as const
