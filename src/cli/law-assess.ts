import { assess, type CaseFile, caseRefusals, nearest, validateCase } from '../law/index.ts'
import { systemClock, Temporal } from '../platform/clock.ts'
import { assessmentJson } from './assessment-json.ts'
import { type Call, defineCommand, type Outcome } from './command.ts'
import { lawAssessTexts } from './law-assess-texts.ts'
import { checkCases, tellCases } from './law-cases.ts'
import { readCaseFile } from './read-case-file.ts'
import { cliRefusals } from './run-command.ts'
import { tellAssessment } from './tell-assessment.ts'

/** `law assess`: which duty, to whom, by when and why. Needs neither a data folder nor a desk. */
export const command = defineCommand({
  name: 'law assess',
  summary: {
    fr: 'Dit ce qui est dû, à qui, pour quand et pourquoi, ce qui ne l’est pas, et ce qu’il reste à demander.',
    en: 'Says what is due, to whom, by when and why, what is not, and what is still to be asked.',
  },
  options: {
    organisation: {
      type: 'string',
      value: 'KEY',
      fr: 'cet organisme de la chaîne seulement',
      en: 'this organisation of the chain only',
    },
    now: {
      type: 'string',
      value: 'ISO',
      fr: 'instant présent, au lieu de l’horloge de la machine',
      en: 'present instant, instead of the clock of the machine',
    },
    cases: {
      type: 'string',
      value: 'FILE',
      fr: 'cas résolus à recalculer, {cases: [{id, facts, outcome}]}',
      en: 'worked cases to compute again, {cases: [{id, facts, outcome}]}',
    },
  },
  positionals: ['FACTS.json'],
  async run(call) {
    const [file] = call.positionals
    const { cases } = call.values
    if ((file === undefined) === (cases === undefined)) throw usage(call, 'fileOrCases')
    const now = presentInstant(call)
    if (cases !== undefined) {
      const checked = checkCases(await readCaseFile(cases), now)
      return { json: checked, text: tellCases(checked, call.locale) }
    }
    return assessFile(file!, now, call)
  },
})

async function assessFile(file: string, now: string, call: Call): Promise<Outcome> {
  const caseFile = validateCase(await readCaseFile(file))
  const key = call.values['organisation']
  if (key !== undefined) requireOrganisation(caseFile, key)
  const assessment = assess(caseFile, { now, ...(key === undefined ? {} : { questionsFor: [key] }) })
  const kept = key === undefined ? assessment : onlyOf(assessment, key)
  if (call.json) return { json: assessmentJson(caseFile, kept, now) }
  return {
    text: tellAssessment(caseFile, kept, call.locale, Temporal.Instant.from(now)),
  }
}

function onlyOf({ conclusions, questions, risks }: ReturnType<typeof assess>, wanted: string) {
  return {
    conclusions: conclusions.filter(({ organisation }) => organisation === wanted),
    questions,
    risks: risks.filter(({ organisation }) => organisation === wanted),
  }
}

function requireOrganisation({ organisations }: CaseFile, key: string): void {
  if (organisations.some((one) => one.key === key)) return
  const known = organisations.map((one) => one.key)
  throw caseRefusals.unknownOrganisation({ where: '--organisation', key, nearest: nearest(key, known) })
}

function presentInstant(call: Call): string {
  const given = call.values['now']
  if (given === undefined) return systemClock.now().toString()
  try {
    return Temporal.Instant.from(given).toString()
  } catch {
    throw usage(call, 'badNow')
  }
}

const usage = ({ locale }: Call, text: 'fileOrCases' | 'badNow') =>
  cliRefusals.usage({ command: 'law assess', problem: lawAssessTexts[locale][text] })
