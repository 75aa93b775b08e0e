/** A case to start from: a processor, its client which is a controller and a processor too, and a client of that one. Fictional. */
export const CASE_EXAMPLE = {
  title: 'Exemple / Example',
  facts: {
    personal_data: true,
    breach_type: ['C'],
    malicious: true,
    attack_on_data_system: true,
    attack_started_at: { value: '2026-06-03T02:10:00+02:00', source: 'journaux du portail' },
    exfiltrated: 'unknown',
  },
  organisations: [
    {
      key: 'tiersoin',
      name: 'Tiersoin Exemple',
      role: 'processor',
      facts: {
        sector: 'third_party_payment',
        aware_at: '2026-06-05T08:20:00+02:00',
        clients_told_at: '2026-06-05T18:40:00+02:00',
      },
    },
    {
      key: 'deux-rives',
      name: 'Mutuelle des Deux Rives (exemple)',
      roles: ['controller', 'processor'],
      facts: {
        sector: 'mutual',
        told_by_supplier_at: '2026-06-05T18:40:00+02:00',
        aware_by_other_means: false,
        persons: 18012,
        data_categories: ['surname', 'birth_date', 'nir'],
        acts_professionally: true,
      },
    },
    { key: 'ile', name: 'Entreprise de l’Île (exemple)', role: 'controller', zone: 'Indian/Reunion' },
  ],
  links: [
    { supplier: 'tiersoin', client: 'deux-rives' },
    { supplier: 'deux-rives', client: 'ile' },
  ],
  contracts: [{ id: 'dpa-12', from: 'tiersoin', to: 'deux-rives', article: 'contrat, art. 12', hours: 24 }],
} as const
