import { approved, toBusinesses, toOthers } from './item.ts'

const serves = 'consequences' as const

/** All of one owner: two offices that judge the same risk end up contradicting each other. */
export const consequencesFr = {
  'consequence.identity': approved(
    "Quelqu'un peut se faire passer pour vous. Une usurpation d'identité ne peut pas être exclue.",
    {
      serves,
      variants: toOthers(
        "Quelqu'un peut se faire passer pour une personne nommée plus haut. Une usurpation d'identité ne peut pas être exclue.",
        {
          guardian:
            "Quelqu'un peut se faire passer pour la personne que vous représentez. Une usurpation d'identité ne peut pas être exclue.",
          health_professional:
            "Quelqu'un peut se faire passer pour vous, auprès d'un assureur, d'un fournisseur ou d'un patient. Une usurpation d'identité ne peut pas être exclue.",
          firm: "Quelqu'un peut se faire passer pour votre entreprise. Une fraude en son nom ne peut pas être exclue.",
          relative_of_deceased:
            "Quelqu'un peut se servir de l'identité de votre proche. Une fraude en son nom ne peut pas être exclue.",
        },
      ),
    },
  ),
  'consequence.minor': approved("Une usurpation au nom d'un enfant peut rester longtemps inaperçue.", {
    serves,
  }),
  'consequence.phishing': approved(
    "Un escroc peut citer ces données pour vous mettre en confiance. Il peut dire qu'il travaille pour {controller}, pour {processor} ou pour l'Assurance maladie.",
    {
      serves,
      variants: toBusinesses(
        "Un escroc peut citer ces données pour vous mettre en confiance. Il peut dire qu'il travaille pour {controller}, pour {processor} ou pour votre banque.",
        {
          client_of_firm:
            "Un escroc peut citer ces données pour vous mettre en confiance. Il peut dire qu'il travaille pour {controller}, pour {processor} ou pour votre banque.",
        },
      ),
    },
  ),
  'consequence.nir': approved(
    "À lui seul, sans mot de passe, le numéro de sécurité sociale n'ouvre ni un compte Ameli, ni FranceConnect, ni un autre compte public.",
    { serves },
  ),
  'consequence.nir_lasting': approved(
    'Ce numéro reste sensible : il ne change pas, et il peut rendre une arnaque plus crédible.',
    { serves },
  ),
  'consequence.email': approved(
    "L'adresse e-mail peut recevoir de faux messages, parfois très ressemblants.",
    { serves },
  ),
  'consequence.phone': approved('Le numéro de téléphone peut recevoir de faux appels et de faux SMS.', {
    serves,
  }),
  'consequence.postal_address': approved(
    "L'adresse postale peut servir à de faux courriers ou à un démarchage.",
    { serves },
  ),
  'consequence.bank_details': approved(
    'Un prélèvement non autorisé peut être tenté. À elles seules, les coordonnées bancaires ne permettent pas de payer par carte.',
    {
      serves,
      variants: toBusinesses(
        "Un prélèvement non autorisé peut être tenté. Un escroc peut aussi demander, en votre nom, que l'on vous paie sur un autre compte.",
        {
          relative_of_deceased: 'Un prélèvement non autorisé peut être tenté sur le compte de votre proche.',
        },
      ),
    },
  ),
  'consequence.medical_data': approved(
    'Des informations sur la santé peuvent être révélées ou servir à exercer une pression.',
    { serves },
  ),
  'consequence.reimbursements': approved(
    'Les remboursements de soins peuvent laisser deviner un état de santé.',
    { serves },
  ),
  'consequence.password': approved(
    'Le mot de passe peut être essayé sur tous les comptes où il sert aussi.',
    { serves },
  ),
}
