/** A duty in a journal entry: the line it is, and its rule, which the journal's page calls by its title. */
export function dutyNamed(conclusion: string): { readonly duty: string; readonly rule: string } {
  return { duty: conclusion, rule: conclusion.split('@')[0] ?? conclusion }
}
