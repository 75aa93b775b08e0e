import { incidentByReference, listIncidents } from '../incident/index.ts'
import type { Tx } from '../platform/database.ts'
import { refuseAfterPurge } from '../purge/index.ts'
import type { Call } from './command.ts'
import { cliRefusals } from './run-command.ts'

/** `--incident REF`, on every command that acts on one incident. */
export const incidentOption = {
  incident: {
    type: 'string',
    value: 'REF',
    fr: 'référence de l’incident (le seul ouvert, par défaut)',
    en: 'reference of the incident (the only open one by default)',
  },
} as const

/**
 * The incident asked for, or the only one open.
 * @throws command.usage, with the references to choose from, when there are none or several; purge.purged for what needs people's data
 */
export async function chosenIncident(
  tx: Tx,
  call: Call,
  command: string,
): Promise<{ id: string; reference: string }> {
  const chosen = await named(tx, call, command)
  if (!AFTER_PURGE.test(command)) await refuseAfterPurge(tx, chosen.id)
  return chosen
}

/** What still answers when people's data are gone: it reads counts, texts and seals, or says itself what is no longer possible. */
const AFTER_PURGE =
  /^(proof|purge|dossier|communications|campaign status|strategy show|lists (companies|diff)|review|incident)/

async function named(tx: Tx, call: Call, command: string): Promise<{ id: string; reference: string }> {
  const asked = call.values['incident']
  if (asked) return incidentByReference(tx, asked)
  const open = await listIncidents(tx)
  if (open.length === 1 && open[0]) return open[0]
  const names = open.map(({ reference }) => reference).join(', ')
  throw cliRefusals.usage({ command, problem: whichOne(names, call.locale) })
}

function whichOne(names: string, locale: Call['locale']): string {
  if (names === '') {
    return locale === 'fr'
      ? 'Aucun incident n’est ouvert\u00a0: ouvrez-en un avec « tocsin incident open ».'
      : 'No incident is open: open one with “tocsin incident open”.'
  }
  return locale === 'fr'
    ? `Nommez l’incident avec --incident\u00a0: ${names}.`
    : `Name the incident with --incident: ${names}.`
}
