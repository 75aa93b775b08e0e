import {
  DAMAGE_NAMES,
  DAMAGES,
  ENCODINGS,
  type Encoding,
  generateSample,
  type Rates,
  rateOption,
  readNumber,
  type SampleOptions,
  type SampleProgress,
  type SampleSummary,
} from '../exercise/generate/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { type Call, type CommandOption, defineCommand } from './command.ts'
import { sampleTexts } from './sample-texts.ts'

/** `--rate-no-nir 0.02` …: one option for each damage of the catalogue. */
const rateOptions: Record<string, CommandOption> = Object.fromEntries(
  DAMAGE_NAMES.map((name) => {
    const { rate, fr, en } = DAMAGES[name]
    return [rateOption(name), { type: 'string', value: 'SHARE', default: String(rate), fr, en }]
  }),
)

const separators = { fr: 'séparateur\u00a0: ; , | ou tab', en: 'separator: ; , | or tab' }
const encodings = { fr: `encodage\u00a0: ${ENCODINGS.join(', ')}`, en: `encoding: ${ENCODINGS.join(', ')}` }

export const command = defineCommand({
  name: 'sample',
  summary: { fr: sampleTexts.fr.summary, en: sampleTexts.en.summary },
  options: {
    members: {
      type: 'string',
      value: 'N',
      default: '240000',
      fr: 'personnes du fichier des adhérents',
      en: 'people of the register',
    },
    exposed: {
      type: 'string',
      value: 'N',
      default: '1000000',
      fr: 'lignes de la liste exposée',
      en: 'rows of the exposed list',
    },
    affected: {
      type: 'string',
      value: 'N',
      default: '18000',
      fr: 'adhérents distincts présents sur la liste exposée',
      en: 'distinct own people on the exposed list',
    },
    seed: {
      type: 'string',
      value: 'N',
      default: '7',
      fr: 'même graine, mêmes octets',
      en: 'same seed, same bytes',
    },
    out: {
      type: 'string',
      value: 'DIR',
      required: true,
      fr: 'dossier des trois fichiers',
      en: 'folder of the three files',
    },
    force: { type: 'boolean', fr: 'remplacer les fichiers déjà là', en: 'replace files already there' },
    'register-encoding': { type: 'string', value: 'NAME', default: 'utf-8', ...encodings },
    'exposed-encoding': {
      type: 'string',
      value: 'NAME',
      default: 'windows-1252',
      ...encodings,
    },
    'register-separator': {
      type: 'string',
      value: 'CHAR',
      default: ';',
      ...separators,
    },
    'exposed-separator': {
      type: 'string',
      value: 'CHAR',
      default: ',',
      ...separators,
    },
    ...rateOptions,
  },
  async run(call) {
    const summary = await interruptible((signal) => generateSample(optionsOf(call, signal), teller(call)))
    return { json: summary, text: tell(summary, call.locale) }
  },
})

function optionsOf(call: Call, signal: AbortSignal): SampleOptions {
  const { values } = call
  return {
    members: readNumber('members', values['members']),
    exposed: readNumber('exposed', values['exposed']),
    affected: readNumber('affected', values['affected']),
    seed: readNumber('seed', values['seed']),
    out: values['out'] ?? '',
    force: call.flags.has('force'),
    rates: ratesOf(values),
    registerEncoding: values['register-encoding'] as Encoding,
    exposedEncoding: values['exposed-encoding'] as Encoding,
    registerSeparator: values['register-separator'] ?? ';',
    exposedSeparator: values['exposed-separator'] ?? ',',
    signal,
  }
}

function ratesOf(values: Call['values']): Partial<Rates> {
  const given = DAMAGE_NAMES.filter((name) => values[rateOption(name)] !== undefined)
  return Object.fromEntries(
    given.map((name) => [name, readNumber(rateOption(name), values[rateOption(name)])]),
  )
}

/** Ctrl-C stops the work and removes the unfinished files instead of leaving them. */
async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    return await work(controller.signal)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

/** A line for every tenth of a file. */
function teller(call: Call): (progress: SampleProgress) => void {
  let told = ''
  return ({ file, done, total }) => {
    const tenth = `${file} ${Math.floor((done * 10) / total)}`
    if (tenth === told) return
    told = tenth
    call.say(
      sampleTexts[call.locale].progress(
        file,
        formatInteger(done, call.locale),
        formatInteger(total, call.locale),
      ),
    )
  }
}

function tell(summary: SampleSummary, locale: Locale): string {
  const texts = sampleTexts[locale]
  const number = (value: number) => formatInteger(value, locale)
  const files = [summary.register, summary.exposed, summary.truth].map(
    ({ path, rows, sha256 }) => `${path}  ${texts.rows(number(rows))}  sha256 ${sha256}`,
  )
  const damages = DAMAGE_NAMES.map(
    (name) => `  ${name.padEnd(20)} ${number(summary.damages[name]).padStart(12)}  ${DAMAGES[name][locale]}`,
  )
  const people = texts.people(
    number(summary.affected),
    number(summary.ownRows),
    number(summary.undamagedRows),
  )
  return [...files, '', people, ...damages, '', texts.cpu(summary.cpuSeconds.toFixed(1))].join('\n')
}
