/** `--campaign C2`, on every command of a campaign. */
export const campaignOption = {
  campaign: {
    type: 'string',
    value: 'N',
    fr: 'numéro de la campagne, 2 ou C2 (celle que l’acte attend, par défaut)',
    en: 'number of the campaign, 2 or C2 (the one the act waits for by default)',
  },
} as const
