const fr = {
  cohorts: {
    cannot_be_excluded: 'On ne peut pas les écarter.',
    preventive: 'Sur aucune liste, prévenues par précaution.',
  } as Record<string, string>,
  outcomes: {
    told: 'Personnes informées.',
    email: 'Personnes informées par e\u2011mail.',
    letter: 'Personnes informées par lettre.',
    waiting: 'Personnes en attente\u00a0: aucun envoi n’est préparé pour elles.',
    unplanned: 'Personnes de la liste\u00a0: aucun message n’est encore préparé pour elles.',
    correction_due:
      'Informées de plus que ce que dit la liste en vigueur\u00a0: une correction leur est due. Elle s’écrit hors de Tocsin\u202f; chaque fiche garde ce qui a été reçu.',
    in_progress: 'Personnes dont l’information est en cours.',
    unknown_held: 'Personnes dont l’envoi est retenu\u00a0: nous ne savons pas s’il est arrivé.',
    cannot_be_told: 'Personnes que l’on ne peut pas informer individuellement.',
    open: 'Personnes dont l’envoi est en cours, ou retenu.',
    lost: 'Personnes sans issue\u00a0: aucune ne devrait l’être.',
    told_twice: 'Personnes informées deux fois.',
    deceased: 'Impossible d’informer\u00a0: personnes décédées.',
    no_contact: 'Impossible d’informer\u00a0: aucune coordonnée.',
    protected_address: 'Impossible d’informer\u00a0: adresse protégée, sans e\u2011mail.',
    no_legal_representative: 'Impossible d’informer\u00a0: aucun représentant légal connu.',
    unusable_address: 'Impossible d’informer\u00a0: adresse inutilisable.',
    email_refused_no_postal: 'Impossible d’informer\u00a0: e\u2011mail refusé, aucune adresse postale.',
    letter_returned: 'Impossible d’informer\u00a0: lettre revenue, aucun autre contact.',
    unprintable_name: 'Impossible d’informer\u00a0: nom que la lettre ne peut pas imprimer.',
  } as Record<string, string>,
  searchLead: 'Cherchez la personne qui vous appelle.',
  searchNote: 'Votre rôle cherche une personne\u202f; il ne parcourt pas les listes.',
}

const en: typeof fr = {
  cohorts: {
    cannot_be_excluded: 'They cannot be excluded.',
    preventive: 'On no list, warned as a precaution.',
  },
  outcomes: {
    told: 'People told.',
    email: 'People told by e\u2011mail.',
    letter: 'People told by letter.',
    waiting: 'People waiting: nothing is prepared for them.',
    unplanned: 'People of the list: no message is prepared for them yet.',
    correction_due:
      'Told more than the list in force says: a correction is due to them. It is written outside Tocsin; each record keeps what was received.',
    in_progress: 'People whose information is in progress.',
    unknown_held: 'People whose delivery is held: we do not know whether it arrived.',
    cannot_be_told: 'People who cannot be told individually.',
    open: 'People whose delivery is in progress, or held.',
    lost: 'People without an outcome: there should be none.',
    told_twice: 'People told twice.',
    deceased: 'Cannot be told: deceased.',
    no_contact: 'Cannot be told: no contact details.',
    protected_address: 'Cannot be told: protected address, no e\u2011mail.',
    no_legal_representative: 'Cannot be told: no known legal representative.',
    unusable_address: 'Cannot be told: unusable address.',
    email_refused_no_postal: 'Cannot be told: e\u2011mail refused, no postal address.',
    letter_returned: 'Cannot be told: letter returned, no other contact.',
    unprintable_name: 'Cannot be told: a name the letter cannot print.',
  },
  searchLead: 'Search for the person who calls you.',
  searchNote: 'Your role searches for one person; it does not go through the lists.',
}

/** Words of the pages that only search, and of the outcomes that delivery counts. */
export const outcomeTexts = { fr, en }
