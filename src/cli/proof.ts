import {
  type CohortAccount,
  proofHolds,
  prove,
  readReach,
  verifyLedger,
  verifySeals,
} from '../delivery/index.ts'
import { formatInteger, type Locale } from '../platform/i18n.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { defineCommand } from './command.ts'
import { ledgerWords, sealsWords } from './journal.ts'

/** Exits 1 when the sum does not hold, someone is lost or told twice, or the journal does not verify. */
export const command = defineCommand({
  name: 'proof',
  summary: {
    fr: 'Compte les personnes : informées, en cours, impossibles, perdues.',
    en: 'Counts people: told, in progress, who cannot be told, lost.',
  },
  options: {
    ...incidentOption,
    verify: {
      type: 'boolean',
      fr: 'relit aussi le registre des envois et chaque sceau',
      en: 'also reads the ledger of deliveries and every seal again',
    },
  },
  async run(call) {
    const { platform } = await call.platform()
    const { id } = await chosenIncident(platform.db, call, 'proof')
    const proof = { ...(await prove(platform.db, id)), reach: await readReach(platform.db, id) }
    const text = proofText(proof, call.locale)
    if (!call.flags.has('verify')) return { json: proof, text, exit: isSound(proof) ? 0 : 1 }
    const [ledger, seals] = [await verifyLedger(platform.db), await verifySeals(platform.db)]
    const sound = isSound(proof) && ledger.verified && seals.verified
    const lines = [text, ledgerWords(ledger, call.locale), sealsWords(seals, call.locale)]
    return { json: { ...proof, ledger, seals }, text: lines.join('\n'), exit: sound ? 0 : 1 }
  },
})

type Proof = Awaited<ReturnType<typeof prove>>

function isSound(proof: Proof): boolean {
  return (
    proofHolds(proof) &&
    [proof, ...Object.values(proof.cohorts)].every(({ lost }) => lost === 0) &&
    proof.told_twice === 0 &&
    proof.journal.verified
  )
}

/** The account in words; the exercise ends with it. */
export function proofText(proof: Proof, locale: Locale): string {
  const sound = isSound(proof)
  const n = (value: number) => formatInteger(value, locale)
  const untold = Object.values(proof.cannot_be_told).reduce((sum, persons) => sum + persons, 0)
  const told = proof.told.email + proof.told.letter
  const sum = `${n(proof.concerned)} = ${n(told)} + ${n(proof.in_progress)} + ${n(proof.unknown_held)} + ${n(untold)} + ${n(proof.lost)}`
  const fr = `Concernées ${n(proof.concerned)}\u00a0: informées ${n(told)} (e‑mail ${n(proof.told.email)}, lettre ${n(proof.told.letter)}), en cours ${n(proof.in_progress)} (sans message préparé ${n(proof.unplanned)}), retenues ${n(proof.unknown_held)}, impossibles ${n(untold)}, perdues ${n(proof.lost)}\u202f; informées deux fois ${n(proof.told_twice)}, corrections dues ${n(proof.corrections_due)}.\n${sum} ${sound ? '✓ Juste' : '✗ Écart'}`
  const en = `Concerned ${n(proof.concerned)}: told ${n(told)} (e-mail ${n(proof.told.email)}, letter ${n(proof.told.letter)}), in progress ${n(proof.in_progress)} (no message prepared ${n(proof.unplanned)}), held ${n(proof.unknown_held)}, cannot be told ${n(untold)}, lost ${n(proof.lost)}; told twice ${n(proof.told_twice)}, corrections due ${n(proof.corrections_due)}.\n${sum} ${sound ? '✓ Sound' : '✗ Does not hold'}`
  const others = Object.entries(proof.cohorts).filter(([, account]) => account.persons > 0)
  const lines = others.map(([cohort, account]) => cohortLine(cohort, account, locale))
  return [locale === 'fr' ? fr : en, ...lines].join('\n')
}

/** The account of people told in other words than the concerned, or who wait to be. */
function cohortLine(cohort: string, account: CohortAccount, locale: Locale): string {
  const n = (value: number) => formatInteger(value, locale)
  const told = account.told.email + account.told.letter
  const untold = Object.values(account.cannot_be_told).reduce((sum, persons) => sum + persons, 0)
  const { persons, waiting, in_progress, unknown_held, lost } = account
  return locale === 'fr'
    ? `${cohort === 'preventive' ? 'Sur aucune liste' : 'Que l’on ne peut pas écarter'} ${n(persons)}\u00a0: informées ${n(told)}, en attente ${n(waiting)}, en cours ${n(in_progress)}, retenues ${n(unknown_held)}, impossibles ${n(untold)}, perdues ${n(lost)}.`
    : `${cohort === 'preventive' ? 'On no list' : 'Cannot be excluded'} ${n(persons)}: told ${n(told)}, waiting ${n(waiting)}, in progress ${n(in_progress)}, held ${n(unknown_held)}, cannot be told ${n(untold)}, lost ${n(lost)}.`
}
