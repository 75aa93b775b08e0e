import type { ClockResult, Conclusion, ConclusionClock, Rule, Words } from '../../src/law/index.ts'
import type { Board, BoardLine, BoardQuestion, Filing } from '../../src/obligations/model.ts'
import { Temporal } from '../../src/platform/clock.ts'

/** Builders of a board: a line says only what its test is about. */
const same = (text: string): Words => ({ fr: text, en: text })
export const instant = (local: string, zone = 'Europe/Paris') =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()

export const boardNow = instant('2026-06-08T13:28')

interface LineSaid {
  readonly rule: string
  readonly title?: string
  readonly article?: string
  readonly to?: string
  readonly code?: string
  readonly due?: string
  readonly zone?: string
  readonly words?: string
  readonly awaits?: string
  readonly readings?: ClockResult['readings']
  readonly because?: string
  readonly unless?: string
  readonly change?: Partial<Rule>
  readonly line?: Partial<BoardLine>
  readonly missing?: readonly string[]
}

export function aLine(group: BoardLine['group'], said: LineSaid): BoardLine {
  const clock = computed(said)
  return {
    conclusion: aConclusion(group, said, clock),
    group,
    dueAt: clock?.dueAt.toInstant() ?? null,
    clock,
    holder: null,
    filings: [],
    delayReason: null,
    ruleChanged: null,
    ...said.line,
  }
}

function aConclusion(group: BoardLine['group'], said: LineSaid, clock: ClockResult | null): Conclusion {
  const rule = aRule(said)
  const result =
    group === 'not_required' ? 'not_required' : group === 'depends' && !said.awaits ? 'depends' : 'required'
  const reason = (text?: string) =>
    text ? [{ words: same(text), article: rule.article, facts: ['sector'] }] : []
  return {
    id: `${said.rule}@deux-rives`,
    snapshot: { rule, hash: 'a'.repeat(64) },
    organisation: 'deux-rives',
    recipient: rule.to,
    result,
    because: reason(said.because),
    unless: reason(said.unless),
    missing: said.missing ?? [],
    facts: [{ key: 'personal_data', value: true, state: 'holds' }],
    clock: clockOf(said, clock),
    done: null,
  }
}

function clockOf(said: LineSaid, clock: ClockResult | null): ConclusionClock {
  if (clock) return { kind: 'computed', clock }
  if (said.awaits) return { kind: 'awaits', facts: ['authority_notified_at'], words: same(said.awaits) }
  return { kind: 'words', words: same(said.words ?? 'sans délai indu') }
}

function computed({ due, zone = 'Europe/Paris', readings }: LineSaid): ClockResult | null {
  if (!due) return null
  const dueAt = Temporal.PlainDateTime.from(due).toZonedDateTime(zone)
  const startsAt = dueAt.subtract({ hours: 72 })
  return {
    rule: 'gdpr33_72h',
    startsAt,
    readings: readings ?? { strict: dueAt.toString({ timeZoneName: 'never' }) },
    dueAt,
    soft: false,
    disputed: null,
    steps: [
      { words: same('Connaissance : message de Tiersoin, lu par la déléguée'), at: startsAt },
      { words: same('72 heures pleines ; samedi et dimanche comptent'), at: dueAt },
    ],
  }
}

function aRule({
  rule,
  title = rule,
  article = 'RGPD, art. 33(1)',
  to = 'CNIL',
  code = 'cnil',
  change,
}: LineSaid): Rule {
  return {
    id: rule,
    version: 1,
    title: same(title),
    article: same(article),
    reading: same('Le responsable de traitement notifie la violation.'),
    status: 'in_force',
    nature: 'duty',
    certainty: 'checked',
    review: 'to check',
    validFrom: '2018-05-25',
    validTo: null,
    per: 'organisation',
    owes: same('le responsable de traitement'),
    to: { code, words: same(to) },
    channel: same('téléservice notifications.cnil.fr'),
    contents: [same('nature, catégories et nombres (a)'), same('conséquences probables (c)')],
    trigger: { op: 'yes', fact: 'personal_data', no: same('aucune donnée personnelle n’est touchée') },
    exceptions: [
      {
        id: 'risk_unlikely',
        article: same('RGPD, art. 33(1)'),
        when: {
          op: 'among',
          fact: 'risk_level',
          values: ['unlikely'],
          no: same('un risque n’est pas improbable'),
        },
        because: same('parce qu’un risque est improbable'),
      },
    ],
    clock: { kind: 'computed', rule: 'gdpr33_72h', from: ['aware_at'] },
    source: 'GDPR art. 33(1) (checked: cnil.fr)',
    ...change,
  }
}

export function aFiling(conclusionId: string, at: string, change: Partial<Filing> = {}): Filing {
  return {
    id: 1,
    conclusionId,
    state: 'filed',
    at: instant(at),
    receipt: '2026/1184',
    channel: 'gendarmerie',
    note: '',
    file: null,
    recordedAt: instant(at),
    recordedBy: 'user:Claire Aubin',
    ...change,
  }
}

const doraQuestion: BoardQuestion = {
  fact: 'dora_critical_service',
  organisation: 'deux-rives',
  question: same('Un service critique ou important est-il touché ?'),
  help: same('Le tiers payant est inscrit comme fonction importante.'),
  choices: [
    { value: 'yes', words: same('Oui'), consequence: same('à notifier avant 17 h 28, dans 4 h') },
    { value: 'no', words: same('Non'), consequence: same('dire pourquoi') },
  ],
  under: 'dora_initial@deux-rives',
  decides: 3,
  current: null,
}

/** The board of the picture: Monday 8 June 2026, 13:28, Paris. */
export function aBoard(lines: readonly BoardLine[] = theLines(), questions = [doraQuestion]): Board {
  return {
    now: boardNow,
    lines,
    questions,
    awareness: {
      id: 1,
      organisation: 'deux-rives',
      fact: 'aware_at',
      at: instant('2026-06-05T18:40'),
      zone: 'Europe/Paris',
      who: 'Hélène Marchetti',
      how: 'message de Tiersoin',
      evidence: 'message du 5 juin',
      file: null,
      recordedAt: instant('2026-06-05T18:52'),
      recordedBy: 'user:Hélène Marchetti',
    },
    organisation: { key: 'deux-rives', name: 'Mutuelle des Deux Rives', own: true },
  }
}

export function theLines(): BoardLine[] {
  const held = (holder: string) => ({ holder })
  const no = (rule: string, title: string, because: string, change?: Partial<Rule>) =>
    aLine('not_required', { rule, title, because, ...(change ? { change } : {}) })
  return [
    aLine('overdue', {
      rule: 'contract_art9',
      title: 'Avertir le délégant',
      article: 'Contrat de délégation, art. 9 : 48 h',
      to: 'Prévoyance du Ponant',
      code: 'client',
      due: '2026-06-07T18:40',
      change: { status: 'contract' },
    }),
    aLine('soon', {
      rule: 'gdpr_33_1',
      title: 'Notification initiale',
      due: '2026-06-08T18:40',
      readings: {
        strict: '2026-06-08T18:40:00+02:00',
        text_1182: '2026-06-08T19:00:00+02:00',
        widest_art3_5: '2026-06-10T00:00:00+02:00',
      },
      line: held('Hélène Marchetti'),
      unless: 'un risque pour les personnes est improbable',
    }),
    aLine('depends', {
      rule: 'dora_initial',
      title: 'Notification initiale DORA',
      article: 'Règlement 2025/301, art. 5 : 4 h après le classement',
      to: 'ACPR',
      code: 'acpr',
      due: '2026-06-08T17:28',
      line: held('Claire Aubin'),
      missing: ['dora_critical_service'],
    }),
    aLine('depends', {
      rule: 'gdpr_33_4',
      title: 'Notification complémentaire',
      article: 'RGPD, art. 33(4)',
      awaits: '72 h après le dépôt initial',
      line: held('Hélène Marchetti'),
      change: { status: 'practice' },
    }),
    aLine('later', {
      rule: 'gdpr_34',
      title: 'Informer chaque personne',
      article: 'RGPD, art. 34',
      to: 'chaque personne',
      code: 'persons',
    }),
    aLine('later', {
      rule: 'insurer_5d',
      title: 'Déclaration de sinistre',
      article: 'Code des assurances, art. L113-2',
      to: 'assureur',
      code: 'insurer',
      due: '2026-06-13T00:00',
      line: held('Idriss Benali'),
    }),
    no('partial_activity', 'Activité partielle', 'parce qu’aucun salarié n’est à l’arrêt'),
    no('health', 'Incident de santé', 'parce que la mutuelle n’est pas un établissement de santé'),
    no('eprivacy', 'Notification télécoms', 'parce que l’organisme n’est pas un opérateur'),
    no('oiv', 'Signalement OIV', 'parce que l’organisme n’est pas d’importance vitale'),
    no('nis2', 'Alerte NIS 2', 'parce que la directive n’a pas de loi française connue', {
      status: 'not_transposed',
      certainty: 'to_check',
    }),
    aLine('done', {
      rule: 'lopmi',
      title: 'Plainte',
      article: 'Code des assurances, art. L12-10-1 : 72 h',
      to: 'Gendarmerie',
      code: 'police',
      due: '2026-06-08T18:40',
      line: { holder: 'Claire Aubin', filings: [aFiling('lopmi@deux-rives', '2026-06-07T10:15')] },
    }),
    aLine('voluntary', {
      rule: 'seventeen_cyber',
      title: 'Assistance 17Cyber',
      article: '17cyber.gouv.fr',
      to: '17Cyber',
      code: '17cyber',
    }),
  ]
}
