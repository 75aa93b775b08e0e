import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import {
  type DossierLine,
  type MadeDossier,
  makeArchive,
  makeDossier,
  missingFields,
  readDossiers,
  renderJson,
  renderPdf,
} from '../dossiers/index.ts'
import type { Locale } from '../platform/i18n.ts'
import { ioRefusal } from '../platform/io-refusal.ts'
import type { Platform } from '../platform/platform.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { type Call, defineCommand, type Outcome } from './command.ts'
import { cliRefusals } from './run-command.ts'

export const command = defineCommand({
  name: 'dossier',
  summary: {
    fr: 'Écrit un document à remettre (CNIL, registre, conseil…), ou dit où en est chacun.',
    en: 'Writes a document to hand over (CNIL, register, board…), or says how each one stands.',
  },
  positionals: ['KIND'],
  options: {
    ...incidentOption,
    organisation: {
      type: 'string',
      value: 'KEY',
      fr: 'clé de l’organisme (le vôtre, par défaut)',
      en: 'key of the organisation (yours by default)',
    },
    out: {
      type: 'string',
      value: 'FILE',
      fr: 'fichier à écrire : .pdf, .json ou .zip (archive avec les empreintes)',
      en: 'file to write: .pdf, .json or .zip (archive with the hashes)',
    },
    lang: {
      type: 'string',
      value: 'fr|en',
      default: 'fr',
      fr: 'langue du document ; une archive en anglais contient les deux',
      en: 'language of the document; an archive in English holds both',
    },
  },
  async run(call) {
    const lang = call.values['lang']
    if (lang !== 'fr' && lang !== 'en')
      throw cliRefusals.usage({ command: 'dossier', problem: '--lang fr|en.' })
    const { platform } = await call.platform()
    const { reference } = await chosenIncident(platform.db, call, 'dossier')
    const asked = { reference, organisation: call.values['organisation'] }
    const [kind] = call.positionals
    if (kind === undefined) return list(platform, { ...asked, locale: call.locale })
    return one(platform, { ...asked, kind }, lang, call)
  },
})

async function list(
  platform: Platform,
  asked: { reference: string; organisation: string | undefined; locale: Locale },
): Promise<Outcome> {
  const { lines } = await readDossiers(platform, asked)
  return {
    json: lines.map(({ definition, missing, last, changes }) => ({
      kind: definition.kind,
      missing,
      changed: changes.length,
      handed_over: last ? { version: last.number, at: last.madeAt.toString(), sha256: last.sha256 } : null,
    })),
    text: lines.map((line) => lineText(line, asked.locale)).join('\n'),
  }
}

function lineText({ definition, missing, last, changes }: DossierLine, locale: Locale): string {
  const fr = locale === 'fr'
  const state =
    missing === 0 ? (fr ? 'prêt' : 'ready') : fr ? `champs manquants : ${missing}` : `missing: ${missing}`
  const handed = last ? `${fr ? 'remis, version' : 'handed over, version'} ${last.number}` : ''
  const stale =
    changes.length > 0 ? `${fr ? 'périmé, faits changés :' : 'stale, facts changed:'} ${changes.length}` : ''
  return [`${definition.kind.padEnd(22)} ${definition.title[locale]}`, state, handed, stale]
    .filter(Boolean)
    .join(' · ')
}

async function one(
  platform: Platform,
  asked: { reference: string; organisation: string | undefined; kind: string },
  lang: Locale,
  call: Call,
): Promise<Outcome> {
  const out = call.values['out']
  const made = await makeDossier(platform, asked, lang)
  if (out === undefined) return shown(made, call.locale)
  if (existsSync(out)) throw cliRefusals.fileExists({ path: out })
  const format = extname(out)
  if (!['.pdf', '.json', '.zip'].includes(format)) {
    const problem =
      call.locale === 'fr' ? '--out finit par .pdf, .json ou .zip.' : '--out ends with .pdf, .json or .zip.'
    throw cliRefusals.usage({ command: 'dossier', problem })
  }
  const archive = format === '.zip' ? (await makeArchive(platform, asked, lang === 'en')).archive : null
  const bytes =
    archive?.bytes ?? (format === '.pdf' ? renderPdf(made.tree) : Buffer.from(renderJson(made.tree)))
  try {
    await writeFile(out, bytes, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw ioRefusal(error, out)
  }
  const missing = missingFields(made.tree).map(({ id }) => id)
  return {
    json: { kind: asked.kind, file: out, bytes: bytes.length, sha256: archive?.sha256 ?? null, missing },
    text: `${out}\n${missingText(made, call.locale)}`,
  }
}

function shown(made: MadeDossier, locale: Locale): Outcome {
  return { json: JSON.parse(renderJson(made.tree)), text: missingText(made, locale) }
}

function missingText({ tree }: MadeDossier, locale: Locale): string {
  const missing = missingFields(tree)
  if (missing.length === 0) return locale === 'fr' ? 'Aucun champ ne manque.' : 'No field is missing.'
  const head =
    locale === 'fr' ? `À compléter (${missing.length})\u00a0:` : `To be completed (${missing.length}):`
  return [
    head,
    ...missing.map(({ label, note }) => `  ${label[locale]}${note ? ` (${note[locale]})` : ''}`),
  ].join('\n')
}
