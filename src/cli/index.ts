import type { Composition } from '../lifecycle/index.ts'
import type { Command } from './command.ts'

export type { Command } from './command.ts'
export { connect } from './connect.ts'
export { runCommand } from './run-command.ts'

export interface CommandEntry {
  /** Words after `tocsin`. */
  readonly name: string
  /** It acts on the running desk: when none runs it is refused before anything is loaded. */
  readonly needsDesk?: boolean
  load(): Promise<Command>
}

const only = (name: string, load: () => Promise<{ command: Command }>): CommandEntry => ({
  name,
  load: async () => (await load()).command,
})

const onDesk = (name: string, load: () => Promise<{ command: Command }>): CommandEntry => ({
  ...only(name, load),
  needsDesk: true,
})

const among = (name: string, load: () => Promise<readonly Command[]>): CommandEntry => ({
  name,
  needsDesk: true,
  async load() {
    const command = (await load()).find((candidate) => candidate.name === name)
    if (!command) throw new Error(`no command ${name}`)
    return command
  },
})

const incident = async () => {
  const { openCommand, listCommand, closeCommand } = await import('./incident.ts')
  return [openCommand, listCommand, closeCommand]
}
const lists = async () => (await import('./lists.ts')).commands
const campaign = async () => (await import('./campaign.ts')).commands
const waves = async () => (await import('./waves.ts')).commands
const strategy = async () => (await import('./strategy.ts')).commands
const purge = async () => (await import('./purge.ts')).commands
const proofs = async () => (await import('./proof-person.ts')).commands
const letters = async () => (await import('./letters.ts')).commands
const letterReports = async () => (await import('./letter-reports.ts')).commands
const printHouse = async () => (await import('./print-house.ts')).commands

/** `start`, with the composition that only main.ts holds; both load when it is asked for. */
export function startEntry(loadComposition: () => Promise<Composition>): CommandEntry {
  return {
    name: 'start',
    async load() {
      const [{ startCommand }, composition] = await Promise.all([import('./start.ts'), loadComposition()])
      return startCommand(composition)
    },
  }
}

/** Every command but `start`. Each loads only what it needs: `proof` must answer at once when no desk runs. */
export const commands: readonly CommandEntry[] = [
  only('status', () => import('./status.ts')),
  only('stop', () => import('./stop.ts')),
  only('worker', () => import('./worker.ts')),
  only('doctor', () => import('./doctor.ts')),
  only('sample', () => import('./sample.ts')),
  only('match', () => import('./match.ts')),
  only('match explain', () => import('./match-explain.ts')),
  among('incident open', incident),
  among('incident list', incident),
  among('incident close', incident),
  ...['import', 'publish', 'diff', 'discard'].map((verb) => among(`lists ${verb}`, lists)),
  onDesk('lists companies', () => import('./companies.ts')),
  ...['decide', 'show'].map((verb) => among(`strategy ${verb}`, strategy)),
  ...['prepare', 'release', 'send', 'pause', 'resume', 'cancel', 'status'].map((verb) =>
    among(`campaign ${verb}`, campaign),
  ),
  ...['waves', 'delay-wave', 'hold-wave', 'let-wave-go', 'resume-domain', 'calls'].map((verb) =>
    among(`campaign ${verb}`, waves),
  ),
  onDesk('campaign correct', () => import('./campaign-correct.ts')),
  ...['build', 'post'].map((verb) => among(`letters ${verb}`, letters)),
  ...['feedback', 'return'].map((verb) => among(`letters ${verb}`, letterReports)),
  ...['profile', 'rebuild', 'withdraw'].map((verb) => among(`letters ${verb}`, printHouse)),
  onDesk('dossier', () => import('./dossier.ts')),
  onDesk('communications', () => import('./communications.ts')),
  onDesk('review', () => import('./review.ts')),
  onDesk('proof', () => import('./proof.ts')),
  ...['seal', 'person'].map((verb) => among(`proof ${verb}`, proofs)),
  only('proof verify', () => import('./proof-verify.ts')),
  onDesk('journal export', () => import('./journal-export.ts')),
  onDesk('journal verify', () => import('./journal.ts')),
  ...['purge', 'purge retention'].map((name) => among(name, purge)),
  onDesk('backup', () => import('./backup.ts')),
  only('restore', () => import('./restore.ts')),
  only('bounce classify', () => import('./bounce.ts')),
  only('notice check', () => import('./notice.ts')),
  only('law assess', () => import('./law-assess.ts')),
  only('law clock', () => import('./law-clock.ts')),
  only('law explain', () => import('./law-explain.ts')),
  only('law schema', () => import('./law-schema.ts')),
  onDesk('exercise code', () => import('./exercise.ts')),
]
