/** What entries say of duties, of dossiers, and of what the outage blocks and costs. */
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
    fr: 'Dossier remis\u00a0: {document}, version {number}',
    en: 'Dossier handed over: {document}, version {number}',
  },
  'dossier.person_made': {
    fr: 'Document {document} établi pour la personne n° {personId}',
    en: 'Document {document} made for person no. {personId}',
  },
  'duty.concluded': {
    fr: 'Échéances jugées\u00a0: conclusions nouvelles {changed}, dues {required}, en attente d’une réponse {depends}',
    en: 'Duties concluded: new conclusions {changed}, due {required}, waiting for an answer {depends}',
  },
  'duty.rule_accepted': {
    fr: 'Règle nouvelle admise\u00a0: {rule}, version {version}',
    en: 'New rule accepted: {rule}, version {version}',
  },
  'duty.taken': { fr: 'Échéance prise par {holder}\u00a0: {rule}', en: 'Duty taken by {holder}: {rule}' },
  'duty.given': {
    fr: 'Échéance confiée à {holder}\u00a0: {rule}',
    en: 'Duty given to {holder}: {rule}',
  },
  'duty.let_go': { fr: 'Échéance laissée\u00a0: {rule}', en: 'Duty let go: {rule}' },
  'duty.awareness_recorded': {
    fr: 'Connaissance inscrite pour {organisation}\u00a0: {at}',
    en: 'Awareness recorded for {organisation}: {at}',
  },
  'duty.question_answered': { fr: 'Question répondue\u00a0: {fact}', en: 'Question answered: {fact}' },
  'duty.risk_decided': {
    fr: 'Risque décidé pour {organisation}\u00a0: {level}, Tocsin proposait {proposed}',
    en: 'Risk decided for {organisation}: {level}, Tocsin proposed {proposed}',
  },
  'duty.delay_explained': {
    fr: 'Motif de retard inscrit\u00a0: {rule}',
    en: 'Reason for delay recorded: {rule}',
  },
  'duty.filing_planned': {
    fr: 'Dépôt prévu\u00a0: {rule}, le {at}',
    en: 'Filing planned: {rule}, at {at}',
  },
  'duty.filed': {
    fr: 'Déposé\u00a0: {rule}, le {at}, récépissé {receipt}',
    en: 'Filed: {rule}, at {at}, receipt {receipt}',
  },
  'duty.filing_corrected': {
    fr: 'Dépôt n° {corrects} corrigé\u00a0: {rule}',
    en: 'Filing no. {corrects} corrected: {rule}',
  },
  'duty.filing_struck': {
    fr: 'Dépôt n° {filing} rayé\u00a0: {rule}',
    en: 'Filing no. {filing} struck: {rule}',
  },
  'duty.contract_added': {
    fr: 'Clause n° {clause} inscrite, de {from} à {to}',
    en: 'Clause no. {clause} entered, from {from} to {to}',
  },
  'duty.contract_ended': { fr: 'Fin de la clause n° {clause}', en: 'Clause no. {clause} ended' },
  'duty.investigation_opened': {
    fr: 'Enquête n° {investigation} inscrite',
    en: 'Investigation no. {investigation} entered',
  },
  'duty.investigation_followed': {
    fr: 'Enquête n° {investigation} suivie\u00a0: {state}',
    en: 'Investigation no. {investigation} followed: {state}',
  },
  'duty.reminded_hours_24': {
    fr: 'Rappel, moins de 24 heures\u00a0: {rule}, échéance {due}, tenue par {holder}',
    en: 'Reminder, less than 24 hours: {rule}, due {due}, held by {holder}',
  },
  'duty.reminded_hours_4': {
    fr: 'Rappel, moins de 4 heures\u00a0: {rule}, échéance {due}, tenue par {holder}',
    en: 'Reminder, less than 4 hours: {rule}, due {due}, held by {holder}',
  },
  'duty.reminded_hours_1': {
    fr: 'Rappel, moins d’une heure\u00a0: {rule}, échéance {due}, tenue par {holder}',
    en: 'Reminder, less than one hour: {rule}, due {due}, held by {holder}',
  },
  'duty.reminded_passed': {
    fr: 'Échéance dépassée\u00a0: {rule}, due {due}, tenue par {holder}',
    en: 'Duty overdue: {rule}, due {due}, held by {holder}',
  },
  'duty.reminded_repeated': {
    fr: 'Toujours en retard\u00a0: {rule}, due {due}, tenue par {holder}',
    en: 'Still overdue: {rule}, due {due}, held by {holder}',
  },
}
