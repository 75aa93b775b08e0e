import {
  countProof,
  currentCampaign,
  deliveryHistoryBlock,
  deliveryStanding,
  letterBatches,
  personsByOutcome,
} from './delivery/index.ts'
import { type HomeSources, nameJournalCodes } from './desk/index.ts'
import { DOCUMENTS, personPapers } from './dossiers/index.ts'
import { changedFacts, FACT_CATALOGUE, LAW_KEYS, labelOf, sayIn, showValue } from './incident/index.ts'
import { ALL_RULES, type Words } from './law/index.ts'
import { type BoardSlots, dueOnHome } from './obligations/index.ts'
import { type DeliverySlots, funnel } from './people/lists/index.ts'

/** Who counts what the first screen shows: the desk's frame may not import the rooms that draw with it. */
export const homeSources: HomeSources = {
  due: (tx, clock, incidentId, locale) => dueOnHome(tx, clock, incidentId, locale, boardSlots),
  lists: funnel,
  async campaign(tx, incidentId) {
    const campaign = await currentCampaign(tx, incidentId)
    if (!campaign) return undefined
    const built = await letterBatches(tx, campaign.id, 'built')
    const lettersToPost = built.reduce((sum, { letters }) => sum + letters, 0)
    return {
      number: campaign.number,
      state: campaign.state,
      pauseReason: campaign.pauseReason,
      lettersToPost,
    }
  },
  outcomes: countProof,
  async changedFacts(tx, incidentId, since, locale) {
    const changed = await changedFacts(tx, incidentId, since)
    return changed.map(({ previous, current }) => ({
      label: sayIn(locale, labelOf(current.key, current.label)),
      before: previous && showValue(previous, locale).join(', '),
      after: showValue(current, locale).join(', '),
      source: current.source,
      at: current.recordedAt,
    }))
  },
}

/** What fulfils a duty, beside it on the board. */
export const boardSlots: BoardSlots = {
  workPath: (rule) => (rule === 'gdpr_34' ? 'sending' : undefined),
  async underWay(tx, incidentId) {
    if (!(await funnel(tx, incidentId))) return {}
    const { told, concerned } = await countProof(tx, incidentId)
    return concerned > 0 ? { gdpr_34: { done: told.email + told.letter, total: concerned } } : {}
  },
  dossierPath: (rule) => {
    const served = DOCUMENTS.find(({ rules }) => rules.includes(rule))
    return served && `dossiers/${served.kind}`
  },
}

/** What delivery shows on a person's page. */
export const deliverySlots: DeliverySlots = {
  personsByOutcome,
  deliveryHistory: deliveryHistoryBlock,
  deliveryStanding,
  papers: personPapers,
}

/** Documents are named in the journal by their titles. */
nameJournalCodes(Object.fromEntries(DOCUMENTS.map(({ kind, title }) => [kind, title])))

/** The journal names a fact by its label, a rule by its title and its article: it may not know the catalogues either. */
nameJournalCodes({
  ...Object.fromEntries(
    [...Object.keys(FACT_CATALOGUE), ...LAW_KEYS].map((key) => {
      const label = labelOf(key, null)
      return [key, { fr: sayIn('fr', label), en: sayIn('en', label) }]
    }),
  ),
  ...Object.fromEntries(ALL_RULES.map(({ id, title, article }) => [id, named(title, article)])),
})

function named(title: Words, article: Words): Words {
  return { fr: `${title.fr} (${article.fr})`, en: `${title.en} (${article.en})` }
}
