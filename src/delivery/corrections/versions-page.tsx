import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import {
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
import { RELEASERS } from '../model.ts'
import { cohortTexts } from '../proof/index.ts'
import { releaseTexts } from '../release/release-texts.ts'
import { correctionTexts } from './correction-texts.ts'
import { correctionCrumbs, sayStale } from './corrections-page.tsx'
import { type StaleTexts, staleTexts } from './stale-texts.ts'
import { type VersionFigures, versionFigures } from './version-store.ts'

type Ctx = Context<DeskEnv>

/** Every text that was released and whom it told, by channel; then what changed since, with who holds the old text. */
export async function showVersions(c: Ctx): Promise<Response> {
  const words = correctionTexts[c.get('locale')]
  const platform = c.get('platform')
  const { id } = c.get('incident')
  const versions = await versionFigures(platform.db, id)
  return renderPage(c, {
    title: words.versions,
    current: 'sending',
    crumbs: correctionCrumbs(c, words.versions),
    lead: (
      <Lead
        sentences={[versions.length === 0 ? words.versionsNone : words.versionsLead(versions.length)]}
        note={words.versionsNote}
      />
    ),
    children: (
      <>
        <Versions c={c} versions={versions} />
        <StaleSection c={c} stale={await staleTexts(platform, id)} />
      </>
    ),
  })
}

const peopleOf = (c: Ctx, ids: readonly number[], part: string) =>
  incidentPath(c, `people?outcome=text.${ids.join('%2B')}.${part}`)

function Versions({ c, versions }: { c: Ctx; versions: readonly VersionFigures[] }) {
  const locale = c.get('locale')
  const words = correctionTexts[locale]
  if (versions.length === 0) return null
  const takes = hasRole(c.get('viewer'), ...RELEASERS)
  const [text = '', ...figures] = takes ? words.versionColumns : words.versionColumns.slice(0, -1)
  return (
    <Section title={words.versions}>
      <Ledger
        kind="figures"
        columns={[{ label: text }, ...figures.map((label) => ({ label, align: 'right' as const }))]}
      >
        {versions.map((one) => (
          <Row>
            <Cell head second={secondLine(c, one)}>
              {nameOf(c, one)}
            </Cell>
            {(['email', 'letter', 'holding'] as const).map((part, at) => (
              <Cell align="right" label={words.versionColumns[at + 1] ?? ''}>
                <FigureLink value={one[part]} href={peopleOf(c, [one.id], part)} locale={locale} />
              </Cell>
            ))}
            {takes ? (
              <Cell align="right">
                {one.email + one.letter > 0 ? (
                  <a href={incidentPath(c, `sending/versions/${one.id}/csv`)}>
                    {words.csv}
                    <span class="unseen"> {nameOf(c, one)}</span>
                  </a>
                ) : null}
              </Cell>
            ) : null}
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

function nameOf(c: Ctx, { audience, variant }: VersionFigures): string {
  const locale = c.get('locale')
  const apart = variant.split(/[,+]/).filter(Boolean)
  const reader = releaseTexts[locale].audiences[audience] ?? audience
  return [reader, ...apart.map((word) => cohortTexts[locale].variants[word] ?? word)].join(', ')
}

function secondLine(c: Ctx, one: VersionFigures): string {
  const locale = c.get('locale')
  const words = correctionTexts[locale]
  const campaign = one.correction
    ? words.causes[one.correction]
    : cohortTexts[locale].names[one.cohort as 'concerned']
  return [
    words.ofCampaign(one.campaignNumber),
    campaign,
    words.version(one.number),
    words.written[one.locale === 'en' ? 'en' : 'fr'],
    releaseTexts[locale].hash(one.sha256.slice(0, 12)),
  ].join(' · ')
}

function StaleSection({ c, stale }: { c: Ctx; stale: readonly StaleTexts[] }) {
  const locale = c.get('locale')
  const words = correctionTexts[locale]
  if (stale.length === 0) return null
  const [what = '', texts = '', people = ''] = words.staleColumns
  return (
    <Section
      title={words.staleVersions}
      aside={<a href={incidentPath(c, 'sending/corrections')}>{words.title}</a>}
    >
      <Ledger columns={[{ label: what }, { label: texts }, { label: people, align: 'right' }]}>
        {stale.flatMap(({ campaignNumber, items }) =>
          items.map((item) => {
            const said = sayStale(item.stale, locale)
            return (
              <Row>
                <Cell head second={words.wasThenIs(said.before, said.after)}>
                  {said.label}
                </Cell>
                <Cell
                  label={texts}
                >{`${words.ofCampaign(campaignNumber)}, ${words.textsOf(item.texts.length)}`}</Cell>
                <Cell align="right" label={people}>
                  <FigureLink
                    value={item.holding}
                    href={peopleOf(
                      c,
                      item.texts.map(({ id }) => id),
                      'holding',
                    )}
                    locale={locale}
                  />
                </Cell>
              </Row>
            )
          }),
        )}
      </Ledger>
    </Section>
  )
}
