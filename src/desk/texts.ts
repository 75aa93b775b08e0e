/** The words of the frame. `fr` is the type: an English word is missing as soon as a French one is added. */
const fr = {
  skip: 'Aller au contenu',
  navigation: 'Pages de l’incident',
  crumbs: 'Retour',
  signOut: 'Quitter',
  exercise: 'Exercice\u00a0: rien ne sort',
  exerciseOnLoopback: 'Exercice\u00a0: rien ne sort de cette machine',
  otherLanguage: 'English',
  theme: 'Thème\u00a0:',
  themes: { auto: 'automatique', light: 'clair', dark: 'sombre' },
  allIncidents: 'Tous les incidents',
  reload: 'Recharger',
  pages: {
    home: 'Accueil',
    people: 'Personnes',
    lists: 'Listes',
    sending: 'Envois',
    outbox: 'Boîte d’envoi',
    letters: 'Lettres',
    facts: 'Faits',
    journal: 'Main courante',
    proof: 'Preuve',
  },
  pageAt: (at: string) => `Page à jour à ${at}.`,
  journalEmpty: 'Main courante\u00a0: aucune entrée.',
  journalNotVerified: (count: string, hash: string) =>
    `Main courante non vérifiée, ${count} entrées, tête ${hash}`,
  journalVerified: (at: string, count: string, hash: string) =>
    `Main courante vérifiée à ${at}, ${count} entrées, tête ${hash}`,
  journalBroken: (at: string, count: string) => `Main courante rompue, constaté à ${at}, ${count} entrées`,
}

const en: typeof fr = {
  skip: 'Skip to content',
  navigation: 'Pages of the incident',
  crumbs: 'Way back',
  signOut: 'Sign out',
  exercise: 'Exercise: nothing leaves',
  exerciseOnLoopback: 'Exercise: nothing leaves this machine',
  otherLanguage: 'Français',
  theme: 'Theme:',
  themes: { auto: 'automatic', light: 'light', dark: 'dark' },
  allIncidents: 'All incidents',
  reload: 'Reload',
  pages: {
    home: 'Home',
    people: 'People',
    lists: 'Lists',
    sending: 'Sending',
    outbox: 'Outbox',
    letters: 'Letters',
    facts: 'Facts',
    journal: 'Journal',
    proof: 'Proof',
  },
  pageAt: (at) => `Page up to date at ${at}.`,
  journalEmpty: 'Journal: no entry.',
  journalNotVerified: (count, hash) => `Journal not verified, ${count} entries, head ${hash}`,
  journalVerified: (at, count, hash) => `Journal verified at ${at}, ${count} entries, head ${hash}`,
  journalBroken: (at, count) => `Journal broken, found at ${at}, ${count} entries`,
}

export const texts = { fr, en }
