const fr = {
  title: 'Par société adhérente',
  link: 'Par société adhérente',
  lead: (n: number, companies: string, people: string) =>
    `${people} personnes, ${companies} ${n < 2 ? 'société adhérente' : 'sociétés adhérentes'}.`,
  note: (version: string) => `Comptées sur la ${version}. Chaque chiffre ouvre exactement ses lignes.`,
  unknown: 'Société non indiquée',
  columns: {
    company: 'Société',
    confirmed: 'Confirmées',
    presumed: 'Présumées',
    self: 'En personne',
    policyholder: 'Par l’assuré',
    legal_representative: 'Par un parent',
    guardian: 'Par le tuteur',
    untold: 'Impossibles',
    concerned: 'Concernées',
    cannot_be_excluded: 'Doute',
  },
  total: 'Toutes',
  right: 'Juste',
  wrong: 'Écart\u00a0: la somme n’est pas celle de la liste',
  csv: 'Télécharger en CSV',
  filter: (company: string) => `Société\u00a0: ${company}.`,
  noCompany: 'Société non indiquée.',
}

const en: typeof fr = {
  title: 'By member company',
  link: 'By member company',
  lead: (n, companies, people) =>
    `${people} people, ${companies} member ${n === 1 ? 'company' : 'companies'}.`,
  note: (version) => `Counted on ${version}. Each figure opens exactly its rows.`,
  unknown: 'Company not given',
  columns: {
    company: 'Company',
    confirmed: 'Confirmed',
    presumed: 'Presumed',
    self: 'In person',
    policyholder: 'By policyholder',
    legal_representative: 'By a parent',
    guardian: 'By guardian',
    untold: 'Not possible',
    concerned: 'Concerned',
    cannot_be_excluded: 'Doubt',
  },
  total: 'All',
  right: 'Right',
  wrong: 'Gap: the sum is not that of the list',
  csv: 'Download as CSV',
  filter: (company) => `Company: ${company}.`,
  noCompany: 'Company not given.',
}

export const companyTexts = { fr, en }
