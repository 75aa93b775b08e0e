import { formatInteger } from '../../platform/i18n.ts'

const n = (value: number) => formatInteger(value, 'fr')
const m = (value: number) => formatInteger(value, 'en')

const fr = {
  proof: 'Preuve',
  proofLead: (concerned: number, told: number) =>
    `${n(told)} ${told < 2 ? 'personne informée' : 'personnes informées'} sur ${n(concerned)} concernées.`,
  proofLost: (lost: number, twice: number) => `Perdues ${n(lost)}, informées deux fois ${n(twice)}.`,
  proofRows: {
    email: 'Informées par e‑mail',
    letter: 'Informées par lettre',
    in_progress: 'En cours',
    unknown_held: 'Inconnues, retenues',
    lost: 'Perdues',
  },
  proofTotal: 'Personnes concernées',
  proofColumns: ['Issue', 'Personnes'],
  right: 'Juste',
  wrong: 'Écart\u00a0: la somme n’est pas celle des personnes concernées',
  twice: 'Informées deux fois\u00a0: ',
  corrections: 'Corrections dues\u00a0: ',
  unplanned: (count: number) => `dont ${n(count)} sans message préparé`,
  reasons: {
    deceased: 'Impossible\u00a0: décédée',
    no_contact: 'Impossible\u00a0: aucun moyen de la joindre',
    protected_address: 'Impossible\u00a0: adresse protégée',
    no_legal_representative: 'Impossible\u00a0: aucun représentant légal connu',
    unusable_address: 'Impossible\u00a0: adresse inutilisable',
    email_refused_no_postal: 'Impossible\u00a0: e‑mail refusé, aucune adresse postale',
    letter_returned: 'Impossible\u00a0: lettre revenue, aucun autre contact',
    unprintable_name: 'Impossible\u00a0: nom que la lettre ne peut pas imprimer',
  } as Record<string, string>,
}

const en: typeof fr = {
  proof: 'Proof',
  proofLead: (concerned, told) =>
    `${m(told)} ${told === 1 ? 'person' : 'people'} told out of ${m(concerned)} concerned.`,
  proofLost: (lost, twice) => `Lost ${m(lost)}, told twice ${m(twice)}.`,
  proofRows: {
    email: 'Told by e-mail',
    letter: 'Told by letter',
    in_progress: 'In progress',
    unknown_held: 'Unknown, held',
    lost: 'Lost',
  },
  proofTotal: 'People concerned',
  proofColumns: ['Outcome', 'People'],
  right: 'Sound',
  wrong: 'Gap: the sum is not that of the people concerned',
  twice: 'Told twice: ',
  corrections: 'Corrections due: ',
  unplanned: (count) => `${m(count)} of them without a message prepared`,
  reasons: {
    deceased: 'Cannot be told: deceased',
    no_contact: 'Cannot be told: no way to reach them',
    protected_address: 'Cannot be told: protected address',
    no_legal_representative: 'Cannot be told: no known legal representative',
    unusable_address: 'Cannot be told: unusable address',
    email_refused_no_postal: 'Cannot be told: e-mail refused, no postal address',
    letter_returned: 'Cannot be told: letter returned, no other contact',
    unprintable_name: 'Cannot be told: a name the letter cannot print',
  },
}

export const texts = { fr, en }
