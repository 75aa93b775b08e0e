import type { measuresFr } from './fr-measures.ts'
import { approved } from './item.ts'

const serves = 'measures' as const
const cnil = 'the CNIL, the French data protection authority'
const anssi = 'ANSSI, the French cybersecurity agency'

export const measuresEn: typeof measuresFr = {
  'measures.processor': approved('Measures taken by {processor}:'),
  'measures.controller': approved('Measures we took:'),
  'measure.processor.platform_disconnected': approved('{processor} took its platform offline{on}.', {
    serves,
  }),
  'measure.processor.accounts_closed': approved('{processor} closed the accounts that were used{on}.', {
    serves,
  }),
  'measure.processor.complaint_filed': approved('{processor} filed a criminal complaint{on}.', { serves }),
  'measure.processor.cnil_notified': approved(`{processor} reported this breach{on} to ${cnil}.`, { serves }),
  'measure.processor.anssi_told': approved(`{processor} reported the facts{on} to ${anssi}.`, { serves }),
  'measure.processor.investigation_started': approved('{processor} started a technical investigation{on}.', {
    serves,
  }),
  'measure.processor.access_reinforced': approved(
    '{processor} made the sign-in rules of its platform stricter{on}.',
    { serves },
  ),
  'measure.processor.identity_checks_reinforced': approved(
    '{processor} made its identity checks stricter{on}.',
    { serves },
  ),
  'measure.processor.call_centre_ready': approved('{processor} opened a telephone line for questions{on}.', {
    serves,
  }),
  'measure.processor.other': approved('{measure}', { serves }),
  'measure.controller.platform_disconnected': approved('We cut our exchanges with {processor}{on}.', {
    serves,
  }),
  'measure.controller.accounts_closed': approved('We closed the access that was exposed{on}.', { serves }),
  'measure.controller.complaint_filed': approved('We filed a criminal complaint{on}.', { serves }),
  'measure.controller.cnil_notified': approved(`We reported this breach{on} to ${cnil}.`, { serves }),
  'measure.controller.anssi_told': approved(`We reported the facts{on} to ${anssi}.`, { serves }),
  'measure.controller.investigation_started': approved('We started our own checks{on}.', { serves }),
  'measure.controller.access_reinforced': approved(
    'We made the sign-in rules of our services stricter{on}.',
    { serves },
  ),
  'measure.controller.identity_checks_reinforced': approved(
    'Our advisers check the identity of callers more strictly{on}.',
    {
      serves,
    },
  ),
  'measure.controller.call_centre_ready': approved('Our advisers are ready to answer your questions{on}.', {
    serves,
  }),
  'measure.controller.other': approved('{measure}', { serves }),
}
