import { listOrganisations } from '../../incident/index.ts'
import { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { formatDay, formatInstant, formatInteger, type Locale } from '../../platform/i18n.ts'
import { compileDocument, dayNumbers } from '../letters/index.ts'
import { type CitedFactLine, citedFacts } from './cited-facts.ts'
import { historyTexts } from './history-texts.ts'
import type { PersonOutcome, PersonProof } from './model.ts'
import { outcomeSteps } from './outcome-steps.ts'
import template from './paper.typ'
import { paperTexts } from './paper-texts.ts'
import { publicOnes } from './public-communications.ts'
import { type ReceivedText, receivedTexts } from './received-texts.ts'

/** The proof of one person as a paper to hand over: PDF/UA-1, in French or English. Reads facts as they stand; the rest is in `proof`. */
export async function personPaper(
  tx: Tx,
  incidentId: string,
  proof: PersonProof,
  locale: Locale,
): Promise<Buffer> {
  const organisations = await listOrganisations(tx, incidentId)
  const controller = organisations.find(({ own }) => own)?.name ?? proof.texts[0]?.tree.sender.name ?? ''
  const facts: CitedFactLine[] = []
  for (const { tree } of proof.texts)
    for (const line of await citedFacts(tx, incidentId, tree, locale))
      if (!facts.some(({ label, value }) => label === line.label && value === line.value)) facts.push(line)
  const texts = await receivedTexts(tx, proof.outcome.deliveries, proof.outcome.person.id)
  const communications = await publicOnes(tx, incidentId, locale)
  return compileDocument(template, paperData({ proof, controller, facts, texts, communications }, locale))
}

interface PaperParts {
  readonly proof: PersonProof
  readonly controller: string
  readonly facts: readonly CitedFactLine[]
  readonly texts: readonly ReceivedText[]
  /** Official communications to the public, in words. */
  readonly communications: readonly string[]
}

function paperData({ proof, controller, facts, texts, communications }: PaperParts, locale: Locale): object {
  const words = paperTexts[locale]
  const { outcome } = proof
  const day = (at: Temporal.Instant) => formatDay(at.toZonedDateTimeISO('Europe/Paris').toPlainDate(), locale)
  return {
    locale,
    title: words.title(outcome.person.name),
    author: controller,
    createdOn: dayNumbers(Temporal.Instant.from(proof.madeAt)),
    lead: leadOf(outcome, communications, locale),
    labels: {
      identity: words.identity,
      steps: words.steps,
      noSteps: words.noSteps,
      facts: words.facts,
      seal: words.seal,
      limits: words.limits,
      notSent: words.notSent,
    },
    identity: identityRows(proof, controller, locale),
    stepColumns: words.stepColumns,
    steps: outcomeSteps(outcome, locale).map(({ at, event, happened, evidence }) => [
      instant(at, locale),
      event,
      happened,
      evidence,
    ]),
    texts: texts.map(({ sha256, received }) => ({
      heading: words.text(outcome.deliveries.find(({ text }) => text.sha256 === sha256)?.text.version ?? 1),
      meta: words.textMeta(sha256),
      received: received.slice(-1).map(({ letter }) => letter),
    })),
    factColumns: words.factColumns,
    facts: facts.map(({ label, value, source, asOf, changed }) => [
      label,
      value,
      `${source}, ${day(asOf)}`,
      changed ? words.changed : words.stillTrue,
    ]),
    ...sealPart(proof, locale),
    limits: words.limitList,
  }
}

function leadOf(outcome: PersonOutcome, communications: readonly string[], locale: Locale): string[] {
  const words = paperTexts[locale]
  const { name } = outcome.person
  const told = outcome.deliveries.findLast(({ state }) => state === 'accepted')
  const term = outcome.outcome ?? 'left'
  if (told?.settledAt && (term === 'email' || term === 'letter')) {
    const at = instant(Temporal.Instant.from(told.settledAt), locale, 'long')
    return [
      told.throughAnother
        ? words.lead.through(name, told.to.name, at, told.channel)
        : words.lead[term](name, at),
    ]
  }
  if (term === 'cannot_be_told') {
    const reason = historyTexts[locale].reasons[outcome.reason ?? ''] ?? outcome.reason ?? ''
    return [
      words.lead.cannot_be_told(name, reason),
      `${words.public}${locale === 'fr' ? '\u00a0: ' : ': '}${communications.join(locale === 'fr' ? '\u202f; ' : '; ') || words.noPublic}`,
    ]
  }
  const said = words.lead[term as 'waiting'] ?? words.lead.left
  return [said(name)]
}

function identityRows(proof: PersonProof, controller: string, locale: Locale) {
  const { rows, accounts, list } = paperTexts[locale]
  const { outcome, sealedBy, madeAt } = proof
  const { person, account } = outcome
  const number = formatInteger(person.id, locale)
  return [
    [rows.person, person.name],
    ...(person.memberNumber ? [[rows.member, person.memberNumber]] : []),
    [rows.number, number],
    ...(controller ? [[rows.controller, controller]] : []),
    [rows.incident, outcome.incident],
    [rows.account, accounts[account]],
    [rows.list, list(outcome.listVersion)],
    [rows.sealedOn, instant(Temporal.Instant.from(sealedBy.at), locale, 'long')],
    [rows.madeOn, instant(Temporal.Instant.from(madeAt), locale, 'long')],
  ]
}

function sealPart({ leaf, inclusion, sealedBy }: PersonProof, locale: Locale) {
  const words = paperTexts[locale]
  const n = (value: number) => formatInteger(value, locale)
  const sealedAt = instant(Temporal.Instant.from(sealedBy.at), locale, 'long')
  return {
    sealIntro: words.sealIntro(n(inclusion.size), n(sealedBy.seq), sealedAt),
    sealRows: [
      [words.sealRows.leaf, leaf.hash],
      [words.sealRows.index, words.place(n(inclusion.index + 1), n(inclusion.size))],
      [words.sealRows.root, inclusion.root],
      [words.sealRows.entry, sealedBy.hash],
    ],
    how: words.how.map((text) => text.replace('{steps}', n(inclusion.path.length))),
  }
}

function instant(at: Temporal.Instant, locale: Locale, form: 'long' | 'short' = 'short'): string {
  return formatInstant(at, locale, { form })
}
