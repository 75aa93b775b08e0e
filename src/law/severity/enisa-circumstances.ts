import { words } from '../model.ts'
import type { Factor } from './enisa-severity.ts'
import type { FactorName } from './enisa-tables.ts'
import type { RiskFacts } from './risk-facts.ts'

type Read = Omit<Factor, 'overridden'>

const factor = (name: FactorName, facts: readonly string[], value: number, fr: string, en: string): Read => ({
  name,
  value,
  reason: words(fr, en),
  facts,
})

/** CB, confidentiality: nobody known to have read, known recipients, or an unknown number. */
export function confidentialityLost({
  breach,
  exfiltrated,
  malicious,
  recipientsKnown,
  trusted,
}: RiskFacts): Read {
  const from = ['breach_type', 'exfiltrated', 'recipients_known']
  const is = (value: number, fr: string, en: string) => factor('confidentiality', from, value, fr, en)
  const concerned = exfiltrated === true || breach?.includes('C') === true
  if (!concerned) return is(0, 'aucun accès constaté', 'no evidence of access')
  if (exfiltrated !== true && malicious !== false && recipientsKnown !== true && exfiltrated === false)
    return is(0, 'exposées, sans trace d’accès', 'exposed, without evidence of access')
  if ((recipientsKnown === true || trusted === true) && malicious !== true)
    return is(0.25, 'destinataires connus', 'known recipients')
  return is(0.5, 'nombre inconnu de destinataires', 'unknown number of recipients')
}

/** CB, integrity: recovered before use, recoverable, or not. */
export function integrityLost({ breach, backup, restored }: RiskFacts): Read {
  const from = ['breach_type', 'backup_available', 'restored_within_hours']
  const is = (value: number, fr: string, en: string) => factor('integrity', from, value, fr, en)
  if (!breach?.includes('I')) return is(0, 'aucune modification connue', 'no known alteration')
  if (backup === true || restored.range !== null)
    return is(0, 'modifiées, retrouvées avant usage', 'altered, recovered before use')
  return backup === false
    ? is(0.5, 'modifiées, irrécupérables', 'altered, not recoverable')
    : is(0.25, 'modifiées, peut-être utilisées', 'altered, possibly misused')
}

/** CB, availability: easily recovered, with work or time, or fully lost. */
export function availabilityLost({ breach, backup, restored }: RiskFacts): Read {
  const from = ['breach_type', 'backup_available', 'restored_within_hours']
  const is = (value: number, fr: string, en: string) => factor('availability', from, value, fr, en)
  if (!breach?.includes('A')) return is(0, 'aucune perte connue', 'no known loss')
  const hours = restored.range?.max ?? null
  if (hours === Number.POSITIVE_INFINITY) return is(0.5, 'perdues', 'lost')
  if (hours !== null && hours <= 24) return is(0, 'rétablies sans peine', 'recovered easily')
  if (hours !== null) return is(0.25, 'rétablies avec du travail et du temps', 'recovered with work and time')
  if (backup === true) return is(0, 'une sauvegarde existe', 'a backup is there')
  return backup === false
    ? is(0.5, 'aucune sauvegarde', 'no backup')
    : is(0.25, 'indisponibles pour un temps', 'unavailable for a time')
}

export function maliciousIntent({ malicious }: RiskFacts): Read {
  const is = (value: number, fr: string, en: string) => factor('malicious', ['malicious'], value, fr, en)
  if (malicious === true) return is(0.5, 'acte malveillant', 'malicious act')
  return malicious === false
    ? is(0, 'acte sans malveillance', 'no malice')
    : is(0, 'intention inconnue : non comptée', 'intent unknown: not counted')
}
