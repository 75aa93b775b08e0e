import { all } from '../conditions.ts'
import { type ContractClause, type Rule, type RuleClock, words } from '../model.ts'

/**
 * A clause of an agreement as a rule: who must tell whom, within the hours or the working days that it sets, from the fact that it
 * names (the awareness of whoever tells, unless it says otherwise). The law asks for no delay in figures here (GDPR art. 33(2)); agreements do,
 * in both directions of the chain.
 * @param direction `down`: a supplier tells its client; `up`: a client tells its supplier; `beside`: no link joins them
 */
export function contractRule(clause: ContractClause, direction: 'down' | 'up' | 'beside'): Rule {
  const isUp = direction === 'up'
  const article = clause.article === '' ? words('contrat', 'contract') : words(clause.article, clause.article)
  const title = isUp
    ? words('Avertir le délégant (contrat)', 'Tell the principal (contract)')
    : words('Avertir le client (contrat)', 'Tell the client (contract)')
  const delay = delayIn(clause)
  return {
    id: `contract_${clause.id}`,
    version: 1,
    title,
    article,
    reading: words(
      `Le contrat demande d’avertir l’autre partie dans ${delay.fr}.`,
      `The contract asks to tell the other party within ${delay.en}.`,
    ),
    status: 'contract',
    nature: 'duty',
    certainty: 'checked',
    review: 'to check',
    validFrom: null,
    validTo: null,
    per: isUp ? 'supplier' : 'client',
    owes: isUp ? words('le client', 'the client') : words('le prestataire', 'the supplier'),
    to: { code: isUp ? 'supplier' : 'client', words: words('l’autre partie au contrat', 'the other party') },
    channel: words('celui que le contrat fixe', 'the one that the contract sets'),
    contents: [],
    // The clause was entered for this incident: that it applies is not asked again.
    trigger: all(),
    exceptions: [],
    clock: clockOf(clause),
    ...(direction === 'down' ? { doneBy: 'clients_told_at' } : {}),
    source: 'agreement entered by the user',
  }
}

function delayIn({ hours, workingDays }: ContractClause) {
  return hours === undefined
    ? words(
        `${workingDays} ${workingDays === 1 ? 'jour ouvré' : 'jours ouvrés'}`,
        `${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`,
      )
    : words(`${hours} ${hours === 1 ? 'heure' : 'heures'}`, `${hours} ${hours === 1 ? 'hour' : 'hours'}`)
}

/** An agreement runs from what its party knows: told by its own supplier counts as knowing. */
function clockOf({ hours, workingDays, starts }: ContractClause): RuleClock {
  const started =
    starts === undefined
      ? ({ from: ['aware_at', 'told_by_supplier_at'], earliest: true } as const)
      : { from: [starts] }
  return hours === undefined
    ? {
        kind: 'computed',
        rule: 'contract_working_days',
        ...started,
        params: { region: 'holiday_region' },
        fixed: { working_days: workingDays ?? 1 },
      }
    : { kind: 'computed', rule: 'contract_hours', ...started, fixed: { hours } }
}
