import { approved } from './item.ts'

const serves = 'measures' as const

/** What the processor did and what we did, kept apart: `{on}` is " le 2 février 2026", or nothing. */
export const measuresFr = {
  'measures.processor': approved('Mesures prises par {processor} :'),
  'measures.controller': approved('Mesures que nous avons prises :'),
  'measure.processor.platform_disconnected': approved('{processor} a coupé sa plateforme{on}.', { serves }),
  'measure.processor.accounts_closed': approved('{processor} a fermé les comptes utilisés{on}.', { serves }),
  'measure.processor.complaint_filed': approved('{processor} a porté plainte{on}.', { serves }),
  'measure.processor.cnil_notified': approved(
    "{processor} a déclaré cette violation{on} à la CNIL, l'autorité de protection des données.",
    { serves },
  ),
  'measure.processor.anssi_told': approved(
    "{processor} a signalé les faits{on} à l'ANSSI, l'agence de l'État pour la sécurité informatique.",
    {
      serves,
    },
  ),
  'measure.processor.investigation_started': approved('{processor} a lancé une enquête technique{on}.', {
    serves,
  }),
  'measure.processor.access_reinforced': approved(
    '{processor} a renforcé les règles de connexion à sa plateforme{on}.',
    { serves },
  ),
  'measure.processor.identity_checks_reinforced': approved(
    "{processor} a renforcé ses contrôles d'identité{on}.",
    { serves },
  ),
  'measure.processor.call_centre_ready': approved(
    "{processor} a ouvert une ligne d'appel pour vos questions{on}.",
    {
      serves,
    },
  ),
  'measure.processor.other': approved('{measure}', { serves }),
  'measure.controller.platform_disconnected': approved(
    'Nous avons coupé nos échanges avec {processor}{on}.',
    { serves },
  ),
  'measure.controller.accounts_closed': approved('Nous avons fermé les accès exposés{on}.', { serves }),
  'measure.controller.complaint_filed': approved('Nous avons porté plainte{on}.', { serves }),
  'measure.controller.cnil_notified': approved(
    "Nous avons notifié cette violation{on} à la CNIL, l'autorité de protection des données.",
    {
      serves,
    },
  ),
  'measure.controller.anssi_told': approved(
    "Nous avons signalé les faits{on} à l'ANSSI, l'agence de l'État pour la sécurité informatique.",
    {
      serves,
    },
  ),
  'measure.controller.investigation_started': approved('Nous avons lancé nos propres vérifications{on}.', {
    serves,
  }),
  'measure.controller.access_reinforced': approved(
    'Nous avons renforcé les règles de connexion à nos services{on}.',
    { serves },
  ),
  'measure.controller.identity_checks_reinforced': approved(
    "Nos conseillers vérifient mieux l'identité de qui nous appelle{on}.",
    { serves },
  ),
  'measure.controller.call_centre_ready': approved(
    'Nos conseillers sont prêts à répondre à vos questions{on}.',
    { serves },
  ),
  'measure.controller.other': approved('{measure}', { serves }),
}
