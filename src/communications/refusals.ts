import { define, refusals } from '../platform/refusal.ts'

export const communicationRefusals = refusals('communications', {
  incomplete: define<{ where: string }>({
    http: 422,
    exit: 65,
    fr: ({ where }) =>
      where === 'title'
        ? 'Donnez le titre de la communication, tel que le public le voit.'
        : where === 'place'
          ? 'Dites où la lire ou l’entendre\u00a0: une adresse, un numéro, un lieu.'
          : 'Choisissez ce que vous inscrivez.',
    en: ({ where }) =>
      where === 'title'
        ? 'Give the title of the communication, as the public sees it.'
        : where === 'place'
          ? 'Say where it can be read or heard: an address, a number, a place.'
          : 'Choose what you enter.',
  }),
  nationalId: define<{ where: string }>({
    http: 422,
    exit: 65,
    fr: () => 'Ce texte ressemble à un numéro de sécurité sociale. Le registre est public\u00a0: retirez-le.',
    en: () => 'This text looks like a French social security number. The register is public: take it out.',
  }),
  unknown: define<{ reference: string }>({
    http: 404,
    exit: 66,
    fr: ({ reference }) => `Aucune communication ${reference} au registre de cet incident.`,
    en: ({ reference }) => `There is no communication ${reference} in the register of this incident.`,
  }),
  ended: define<{ reference: string }>({
    http: 409,
    exit: 65,
    fr: ({ reference }) => `La communication ${reference} est déjà remplacée ou retirée. Rechargez la page.`,
    en: ({ reference }) => `Communication ${reference} is already replaced or withdrawn. Reload the page.`,
  }),
  ofCampaign: define<{ reference: string }>({
    http: 409,
    exit: 65,
    fr: ({ reference }) =>
      `${reference} est le texte d’une campagne\u00a0: il suit la libération, l’annulation ou la correction de celle-ci.`,
    en: ({ reference }) =>
      `${reference} is the text of a campaign: it follows the release, the cancelling or the correction of that campaign.`,
  }),
  reasonNeeded: define<{ where: string }>({
    http: 422,
    exit: 65,
    fr: () => 'Dites en quelques mots pourquoi elle est retirée\u00a0: le registre le montre.',
    en: () => 'Say in a few words why it is withdrawn: the register shows it.',
  }),
})
