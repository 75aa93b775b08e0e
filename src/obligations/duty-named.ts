import type { Conclusion } from '../law/index.ts'

/**
 * A duty in a journal entry: the line it is, and its rule, which the journal's page calls by its title. A clause of an agreement is
 * called by its article: no catalogue knows it.
 */
export function dutyNamed(conclusion: Pick<Conclusion, 'id' | 'snapshot'> | string): {
  readonly duty: string
  readonly rule: string
} {
  if (typeof conclusion === 'string')
    return { duty: conclusion, rule: conclusion.split('@')[0] ?? conclusion }
  const { rule } = conclusion.snapshot
  return { duty: conclusion.id, rule: rule.status === 'contract' ? rule.article.fr : rule.id }
}
