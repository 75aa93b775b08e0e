/** `--campaign C2`, on every command of a campaign. */
export const campaignOption = {
  campaign: {
    type: 'string',
    value: 'N',
    fr: 'numéro de la campagne, 2 ou C2 (par défaut, celle sur laquelle la commande peut agir)',
    en: 'number of the campaign, 2 or C2 (by default, the one this command can act on)',
  },
} as const
