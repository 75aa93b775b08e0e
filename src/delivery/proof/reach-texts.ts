const fr = {
  title: 'Qui a été atteint, et quand',
  csv: 'Tableau (CSV)',
  group: 'Groupe',
  dimensions: {
    wave: 'Par vague',
    population: 'Par population',
    since_list: 'Par âge de l’information, depuis la liste publiée',
    since_awareness: 'Par âge de l’information, depuis la prise de connaissance',
  },
  columns: {
    persons: 'Personnes',
    email: 'E‑mail',
    letter: 'Lettre',
    open: 'En cours',
    cannot_be_told: 'Impossible',
    lost: 'Perdues',
  },
  values: {
    none: 'Pas informées',
    unknown: 'Instant inconnu',
    '24h': 'En 24 heures',
    '72h': 'En 72 heures',
    '7d': 'En 7 jours',
    later: 'Plus tard',
    insured_adults: 'Assurés',
    dependants: 'Ayants droit',
    health_professional: 'Professionnels de santé',
    firm: 'Entreprises',
    client_of_firm: 'Clients d’une entreprise',
  } as Record<string, string>,
  wave: (number: string) => (number === 'none' ? 'Sans envoi' : `Vague ${number}`),
  total: 'Total',
  share: (share: string) => `dont impossibles ${share}`,
  noAwareness:
    'L’instant où l’organisme a su n’est pas inscrit aux faits\u00a0: l’âge se compte depuis la liste seulement.',
}

const en: typeof fr = {
  title: 'Who was reached, and when',
  csv: 'Table (CSV)',
  group: 'Group',
  dimensions: {
    wave: 'By wave',
    population: 'By population',
    since_list: 'By age of the notice, since the list was published',
    since_awareness: 'By age of the notice, since the organisation knew',
  },
  columns: {
    persons: 'People',
    email: 'E-mail',
    letter: 'Letter',
    open: 'In progress',
    cannot_be_told: 'Cannot be told',
    lost: 'Lost',
  },
  values: {
    none: 'Not told',
    unknown: 'Instant unknown',
    '24h': 'Within 24 hours',
    '72h': 'Within 72 hours',
    '7d': 'Within 7 days',
    later: 'Later',
    insured_adults: 'Policyholders',
    dependants: 'Dependants',
    health_professional: 'Health professionals',
    firm: 'Firms',
    client_of_firm: 'Clients of a firm',
  },
  wave: (number) => (number === 'none' ? 'No delivery' : `Wave ${number}`),
  total: 'Total',
  share: (share) => `of whom cannot be told ${share}`,
  noAwareness:
    'The instant when the organisation knew is not among the facts: the age counts from the list only.',
}

export const reachTexts = { fr, en }
