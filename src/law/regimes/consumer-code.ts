import { never } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { recipient, whenUseful, writeRule } from './write-rule.ts'

const NOBODY = words('personne', 'nobody')

/** What people look for in French consumer law, and that no text sets. */
export const consumerCodeRules: readonly Rule[] = [
  writeRule({
    id: 'consumer_notice',
    title: words('Avertir la DGCCRF ou les consommateurs', 'Tell the DGCCRF or consumers'),
    article: words('Code de la consommation', 'Consumer Code'),
    reading: words(
      'Le code de la consommation n’impose aucune notification de violation, ni à la DGCCRF ni aux consommateurs.',
      'The Consumer Code sets no breach notice, neither to the DGCCRF nor to consumers.',
    ),
    certainty: 'to_check',
    owes: NOBODY,
    to: recipient('dgccrf', 'DGCCRF, consommateurs', 'DGCCRF, consumers'),
    channel: words('sans objet', 'none'),
    trigger: never(
      words(
        'le code de la consommation n’impose aucune notification de violation : les personnes sont informées selon le RGPD',
        'the Consumer Code sets no breach notice: people are told under the GDPR',
      ),
    ),
    clock: whenUseful,
    source: 'no text was found that imposes one (to check)',
  }),
  writeRule({
    id: 'credit_monitoring',
    title: words('Offrir une surveillance du crédit', 'Offer credit monitoring'),
    article: words('Aucun texte français', 'No French text'),
    reading: words(
      'Geler ou surveiller le crédit n’existe pas en France : le FICP et le FCC recensent des incidents, et chacun peut les consulter à la Banque de France.',
      'Credit freezes and monitoring do not exist in France: FICP and FCC list incidents, and anyone may consult them at the Banque de France.',
    ),
    certainty: 'to_check',
    owes: NOBODY,
    to: recipient('persons', 'les personnes concernées', 'the people concerned'),
    channel: words('sans objet', 'none'),
    trigger: never(
      words(
        'aucun texte français n’impose d’offrir une surveillance du crédit, qui n’existe pas en France',
        'no French text requires an offer of credit monitoring, which does not exist in France',
      ),
    ),
    clock: whenUseful,
    source: 'no text was found that imposes one (to check)',
  }),
]
