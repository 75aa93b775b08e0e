import type { Field } from './model.ts'

/**
 * The names columns have in the files of insurers, third-party-payment platforms and NOEMIE-like exports, French and
 * English, as `headerKey` writes them. The first field that claims a header keeps it, in this order.
 */
const SYNONYMS: Record<Field, string> = {
  member_id:
    'id_adherent id_beneficiaire id_personne id_membre member_id person_id personne_id rec_id record_id identifiant identifiant_adherent id_interne id uid unique_id',
  national_id:
    'nir nir_od nir_benef nir_beneficiaire nir_assure nir_ouvrant_droit nir_ro num_secu numero_secu numero_securite_sociale num_securite_sociale no_secu n_secu n_securite_sociale no_securite_sociale numero_ss num_ss no_ss n_ss secu securite_sociale insee numero_insee num_insee code_insee_personne matricule_insee nni ssn soc_sec_id social_security_number national_id national_identifier nino national_insurance_number nir_individu nir_13 nir13 nir_15 nir15 nir_assure_principal nir_od_beneficiaire numero_nir num_nir matricule_od matricule_nir n_immatriculation numero_immatriculation immatriculation ssin social_security_no nhs_number',
  birth_date:
    'date_naissance date_de_naissance date_naiss date_nais dt_naiss dt_naissance datenaissance ddn date_naiss_benef date_naissance_benef date_naissance_beneficiaire date_nais_benef dat_nais naissance ne_le nee_le birth_date birthdate date_of_birth dob birthday naissance_date dat_naiss dt_nais date_naissance_assure date_naissance_adherent dnais d_naissance d_naiss born',
  rank: 'rang rang_naiss rang_naissance rang_gemellaire rang_benef rang_beneficiaire rg_naiss rg_gem birth_rank rank twin_rank rang_nais rang_laser rg_nais rang_de_naissance rg_naissance',
  usage_name:
    'nom_usage nom_d_usage nom_usuel nom_marital nom_epouse nom_d_epouse nom_epoux usage_name married_name preferred_surname used_name nom_usage_benef nom_usage_beneficiaire nom_d_usage_beneficiaire',
  surname:
    'nom_naissance nom_de_naissance nom_famille nom_de_famille nom_patronymique nom_benef nom_beneficiaire nom_assure nom_adherent nom patronyme surname last_name lastname family_name birth_name name_last lname nom_de_jeune_fille nom_jeune_fille nom_naiss nom_patro nom_famille_benef nom_de_famille_beneficiaire nom_naissance_benef nom_naissance_beneficiaire nom_individu sname surname_1 lname_c1',
  first_names:
    'prenoms prenom prenom_benef prenoms_benef prenom_beneficiaire prenom_assure prenom_adherent premier_prenom first_names first_name firstname given_name given_names forename forenames name_first fname prenom_1 prenom_usuel prenom_individu prenoms_beneficiaire given fname_c1',
  sex: 'sexe sex gender genre code_sexe civilite sexe_benef sexe_beneficiaire cd_sexe',
  member_number:
    'numero_adherent num_adherent num_adh no_adherent n_adherent n_adh numadh no_adh adherent matricule numero_matricule num_assure numero_assure numero_membre member_number member_no membership_number policy_holder_number subscriber_number subscriber_id num_benef numero_beneficiaire num_adherent_amc numero_adherent_amc no_adherent_mutuelle num_adherent_mutuelle numero_adherent_mutuelle id_adh member_nbr',
  contract:
    'contrat numero_contrat num_contrat no_contrat n_contrat numero_de_contrat ref_contrat reference_contrat contract contract_number contract_no policy_number policy_no policy num_ctr groupe_contrat contrat_amc num_contrat_amc numero_contrat_amc contrat_collectif',
  insurer:
    'amc num_amc numero_amc no_amc n_amc code_amc id_amc num_organisme numero_organisme code_organisme organisme_amc numero_mutuelle code_mutuelle num_mutuelle insurer insurer_number insurer_id payer_id num_oc code_oc numero_oc no_oc n_oc id_oc num_amc_7 numero_prefectoral num_prefectoral',
  email:
    'email e_mail mail courriel adresse_email adresse_mail adresse_courriel adresse_electronique mel email_address e_mail_address mail_adherent email_adherent courriel_adherent',
  address_1:
    'adresse1 adresse_1 adresse ligne_adresse_1 adr1 adr_1 address1 address_1 address street_address ligne1 complement_adresse',
  address_2: 'adresse2 adresse_2 ligne_adresse_2 adr2 adr_2 address2 address_2 ligne2 batiment',
  address_3:
    'adresse3 adresse_3 ligne_adresse_3 adr3 adr_3 address3 address_3 ligne3 voie numero_voie rue street',
  address_4: 'adresse4 adresse_4 ligne_adresse_4 adr4 adr_4 address4 address_4 ligne4 lieu_dit bp',
  postcode:
    'code_postal cp codepostal code_post postcode post_code postal_code zip zip_code zipcode code_postal_adherent',
  city: 'ville ville_residence commune localite bureau_distributeur city town suburb locality',
  country: 'pays country code_pays country_code',
  policyholder_id:
    'id_assure id_assure_principal id_ouvrant_droit id_titulaire id_souscripteur policyholder_id subscriber_person_id holder_id main_insured_id',
  minor: 'mineur est_mineur minor is_minor',
  deceased: 'decede est_decede deces deceased is_deceased',
  guardian_name:
    'tuteur_nom nom_tuteur tuteur representant_legal guardian_name guardian legal_representative',
  guardian_address: 'tuteur_adresse adresse_tuteur guardian_address',
  guardian_postcode: 'tuteur_code_postal code_postal_tuteur tuteur_cp guardian_postcode guardian_zip',
  guardian_city: 'tuteur_ville ville_tuteur guardian_city',
  protected_address: 'adresse_protegee adresse_confidentielle protected_address confidential_address',
  overseas: 'outre_mer outremer overseas drom dom_tom',
  company: 'entreprise employeur societe raison_sociale company employer organisation organization',
  population:
    'population populations population_concernee type_population type_de_population categorie_population population_type population_group',
  insurer_name:
    'lib_amc libelle_amc nom_amc nom_mutuelle mutuelle nom_organisme libelle_organisme insurer_name payer_name organisme complementaire',
  cover:
    'code_garantie garantie lib_garantie libelle_garantie formule niveau_garantie cover coverage plan product',
}

const byHeader = new Map<string, Field>()
for (const [field, names] of Object.entries(SYNONYMS) as [Field, string][]) {
  for (const name of names.split(' ')) if (!byHeader.has(name)) byHeader.set(name, field)
}

const YEAR_ONLY = new Set(
  'annee_naissance annee_de_naissance an_naissance annee_naiss birth_year year_of_birth yob by year_birth'.split(
    ' ',
  ),
)

/** Does a header name the year of birth alone? It serves where no date of birth is. */
export function yearOnlyHeader(header: string): boolean {
  return YEAR_ONLY.has(headerKey(header))
}

/** A header in the form the synonyms are written: lower case, no accents, one `_` for anything else. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
}

/** The field a header names, if we know the word. */
export function fieldOfHeader(header: string): Field | undefined {
  return byHeader.get(headerKey(header))
}
