import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  FigureLink,
  incidentPath,
  Lead,
  Ledger,
  Row,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { type Proof, RELEASERS } from '../model.ts'
import { countProof, type DueGroup, dueGroups, latestListVersion } from '../proof/index.ts'
import { correctionTexts } from './correction-texts.ts'
import { type Stale, type StaleTexts, staleTexts } from './stale-texts.ts'

type Ctx = Context<DeskEnv>

/** Who is owed a correction and why, the texts that changed since they left, and what became of the corrections written. */
export async function showCorrections(c: Ctx): Promise<Response> {
  const words = correctionTexts[c.get('locale')]
  const platform = c.get('platform')
  const { id } = c.get('incident')
  const groups = await dueGroups(platform.db, await latestListVersion(platform.db, id), id)
  const stale = await staleTexts(platform, id)
  const { corrections } = await countProof(platform.db, id)
  const due = groups.reduce((sum, { persons }) => sum + persons, 0)
  const changed = words.stale(stale.length)
  const acts = hasRole(c.get('viewer'), ...RELEASERS)
  return renderPage(c, {
    title: words.title,
    current: 'sending',
    crumbs: correctionCrumbs(c, words.title),
    lead: (
      <Lead
        sentences={due === 0 && stale.length > 0 ? [changed] : [words.lead(due), changed]}
        note={words.note}
      />
    ),
    children: (
      <>
        <Due c={c} groups={groups} acts={acts} />
        <Changed c={c} stale={stale} acts={acts} />
        <Account c={c} corrections={corrections} />
      </>
    ),
  })
}

export function correctionCrumbs(c: Ctx, label: string) {
  return [
    { label: c.get('locale') === 'fr' ? 'Envois' : 'Sending', href: incidentPath(c, 'sending') },
    { label },
  ]
}

function Due({ c, groups, acts }: { c: Ctx; groups: readonly DueGroup[]; acts: boolean }) {
  const locale = c.get('locale')
  const words = correctionTexts[locale]
  if (groups.length === 0)
    return (
      <Section title={words.due}>
        <p>{words.noneDue}</p>
      </Section>
    )
  const [why = '', says = '', people = ''] = words.dueColumns
  return (
    <Section title={words.due}>
      <Ledger columns={[{ label: why }, { label: says }, { label: people, align: 'right' }]}>
        {groups.map((group) => (
          <Row>
            <Cell head>{words.causes[group.why]}</Cell>
            <Cell>{words.says[group.why]}</Cell>
            <Cell align="right" label={people}>
              <FigureLink
                value={group.persons}
                href={incidentPath(c, `people?outcome=correction_due.${group.why}`)}
                locale={locale}
              />
            </Cell>
          </Row>
        ))}
      </Ledger>
      {acts ? (
        <form method="post" action={incidentPath(c, 'sending/corrections')}>
          <Actions note={words.prepareDueNote}>
            <Button primary>{words.prepareDue}</Button>
          </Actions>
        </form>
      ) : null}
    </Section>
  )
}

function Changed({ c, stale, acts }: { c: Ctx; stale: readonly StaleTexts[]; acts: boolean }) {
  const words = correctionTexts[c.get('locale')]
  return (
    <Section title={words.changed}>
      {stale.length === 0 ? <p>{words.noneChanged}</p> : null}
      {stale.map((one) => (
        <OfCampaign c={c} stale={one} acts={acts} />
      ))}
    </Section>
  )
}

function OfCampaign({ c, stale, acts }: { c: Ctx; stale: StaleTexts; acts: boolean }) {
  const locale = c.get('locale')
  const words = correctionTexts[locale]
  const { campaignNumber, items } = stale
  const why = items.some(({ stale: { what } }) => what === 'fact') ? 'fact_changed' : 'advice_superseded'
  const [what = '', before = '', after = '', people = ''] = words.changedColumns
  return (
    <>
      <h3>{words.ofCampaign(campaignNumber)}</h3>
      <Ledger
        columns={[{ label: what }, { label: before }, { label: after }, { label: people, align: 'right' }]}
      >
        {items.map(({ stale: one, texts, holding }) => {
          const said = sayStale(one, locale)
          return (
            <Row>
              <Cell head>{said.label}</Cell>
              <Cell label={before}>{one.what === 'choice' ? said.before : <s>{said.before}</s>}</Cell>
              <Cell label={after}>
                <strong>{said.after}</strong>
              </Cell>
              <Cell align="right" label={people}>
                <FigureLink
                  value={holding}
                  href={incidentPath(
                    c,
                    `people?outcome=text.${texts.map(({ id }) => id).join('%2B')}.holding`,
                  )}
                  locale={locale}
                />
              </Cell>
            </Row>
          )
        })}
      </Ledger>
      {acts ? (
        <form method="post" action={incidentPath(c, 'sending/corrections')}>
          <input type="hidden" name="campaign" value={String(campaignNumber)} />
          <Actions note={words.prepareTextNote}>
            <Button name="why" value={why}>
              {words.prepareText(campaignNumber)}
            </Button>
          </Actions>
        </form>
      ) : null}
    </>
  )
}

/** What changed, as it was written and as it would be today. */
export function sayStale(
  stale: Stale,
  locale: 'fr' | 'en',
): { label: string; before: string; after: string } {
  const words = correctionTexts[locale]
  if (stale.what === 'choice')
    return { label: words.choice, before: words.choiceBefore, after: words.choiceNow }
  if (stale.what === 'advice')
    return { label: words.advice, before: stale.before, after: stale.after ?? words.noLonger }
  const { label, before, now } = stale.change
  return {
    label: label[locale] ?? label.fr,
    before: before?.[locale] ?? words.notSaid,
    after: now.value?.[locale] ?? words.noLonger,
  }
}

function Account({ c, corrections }: { c: Ctx; corrections: Proof['corrections'] }) {
  const locale = c.get('locale')
  const words = correctionTexts[locale]
  const [where = '', people = ''] = words.accountColumns
  if (Object.values(corrections).every((persons) => persons === 0)) return null
  return (
    <Section title={words.account} aside={<a href={incidentPath(c, 'sending/versions')}>{words.versions}</a>}>
      <Ledger kind="figures" columns={[{ label: where }, { label: people, align: 'right' }]}>
        {(Object.keys(words.accountRows) as (keyof Proof['corrections'])[]).map((row) => (
          <Row>
            <Cell head>{words.accountRows[row]}</Cell>
            <Cell align="right">
              <FigureLink value={corrections[row]} locale={locale} />
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}
