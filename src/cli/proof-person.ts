import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { requireFreshProof } from '../access/index.ts'
import { findPersonCalled, journalProof, personPaper, provePerson, sealOutcomes } from '../delivery/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { type Command, defineCommand } from './command.ts'
import { cliRefusals } from './run-command.ts'

const seal = defineCommand({
  name: 'proof seal',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Scelle l’issue de chaque personne dans la main courante.',
    en: 'Seals what became of each person in the journal.',
  },
  options: incidentOption,
  async run(call) {
    const { platform, actor } = await call.platform()
    const { id, reference } = await chosenIncident(platform.db, call, 'proof seal')
    const asked = { incident: { id, reference }, milestone: 'on_demand' } as const
    const { number, size, root, outcomes, journalSeq } = await sealOutcomes(platform, asked, actor)
    const n = (value: number) => formatInteger(value, call.locale)
    const fr = `Sceau n°\u00a0${n(number)}\u00a0: ${n(size)} issues, racine ${root}, main courante n°\u00a0${n(journalSeq)}.`
    const en = `Seal no.\u00a0${n(number)}: ${n(size)} outcomes, root ${root}, journal no.\u00a0${n(journalSeq)}.`
    return {
      json: { seal: number, size, root, outcomes, journal: journalSeq },
      text: call.locale === 'fr' ? fr : en,
    }
  },
})

const person = defineCommand({
  name: 'proof person',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Écrit la preuve d’une personne : un papier à remettre (PDF) et un fichier vérifiable (JSON).',
    en: 'Writes the proof of one person: a paper to hand over (PDF) and a verifiable file (JSON).',
  },
  positionals: ['ID'],
  options: {
    ...incidentOption,
    member: {
      type: 'boolean',
      fr: 'ID est un numéro d’adhérent, et rien d’autre',
      en: 'ID is a member number, and nothing else',
    },
    out: {
      type: 'string',
      value: 'DIR',
      default: '.',
      fr: 'dossier des deux fichiers',
      en: 'folder of the two files',
    },
    lang: {
      type: 'string',
      value: 'fr|en',
      default: 'fr',
      fr: 'langue du papier',
      en: 'language of the paper',
    },
  },
  async run(call) {
    const [word] = call.positionals
    const lang = call.values['lang']
    if (!word || (lang !== 'fr' && lang !== 'en')) {
      const problem = word ? '--lang fr|en.' : call.locale === 'fr' ? 'Il manque ID.' : 'ID is missing.'
      throw cliRefusals.usage({ command: 'proof person', problem })
    }
    const { platform, actor, provenAt } = await call.platform()
    requireFreshProof(provenAt, platform.clock.now())
    const { id, reference } = await chosenIncident(platform.db, call, 'proof person')
    const personId = await findPersonCalled(platform.db, id, word, call.flags.has('member'))
    const folder = call.values['out'] ?? '.'
    const [pdf, json] = ['pdf', 'json'].map((kind) => join(folder, `${reference}-p${personId}.${kind}`))
    const there = [pdf!, json!].find((path) => existsSync(path))
    if (there) throw cliRefusals.fileExists({ path: there })
    const asked = { incident: { id, reference }, personId }
    await journalProof(platform, asked, actor)
    const proof = await provePerson(platform, asked, actor)
    const paper = await personPaper(platform.db, id, proof, lang)
    await mkdir(folder, { recursive: true })
    await writeFile(json!, `${JSON.stringify(proof, null, 1)}\n`, { mode: 0o600, flag: 'wx' })
    await writeFile(pdf!, paper, { mode: 0o600, flag: 'wx' })
    const { size, root } = proof.inclusion
    const entry = proof.sealedBy.seq
    const fr = `${pdf}\n${json}\nScellée parmi ${formatInteger(size, 'fr')} issues, main courante n°\u00a0${formatInteger(entry, 'fr')}.`
    const en = `${pdf}\n${json}\nSealed among ${formatInteger(size, 'en')} outcomes, journal no.\u00a0${formatInteger(entry, 'en')}.`
    return {
      json: { person: personId, outcome: proof.outcome.outcome, pdf, json, size, root, journal: entry },
      text: call.locale === 'fr' ? fr : en,
    }
  },
})

export const commands: readonly Command[] = [seal, person]
