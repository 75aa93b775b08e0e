import { join } from 'node:path'
import type { Composition, Desk } from '../lifecycle/index.ts'
import { startDesk } from '../lifecycle/index.ts'
import type { Locale } from '../platform/refusal.ts'
import type { Command, Outcome } from './command.ts'
import { watchProgress } from './watch-progress.ts'

const texts = {
  fr: {
    starting: 'Démarrage…',
    address: (url: string) => `Adresse : ${url}`,
    link: (url: string) => `Entrer (une seule fois, 30 min) : ${url}`,
    exercise: 'Exercice : organisations et personnes inventées, rien ne sort de cette machine.',
    stop: 'Ctrl-C arrête tout.',
    stopping: 'Arrêt…',
    stopped: 'Arrêté.',
    databaseLost: (log: string) =>
      `La base s’est arrêtée : disque plein, ou panne. Le détail est dans ${log}. Libérez de la place, puis relancez : rien de ce qui était enregistré n’est perdu.`,
    already: (url: string, pid: number) => `Tocsin tourne déjà : ${url} (processus ${pid}).`,
    elsewhere: (pid: number) =>
      `Une autre commande démarre déjà Tocsin dans ce dossier (processus ${pid}). Attendez son adresse.`,
  },
  en: {
    starting: 'Starting…',
    address: (url: string) => `Address: ${url}`,
    link: (url: string) => `Sign in (once, 30 min): ${url}`,
    exercise: 'Exercise: invented organisations and people, nothing leaves this machine.',
    stop: 'Ctrl-C stops everything.',
    stopping: 'Stopping…',
    stopped: 'Stopped.',
    databaseLost: (log: string) =>
      `The database stopped: the disk is full, or it failed. Details are in ${log}. Free some space and start again: nothing recorded is lost.`,
    already: (url: string, pid: number) => `Tocsin is already running: ${url} (process ${pid}).`,
    elsewhere: (pid: number) =>
      `Another command is already starting Tocsin in this folder (process ${pid}). Wait for its address.`,
  },
}

/** `start` needs the composition, which only main.ts holds. */
export function startCommand(composition: Composition): Command {
  return {
    name: 'start',
    summary: {
      fr: 'Démarre Tocsin. Un dossier neuf ouvre l’exercice.',
      en: 'Starts Tocsin. A new folder opens the exercise.',
    },
    options: {
      real: {
        type: 'boolean',
        fr: 'dossier neuf : pour un incident réel, sans exercice',
        en: 'new folder: for a real incident, no exercise',
      },
    },
    async run({ config, flags, json, locale, say }): Promise<Outcome> {
      const text = texts[locale]
      const signals = catchSignals(() => say(text.stopping))
      say(text.starting)
      const started = await startDesk(config, composition, flags.has('real') ? false : undefined)
      if ('alreadyRunning' in started) return alreadyRunning(started.alreadyRunning, locale)
      const { desk } = started
      present(desk, locale, json, say)
      const incident = await composition.watchedIncident(desk.platform)
      if (incident) void watchToTheProof(desk, incident, locale, say).catch(() => undefined)
      const end = await Promise.race([signals.stopped(desk), desk.databaseLost.then(() => 'lost' as const)])
      if (end === 'lost' && !signals.asked()) return databaseLost(desk, say, locale)
      await signals.stopped(desk)
      say(text.stopped)
      process.exit(0)
    },
  }
}

async function databaseLost(desk: Desk, say: (text: string) => void, locale: Locale): Promise<never> {
  say(texts[locale].databaseLost(join(desk.platform.home.logs, 'postgres.log')))
  await desk.stop()
  process.exit(69)
}

function alreadyRunning(holder: { pid: number; url?: string }, locale: Locale): Outcome {
  const { pid, url } = holder
  const text = url ? texts[locale].already(url, pid) : texts[locale].elsewhere(pid)
  return { json: { alreadyRunning: true, pid, url: url ?? null }, text }
}

/** The steps of the exercise as they go, then its account. */
async function watchToTheProof(
  { platform }: Desk,
  incident: string,
  locale: Locale,
  say: (text: string) => void,
): Promise<void> {
  await watchProgress(platform, incident, locale, say)
  const [{ prove }, { proofText }] = await Promise.all([import('../delivery/index.ts'), import('./proof.ts')])
  say(`\n${proofText(await prove(platform.db, incident), locale)}`)
}

function present(desk: Desk, locale: Locale, json: boolean, say: (text: string) => void): void {
  const text = texts[locale]
  const { exercise } = desk.platform.home
  if (json)
    process.stdout.write(
      `${JSON.stringify({ url: desk.url, signInUrl: desk.signInUrl, pid: process.pid, exercise })}\n`,
    )
  const lines = [
    '',
    text.address(desk.url),
    text.link(desk.signInUrl),
    ...(exercise ? [text.exercise] : []),
    text.stop,
    '',
  ]
  if (json) say(lines.join('\n'))
  else process.stdout.write(`${lines.join('\n')}\n`)
}

/**
 * Once or repeated, a signal stops everything in order. Before the desk is up it ends the process, and the database server
 * with it.
 */
function catchSignals(announce: () => void) {
  let stop = (): void => process.exit(130)
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!asked) announce()
      asked = true
      stop()
    })
  }
  return {
    asked: () => asked,
    /** Resolves once a signal came and the desk has stopped. */
    stopped: (desk: Desk) =>
      new Promise<void>((resolve) => {
        stop = () => void desk.stop().then(resolve, resolve)
        if (asked) stop()
      }),
  }
}
