import type { Locale } from '../platform/refusal.ts'

export const lawClockTexts: Readonly<Record<Locale, Record<string, string>>> = {
  fr: {
    due: 'Échéance que nous tenons :',
    soft: 'Objectif, et non délai légal :',
    none: 'ne joue pas',
    steps: 'Le calcul, pas à pas :',
    paris: 'Le même instant à Paris',
    disputed: 'Contesté :',
    ruleOrBatch: 'Donnez --rule et --from, ou --batch seul.',
    badParams: '--params n’est pas du JSON. Écrivez par exemple {"relief_eligible": true}.',
  },
  en: {
    due: 'Deadline we keep:',
    soft: 'A target, not a legal deadline:',
    none: 'does not apply',
    steps: 'The count, step by step:',
    paris: 'The same instant in Paris',
    disputed: 'Disputed:',
    ruleOrBatch: 'Give --rule and --from, or --batch alone.',
    badParams: '--params is not JSON. Write for instance {"relief_eligible": true}.',
  },
}
