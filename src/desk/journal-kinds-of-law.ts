/** What entries say of what the outage blocks and costs. */
export const lawKinds: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  'disruption.contract_recorded': {
    fr: 'Carte d’assureur inscrite, n° {number}\u00a0: {insurer}',
    en: 'Insurer card recorded, no. {number}: {insurer}',
  },
  'disruption.contract_withdrawn': {
    fr: 'Carte d’assureur retirée, n° {number}',
    en: 'Insurer card withdrawn, no. {number}',
  },
  'disruption.cover_recorded': {
    fr: 'Garantie inscrite sur la carte n° {number}',
    en: 'Cover recorded on card no. {number}',
  },
  'disruption.filing_entered': {
    fr: 'Déclaration bloquée inscrite\u00a0: {filing}, échéance {due}',
    en: 'Blocked filing entered: {filing}, due {due}',
  },
  'disruption.filings_imported': {
    fr: 'Déclarations bloquées inscrites d’un tableau\u00a0: {entered}, déjà là {already}',
    en: 'Blocked filings entered from a table: {entered}, already there {already}',
  },
  'disruption.filing_followed': {
    fr: 'Déclaration suivie, n° {number}\u00a0: {filing}, échéance {due}',
    en: 'Filing followed, no. {number}: {filing}, due {due}',
  },
  'disruption.tolerance_recorded': {
    fr: 'Tolérance inscrite, n° {number}\u00a0: {grantor}',
    en: 'Tolerance recorded, no. {number}: {grantor}',
  },
  'disruption.tolerance_attached': {
    fr: 'Tolérance n° {number} rattachée ou détachée\u00a0: {filings} déclarations',
    en: 'Tolerance no. {number} attached or taken off: {filings} filings',
  },
  'disruption.cost_recorded': { fr: 'Surcoût inscrit, n° {number}', en: 'Extra cost recorded, no. {number}' },
  'disruption.cost_struck': { fr: 'Surcoût rayé, n° {number}', en: 'Extra cost struck out, no. {number}' },
  'dossier.handed_over': {
    fr: 'Dossier remis\u00a0: {document}, version {number}, empreinte {sha256}',
    en: 'Dossier handed over: {document}, version {number}, hash {sha256}',
  },
  'dossier.person_made': {
    fr: 'Document {document} établi pour la personne n° {personId}',
    en: 'Document {document} made for person no. {personId}',
  },
}
