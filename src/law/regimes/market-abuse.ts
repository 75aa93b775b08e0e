import { all, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { inWords, recipient, writeRule } from './write-rule.ts'

/** Règlement (UE) 596/2014 (abus de marché), art. 17. */
export const marketAbuseRules: readonly Rule[] = [
  writeRule({
    id: 'mar_17',
    title: words('Information privilégiée', 'Inside information'),
    article: words('Règlement 596/2014, art. 17', 'Regulation 596/2014, art. 17'),
    reading: words(
      'L’émetteur coté rend publique dès que possible l’information privilégiée qui le concerne.',
      'The listed issuer makes inside information that concerns it public as soon as possible.',
    ),
    certainty: 'to_check',
    owes: words('l’émetteur coté', 'the listed issuer'),
    to: recipient('market', 'le marché, sous le contrôle de l’AMF', 'the market, supervised by the AMF'),
    channel: words(
      'communiqué diffusé de façon effective et intégrale',
      'release circulated effectively and in full',
    ),
    trigger: all(
      yes(
        'listed_issuer',
        words('l’organisme n’est pas un émetteur coté', 'the organisation is not a listed issuer'),
      ),
      yes(
        'inside_information',
        words('l’incident n’est pas une information privilégiée', 'the incident is not inside information'),
      ),
    ),
    clock: inWords('dès que possible', 'as soon as possible'),
    doneBy: 'market_told_at',
    source: 'MAR art. 17 (to check)',
  }),
]
