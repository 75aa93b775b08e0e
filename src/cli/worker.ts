import { joinAsWorker } from '../lifecycle/index.ts'
import { defineCommand, type Outcome } from './command.ts'

const texts = {
  fr: {
    joined: 'Un processus de travail de plus. Ctrl-C l’arrête ; le reste continue.',
    stopped: 'Arrêté : ce qu’il faisait est repris par les autres.',
    deskEnded: 'Tocsin s’est arrêté : ce processus s’arrête avec lui.',
  },
  en: {
    joined: 'One more worker process. Ctrl-C stops it; the rest goes on.',
    stopped: 'Stopped: the others take up what it was doing.',
    deskEnded: 'Tocsin has stopped: this process stops with it.',
  },
}

export const command = defineCommand({
  name: 'worker',
  summary: {
    fr: 'Ajoute un processus de travail à Tocsin qui tourne.',
    en: 'Adds a worker process to the running Tocsin.',
  },
  options: {
    sending: {
      type: 'boolean',
      fr: 'n’envoie que des e-mails : pour une autre machine, avec DATABASE_URL',
      en: 'sends e-mails only: for another machine, with DATABASE_URL',
    },
  },
  async run({ config, flags, json, locale, say }): Promise<Outcome> {
    const asked = new Promise<'asked'>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.on(signal, () => resolve('asked'))
    })
    const worker = await joinAsWorker(config, flags.has('sending'))
    if (json) process.stdout.write(`${JSON.stringify({ joined: true, pid: process.pid })}\n`)
    else say(texts[locale].joined)
    const end = await Promise.race([asked, worker.deskEnded.then(() => 'deskEnded' as const)])
    await worker.stop()
    say(end === 'asked' ? texts[locale].stopped : texts[locale].deskEnded)
    process.exit(end === 'asked' ? 0 : 69)
  },
})
