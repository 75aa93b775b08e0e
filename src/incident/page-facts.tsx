import type { Context } from 'hono'
import {
  Cell,
  type DeskEnv,
  GroupRow,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Row,
  renderPage,
  Section,
  Status,
} from '../desk/index.ts'
import { formatInteger, type Locale } from '../platform/i18n.ts'
import { FACT_GROUPS, groupOf, labelOf } from './fact-catalogue.ts'
import type { Fact } from './fact-value.ts'
import { mayWrite } from './may-write.ts'
import { sayIn } from './model.ts'
import { showValue } from './show-value.ts'
import { factHistory } from './store.ts'
import { texts } from './texts.ts'

/** All facts, grouped, each with its source, its date, how sure it is, who holds it, and what it replaced. */
export async function factsPage(c: Context<DeskEnv>): Promise<Response> {
  const locale = c.get('locale')
  const histories = byKey(await factHistory(c.get('platform').db, c.get('incident').id))
  return renderPage(c, {
    title: texts[locale].facts,
    current: 'facts',
    lead: <Lead sentences={leadSentences(histories, locale)} note={<Ways c={c} locale={locale} />} />,
    children: <FactSections c={c} histories={histories} locale={locale} />,
  })
}

/** One array per fact, the standing version first. */
function byKey(versions: readonly Fact[]): Fact[][] {
  const groups = new Map<string, Fact[]>()
  for (const version of versions) groups.set(version.key, [...(groups.get(version.key) ?? []), version])
  return [...groups.values()]
}

function leadSentences(histories: readonly Fact[][], locale: Locale): string[] {
  const text = texts[locale].lead
  if (histories.length === 0) return [text.none]
  const disputed = histories.filter(([current]) => current?.confidence === 'disputed').length
  return [
    text.facts(formatInteger(histories.length, locale), histories.length > 1),
    disputed === 0 ? text.undisputed : text.disputed(formatInteger(disputed, locale), disputed > 1),
  ]
}

function Ways({ c, locale }: { c: Context<DeskEnv>; locale: Locale }) {
  const text = texts[locale]
  return (
    <>
      <a href={incidentPath(c, 'facts/organisations')}>{text.organisations}</a> ·{' '}
      <a href={incidentPath(c, 'facts/exposure')}>{text.exposure}</a>
      {mayWrite(c) ? (
        <>
          {' · '}
          <a href={incidentPath(c, 'facts/new')}>{text.add}</a>
        </>
      ) : null}
    </>
  )
}

function FactSections(props: { c: Context<DeskEnv>; histories: readonly Fact[][]; locale: Locale }) {
  const { c, histories, locale } = props
  const text = texts[locale]
  const writes = mayWrite(c)
  const columns = [
    { label: text.columns.fact },
    { label: text.columns.value },
    { label: text.columns.source },
    { label: text.columns.owner },
    ...(writes ? [{ label: text.columns.action, align: 'right' as const }] : []),
  ]
  return (
    <Section title={text.facts}>
      {histories.length === 0 ? (
        <p>{text.empty}</p>
      ) : (
        <Ledger columns={columns}>
          {FACT_GROUPS.map((group) => {
            const inGroup = histories.filter(([fact]) => fact && groupOf(fact.key, fact.kind) === group)
            if (inGroup.length === 0) return null
            return (
              <>
                <GroupRow span={columns.length}>{text.groups[group]}</GroupRow>
                {inGroup.map((versions) => (
                  <FactRow c={c} versions={versions} locale={locale} writes={writes} />
                ))}
              </>
            )
          })}
        </Ledger>
      )}
    </Section>
  )
}

function FactRow(props: { c: Context<DeskEnv>; versions: readonly Fact[]; locale: Locale; writes: boolean }) {
  const { c, versions, locale, writes } = props
  const [fact, ...older] = versions
  if (!fact) return null
  const label = sayIn(locale, labelOf(fact.key, fact.label))
  return (
    <Row>
      <Cell head>{label}</Cell>
      <Cell second={older.length > 0 ? <History older={older} locale={locale} /> : undefined}>
        <Value fact={fact} locale={locale} />
      </Cell>
      <Cell label={texts[locale].columns.source} second={<Provenance fact={fact} locale={locale} />}>
        {fact.source}
      </Cell>
      <Cell label={texts[locale].columns.owner}>{fact.owner}</Cell>
      {writes ? (
        <Cell align="right">
          <a href={incidentPath(c, `facts/${fact.key}/edit`)}>
            {texts[locale].changed}
            <span class="unseen"> {label}</span>
          </a>
        </Cell>
      ) : null}
    </Row>
  )
}

export function Value({ fact, locale }: { fact: Fact; locale: Locale }) {
  const lines = showValue(fact, locale)
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </>
  )
}

function Provenance({ fact, locale }: { fact: Fact; locale: Locale }) {
  const word = texts[locale].confidences[fact.confidence]
  return (
    <>
      <Instant at={fact.asOf} locale={locale} /> ·{' '}
      {fact.confidence === 'disputed' ? <Status kind="depends">{word}</Status> : word}
    </>
  )
}

/** Older versions, struck: the value, who said it, until when it stood. */
export function History({ older, locale }: { older: readonly Fact[]; locale: Locale }) {
  const text = texts[locale]
  return (
    <details>
      <summary>{text.history(formatInteger(older.length, locale))}</summary>
      {older.map((fact) => (
        <p>
          <s>
            <Value fact={fact} locale={locale} />
          </s>
          <br />
          {fact.source}, <Instant at={fact.asOf} locale={locale} />
          {fact.supersededAt ? (
            <>
              {' '}
              · {text.replaced} <Instant at={fact.supersededAt} locale={locale} />
            </>
          ) : null}
        </p>
      ))}
    </details>
  )
}
