import { lawFact } from '../facts/fact-catalogue.ts'
import type { ContractClause } from '../model.ts'
import { knownOrganisation } from './check-links.ts'
import { shown } from './check-value.ts'
import { nearest } from './nearest.ts'
import { caseRefusals } from './refusals.ts'

const KEYS = ['id', 'from', 'to', 'article', 'hours', 'workingDays', 'working_days', 'starts', 'note']
const MOST_HOURS = 24 * 365
const MOST_DAYS = 250

/**
 * A clause of an agreement: who tells whom, within hours or within working days, from which fact.
 * @throws law.unknownKey, unknownOrganisation, unknownFact, absurdClause
 */
export function checkClause(
  given: Readonly<Record<string, unknown>>,
  where: string,
  keys: ReadonlySet<string>,
): ContractClause {
  const stray = Object.keys(given).find((key) => !KEYS.includes(key))
  if (stray !== undefined) throw caseRefusals.unknownKey({ where, key: stray, nearest: nearest(stray, KEYS) })
  const from = knownOrganisation(given['from'], `${where}/from`, keys)
  const to = knownOrganisation(given['to'], `${where}/to`, keys)
  const id = given['id'] ?? `${from}-${to}`
  const article = given['article'] ?? ''
  const absurd = (fr: string, en: string) => caseRefusals.absurdClause({ where, id: shown(id), fr, en })
  if (typeof id !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(id)) {
    throw absurd('son « id » est un mot court, sans espace', 'its “id” is a short word, without spaces')
  }
  if (typeof article !== 'string' || article.length > 200) {
    throw absurd('« article » est un texte court', '“article” is a short text')
  }
  if (from === to) throw absurd('nul ne s’avertit soi-même', 'nobody tells themselves')
  return {
    id,
    from,
    to,
    article,
    ...delay(given['hours'], given['workingDays'] ?? given['working_days'], absurd),
    ...starts(given['starts'], where),
  }
}

function delay(
  hours: unknown,
  days: unknown,
  absurd: (fr: string, en: string) => Error,
): Pick<ContractClause, 'hours' | 'workingDays'> {
  const given = [hours, days].filter((one) => one !== undefined && one !== null)
  if (given.length !== 1) {
    throw absurd(
      'donnez « hours » ou « workingDays », un seul des deux',
      'give “hours” or “workingDays”, one of them',
    )
  }
  const [value] = given
  const most = value === hours ? MOST_HOURS : MOST_DAYS
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > most) {
    throw absurd(`le délai est un nombre entier, de 1 à ${most}`, `the delay is a whole number, 1 to ${most}`)
  }
  return value === hours ? { hours: value as number } : { workingDays: value as number }
}

function starts(given: unknown, where: string): Pick<ContractClause, 'starts'> {
  if (given === undefined || given === null) return {}
  const kind = typeof given === 'string' ? lawFact(given)?.kind : undefined
  if (kind === 'instant') return { starts: given as string }
  throw caseRefusals.unknownFact({
    where: `${where}/starts`,
    key: shown(given),
    nearest: nearest(shown(given), ['aware_at', 'attack_known_at', 'detected_at', 'told_by_supplier_at']),
  })
}
