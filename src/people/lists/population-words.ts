import type { RegisterPopulation } from '../addressees/index.ts'

/** Words of registers for each population, in French and English, as `wordKey` writes them. */
const WORDS: Readonly<Record<RegisterPopulation, string>> = {
  insured:
    'insured insured_adult insured_person assure assure_adulte assure_principal adherent beneficiaire membre member policyholder ayant_droit dependant dependent conjoint enfant child spouse particulier',
  health_professional:
    'health_professional healthcare_professional health_care_professional professionnel_de_sante professionnel_sante prof_sante ps praticien practitioner provider healthcare_provider medecin doctor pharmacien pharmacist opticien optician dentiste dentist audioprothesiste audiologist infirmier infirmiere nurse',
  firm: 'firm company business employer entreprise societe cabinet employeur personne_morale entreprise_adherente',
  client_of_firm:
    'client_of_firm client_of_a_firm firm_client client_of_company client customer client_d_entreprise client_d_une_entreprise client_entreprise client_de_cabinet client_d_un_cabinet client_du_cabinet client_cabinet',
}

const POPULATION_OF = new Map(
  (Object.entries(WORDS) as [RegisterPopulation, string][]).flatMap(([population, words]) =>
    words.split(' ').map((word) => [word, population] as const),
  ),
)

/**
 * The population that a cell of the register names; insured where it says nothing.
 * @returns undefined for a word that is none: whoever bears it is never taken for an insured person in silence
 */
export function populationSaid(cell: string | null): RegisterPopulation | undefined {
  return cell === null ? 'insured' : POPULATION_OF.get(wordKey(cell))
}

/** Lower case, no accent, one `_` for anything else, no plural. */
function wordKey(cell: string): string {
  return cell
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/([a-z]{3})s(?=_|$)/g, '$1')
}
