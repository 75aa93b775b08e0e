const fr = {
  right: 'Juste',
  gap: (figure: string) => `Écart de ${figure}`,
  of: (done: string, total: string) => `${done} sur ${total}`,
  older: 'Plus anciennes',
  newer: 'Plus récentes',
  newest: 'Les plus récentes',
  pages: 'Suite de la liste',
  required: 'à remplir',
  threshold: (figure: string) => `seuil ${figure}`,
  weight: 'Poids',
  sum: 'Somme',
  total: 'Total',
}

const en: typeof fr = {
  right: 'Right',
  gap: (figure) => `Off by ${figure}`,
  of: (done, total) => `${done} of ${total}`,
  older: 'Older',
  newer: 'Newer',
  newest: 'Newest',
  pages: 'More of the list',
  required: 'to be filled in',
  threshold: (figure) => `threshold ${figure}`,
  weight: 'Weight',
  sum: 'Sum',
  total: 'Total',
}

/** Words inside components; everything else is given by the page. */
export const componentTexts = { fr, en }
