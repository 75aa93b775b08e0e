import {
  type Campaign,
  campaignOf,
  decideWaves,
  delayWave,
  endWords,
  holdWave,
  mostCalls,
  outlookOf,
  PACING_FIELDS,
  type PacingSettings,
  previewWaves,
  proposalOf,
  recordCalls,
  resumeDomain,
  settingsOf,
  type WavePlan,
  wavesTexts,
  whenWords,
  writeSettings,
} from '../delivery/index.ts'
import type { Actor } from '../journal/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { Platform } from '../platform/platform.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { type Call, type Command, defineCommand } from './command.ts'

const DRIVERS = ['lead', 'dpo', 'communication'] as const
const text = (value: string, fr: string, en: string) => ({ type: 'string', value, fr, en }) as const
const flag = (fr: string, en: string) => ({ type: 'boolean', fr, en }) as const

const settingOptions = {
  capacity: text(
    'N',
    'appels par heure que le centre peut prendre (0\u00a0: non comptés)',
    'calls an hour the centre can take (0: not counted)',
  ),
  'call-percent': text('P', 'personnes qui appellent, sur cent', 'people who call, out of a hundred'),
  'call-hours': text(
    'H',
    'heures d’ouverture pendant lesquelles elles appellent',
    'hours of opening over which they call',
  ),
  ceiling: text(
    'N',
    'e‑mails par heure au plus (0\u00a0: selon les appels)',
    'e-mails an hour at most (0: as calls allow)',
  ),
  'first-wave': text('N', 'messages de la première vague', 'messages of the first wave'),
  'look-minutes': text(
    'N',
    'pause après la première vague, en minutes',
    'pause after the first wave, in minutes',
  ),
  days: text('DAYS', 'mon-fri, mon-sat ou every-day', 'mon-fri, mon-sat or every-day'),
  hours: text(
    'HOURS',
    'heures du centre d’appels, Paris\u00a0: 09:00-12:30 13:30-18:00',
    'hours of the call centre, Paris: 09:00-12:30 13:30-18:00',
  ),
  holidays: text('WORD', 'jours fériés\u00a0: closed ou open', 'public holidays: closed or open'),
} as const

const waves = defineCommand({
  name: 'campaign waves',
  roles: [...DRIVERS],
  summary: {
    fr: 'Montre les vagues de la campagne, ou ce que donneraient d’autres réglages ; --confirm les décide.',
    en: 'Shows the waves of the campaign, or what other settings would give; --confirm decides them.',
  },
  options: {
    ...incidentOption,
    ...settingOptions,
    none: flag('sans vagues, à toute heure', 'without waves, at any hour'),
    confirm: flag('décider, au nom de la personne', 'decide, in the person’s name'),
  },
  async run(call) {
    const { platform, actor } = await call.platform()
    const campaign = await campaignInHand(platform, call, 'campaign waves')
    const given = givenSettings(call)
    if (call.flags.has('none')) {
      if (call.flags.has('confirm')) await decideWaves(platform, campaign.id, null, actor)
      return { json: { campaign: campaign.reference, waves: [] }, text: wavesTexts[call.locale].without }
    }
    const settings = settingsOf(await proposalOf(platform.db, campaign.id), given)
    if (call.flags.has('confirm')) await decideWaves(platform, campaign.id, settings, actor)
    const changing = Object.keys(given).length > 0 && !call.flags.has('confirm')
    const outlook = await outlookOf(platform.db, campaign, platform.clock.now())
    if (!changing && outlook.waves.length > 0) return shown(platform, campaign, call, settings)
    const plan = await previewWaves(platform.db, campaign.id, settings, platform.clock.now())
    return planned(platform, campaign, call, settings, plan)
  },
})

/** What the options say, by field; 0 for a limit means none. */
function givenSettings(call: Call): Partial<Record<(typeof PACING_FIELDS)[number], string>> {
  const found: Partial<Record<(typeof PACING_FIELDS)[number], string>> = {}
  for (const field of PACING_FIELDS) {
    const value = call.values[field.replace('_', '-')]
    const none = (field === 'capacity' || field === 'ceiling') && value === '0'
    if (value !== undefined) found[field] = none ? '' : value
  }
  return found
}

function planned(
  platform: Platform,
  campaign: Campaign,
  call: Call,
  settings: PacingSettings,
  plan: WavePlan | null,
) {
  const words = wavesTexts[call.locale]
  const now = platform.clock.now()
  const peak = mostCalls(plan?.calls ?? [])
  const lines = (plan?.waves ?? []).map(
    (wave) =>
      `${words.wave(wave.number)}${call.locale === 'fr' ? '\u00a0: ' : ': '}${formatInteger(wave.messages, call.locale)}, ${whenWords(wave.opensAt, now, call.locale)}`,
  )
  return {
    json: {
      campaign: campaign.reference,
      confirmed: call.flags.has('confirm'),
      settings: writeSettings(settings),
      per_hour: plan?.perHour ?? null,
      ends_at: plan?.endsAt.toString() ?? null,
      waves: (plan?.waves ?? []).map(({ number, messages, opensAt, endsAt }) => ({
        number,
        messages,
        opens_at: opensAt.toString(),
        ends_at: endsAt.toString(),
      })),
      calls: (plan?.calls ?? []).map(({ hour, calls }) => ({ hour: hour.toString(), calls: round(calls) })),
    },
    text: [
      ...(lines.length > 0 ? lines : [words.nothingToPlan]),
      ...(plan ? [words.planEnds(whenWords(plan.endsAt, now, call.locale))] : []),
      ...(peak ? [words.planPeak(Math.round(peak.calls), whenWords(peak.hour, now, call.locale))] : []),
    ].join('\n'),
  }
}

async function shown(platform: Platform, campaign: Campaign, call: Call, settings: PacingSettings) {
  const { locale } = call
  const words = wavesTexts[locale]
  const now = platform.clock.now()
  const outlook = await outlookOf(platform.db, campaign, now)
  const n = (value: number) => formatInteger(value, locale)
  const lines = outlook.waves.map(({ number, state, messages, left, from }) => {
    const sent = `${n(messages - left)}/${n(messages)}`
    return `${words.wave(number)}: ${words.states[state]}, ${sent}, ${whenWords(from, now, locale)}`
  })
  return {
    json: {
      campaign: campaign.reference,
      confirmed: true,
      settings: writeSettings(settings),
      per_hour: outlook.pacing?.bucket?.perHour ?? null,
      ends_at: outlook.endsAt?.toString() ?? null,
      waves: outlook.waves.map((wave) => ({
        number: wave.number,
        state: wave.state,
        messages: wave.messages,
        left: wave.left,
        opens_at: wave.from.toString(),
        ends_at: wave.to?.toString() ?? null,
      })),
      calls: outlook.calls.map(({ hour, calls }) => ({ hour: hour.toString(), calls: round(calls) })),
    },
    text: [
      ...(lines.length > 0 ? lines : [`${campaign.reference}: ${words.without}`]),
      ...(outlook.endsAt ? [endWords(outlook.endsAt, now, locale)] : []),
    ].join('\n'),
  }
}

const round = (calls: number) => Math.round(calls * 10) / 10

const waveOption = {
  wave: { ...text('N', 'numéro de la vague', 'number of the wave'), required: true },
} as const

function waveCommand(
  verb: string,
  summary: Command['summary'],
  act: (platform: Platform, campaignId: number, call: Call, actor: Actor) => Promise<unknown>,
  options: Command['options'],
): Command {
  const name = `campaign ${verb}`
  return defineCommand({
    name,
    roles: [...DRIVERS],
    summary,
    options: { ...incidentOption, ...options },
    async run(call) {
      const { platform, actor } = await call.platform()
      const campaign = await campaignInHand(platform, call, name)
      await act(platform, campaign.id, call, actor)
      const settings = await proposalOf(platform.db, campaign.id)
      return shown(platform, campaign, call, settings)
    },
  })
}

async function campaignInHand(platform: Platform, call: Call, name: string): Promise<Campaign> {
  const { reference } = await chosenIncident(platform.db, call, name)
  return campaignOf(platform.db, reference)
}

export const commands: readonly Command[] = [
  waves,
  waveCommand(
    'delay-wave',
    {
      fr: 'Retarde une vague à venir, et celles qui la suivent.',
      en: 'Puts off a wave to come, and those after it.',
    },
    (platform, id, { values }, actor) =>
      delayWave(platform, id, Number(values['wave']), Number(values['minutes']), actor),
    {
      ...waveOption,
      minutes: { ...text('N', 'minutes de retard', 'minutes of delay'), required: true },
    },
  ),
  waveCommand(
    'hold-wave',
    {
      fr: 'Retient une vague à venir, et celles qui la suivent, jusqu’à campaign let-wave-go.',
      en: 'Holds a wave to come, and those after it, until campaign let-wave-go.',
    },
    (platform, id, { values }, actor) => holdWave(platform, id, Number(values['wave']), true, actor),
    waveOption,
  ),
  waveCommand(
    'let-wave-go',
    { fr: 'Laisse partir une vague retenue.', en: 'Lets a held wave go.' },
    (platform, id, { values }, actor) => holdWave(platform, id, Number(values['wave']), false, actor),
    waveOption,
  ),
  waveCommand(
    'resume-domain',
    {
      fr: 'Reprend un domaine que le coupe-circuit retient, ou qui est ralenti.',
      en: 'Resumes a domain that the circuit breaker holds, or that is slowed.',
    },
    (platform, id, { values }, actor) => resumeDomain(platform, id, values['domain'] ?? '', actor),
    { domain: { ...text('DOMAIN', 'domaine destinataire', 'receiving domain'), required: true } },
  ),
  waveCommand(
    'calls',
    {
      fr: 'Inscrit les appels que le centre a reçus, pour les comparer aux appels attendus.',
      en: 'Records the calls that the centre received, to compare them with those expected.',
    },
    (platform, id, { values }, actor) =>
      recordCalls(
        platform,
        id,
        { calls: Number(values['received']), minutes: Number(values['minutes'] ?? 60) },
        actor,
      ),
    {
      received: { ...text('N', 'appels reçus', 'calls received'), required: true },
      minutes: { ...text('N', 'pendant ces dernières minutes', 'over these last minutes'), default: '60' },
    },
  ),
]
