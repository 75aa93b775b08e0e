const fr = {
  title: 'Sceaux',
  why: 'Un sceau fige l’issue de chaque personne, à l’entrée de la main courante qui le porte. La preuve d’une personne se vérifie contre lui, même après la purge.',
  none: 'Aucun sceau pour l’instant. Tocsin scelle quand une liste est publiée et quand une campagne finit.',
  columns: ['Instant, Paris', 'Pourquoi', 'Personnes', 'Racine', 'Main courante n°'],
  milestones: {
    campaign_finished: 'Campagne finie',
    list_published: 'Liste publiée',
    on_demand: 'À la demande',
    before_purge: 'Avant la purge',
  },
  seal: 'Sceller maintenant',
  sealNote: 'Quelques secondes pour 50\u202f000 personnes. Rien n’est envoyé.',
  purge: 'Conservation et purge',
  pdf: 'Preuve à remettre (PDF)',
  json: 'Preuve vérifiable (JSON)',
}

const en: typeof fr = {
  title: 'Seals',
  why: 'A seal fixes what became of each person, in the entry of the journal that carries it. The proof of a person is checked against it, even after the purge.',
  none: 'No seal yet. Tocsin seals when a list is published and when a campaign ends.',
  columns: ['Instant, Paris', 'Why', 'People', 'Root', 'Journal no.'],
  milestones: {
    campaign_finished: 'Campaign finished',
    list_published: 'List published',
    on_demand: 'On demand',
    before_purge: 'Before the purge',
  },
  seal: 'Seal now',
  sealNote: 'Some seconds for 50,000 people. Nothing is sent.',
  purge: 'Retention and purge',
  pdf: 'Proof to hand over (PDF)',
  json: 'Verifiable proof (JSON)',
}

export const sealsTexts = { fr, en }
