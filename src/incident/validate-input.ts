import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { findNationalId } from './guard-national-id.ts'
import { CONFIDENCES, SOURCE_KINDS } from './model.ts'
import { incidentRefusals } from './refusals.ts'
import { texts } from './texts.ts'

/** An instant, or its ISO 8601 text. */
export const instant = z.union([z.string(), z.instanceof(Temporal.Instant)]).transform((value, context) => {
  if (typeof value !== 'string') return value
  try {
    return Temporal.Instant.from(value)
  } catch {
    context.addIssue({ code: 'custom', message: 'instant' })
    return z.NEVER
  }
})

/** Who says it and as of when; shared by facts and exposures. */
export const provenanceShape = {
  source: z.string().trim().min(1).max(300),
  sourceKind: z.enum(SOURCE_KINDS),
  asOf: instant,
}

export const factShape = {
  ...provenanceShape,
  confidence: z.enum(CONFIDENCES),
  owner: z.string().trim().min(1).max(120),
}

/**
 * Parses with zod and refuses with the first problem: where it is and what to do. Also refuses anything that looks like
 * a NIR, wherever it hides in the value.
 * @throws Refusal incident.invalid, incident.nationalId
 */
export function validate<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw incidentRefusals.invalid(firstProblem(parsed.error))
  const where = findNationalId(parsed.data)
  if (where !== undefined) throw incidentRefusals.nationalId({ where })
  return parsed.data
}

function firstProblem(error: z.ZodError): { where: string; problem: { fr: string; en: string } } {
  const issue = error.issues[0]
  const where = issue?.path.join('.') ?? ''
  const code = problemCode(issue)
  return { where, problem: { fr: texts.fr.problems[code], en: texts.en.problems[code] } }
}

export type ProblemCode = keyof (typeof texts)['fr']['problems']

/** A zod issue as one of the few problems that people are told about. */
export function problemCode(issue: z.core.$ZodIssue | undefined): ProblemCode {
  if (!issue) return 'invalid'
  if (issue.message in texts.fr.problems) return issue.message as ProblemCode
  if (issue.code === 'too_small') return 'missing'
  if (issue.code === 'too_big') return 'too_long'
  if (issue.code === 'invalid_value') return 'choice'
  if (issue.code === 'unrecognized_keys') return 'unknown_field'
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'missing' : 'invalid'
  if (issue.code === 'invalid_format') return issue.format === 'email' ? 'email' : 'invalid'
  return 'invalid'
}
