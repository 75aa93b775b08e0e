import type { Rule } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { rows, type Tx } from '../../platform/database.ts'

/** What was concluded last for one line, and by which version of its rule. */
export interface KeptConclusion {
  readonly conclusion: string
  readonly organisation: string
  readonly ruleHash: string
  readonly version: number
  readonly result: 'required' | 'not_required' | 'depends'
  readonly dueAt: Temporal.Instant | null
  /** The fact that says it was done; null when none did. */
  readonly doneAt: string | null
  readonly keptAt: Temporal.Instant
}

/** One transaction reads one state: its sums and its lines must hold together while others write. */
export async function readOneState(tx: Tx): Promise<void> {
  await tx.query('set transaction isolation level repeatable read, read only')
}

const KEPT = `c.conclusion, c.organisation, c.rule_hash as "ruleHash", r.version, c.result, c.due_at as "dueAt", c.kept_at as "keptAt",
  c.because->>'done' as "doneAt"`

/** The latest of each line; of one organisation when its key is given. */
export async function latestConclusions(
  tx: Tx,
  incidentId: string,
  organisation?: string,
): Promise<KeptConclusion[]> {
  return rows<KeptConclusion>(
    tx,
    `select distinct on (c.conclusion) ${KEPT} from duty_conclusion c join law_rule r on r.hash = c.rule_hash
      where c.incident_id = $1 and ($2::text is null or c.organisation = $2) order by c.conclusion, c.id desc`,
    [incidentId, organisation ?? null],
  )
}

/** Every row kept of one line, newest first, with the rule as it stood. */
export async function conclusionHistory(
  tx: Tx,
  incidentId: string,
  conclusion: string,
): Promise<(KeptConclusion & { readonly rule: Rule; readonly because: unknown })[]> {
  return rows(
    tx,
    `select ${KEPT}, r.rule, c.because from duty_conclusion c join law_rule r on r.hash = c.rule_hash
      where c.incident_id = $1 and c.conclusion = $2 order by c.id desc`,
    [incidentId, conclusion],
  )
}

/** Keeps each rule once. Those kept before stay as they are. */
export async function insertRules(
  tx: Tx,
  kept: readonly { readonly hash: string; readonly rule: Rule }[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `insert into law_rule (hash, rule_id, version, rule, kept_at)
     select hash, rule->>'id', (rule->>'version')::int, rule, $2
       from jsonb_to_recordset($1::jsonb) as t(hash text, rule jsonb) on conflict (hash) do nothing`,
    [JSON.stringify(kept), at],
  )
}

export interface NewConclusion {
  readonly conclusion: string
  readonly organisation: string
  readonly ruleHash: string
  readonly result: string
  readonly dueAt: string | null
  readonly because: unknown
}

/** In one statement: a chain may have tens of thousands of lines. */
export async function insertConclusions(
  tx: Tx,
  incidentId: string,
  conclusions: readonly NewConclusion[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `insert into duty_conclusion (incident_id, conclusion, organisation, rule_hash, result, due_at, because, kept_at)
     select $1, conclusion, organisation, "ruleHash", result, "dueAt", because, $3
       from jsonb_to_recordset($2::jsonb)
         as t(conclusion text, organisation text, "ruleHash" text, result text, "dueAt" timestamptz, because jsonb)`,
    [incidentId, JSON.stringify(conclusions), at],
  )
}
