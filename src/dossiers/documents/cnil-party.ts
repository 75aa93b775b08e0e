import { words } from '../../law/index.ts'
import type { DossierField, DossierSection } from '../model.ts'
import { type DossierSource, organisationRef, standing, toldFact } from '../source.ts'
import { processors } from './breach-parts.ts'
import { factField, field, fillFact, lawField, stated } from './fields.ts'

/** Names of these fields were not read in the form itself (law notes, O1: « to check »). */
const check = { toCheck: true } as const

/** Who notifies. SIREN and the two persons are checked names of the form; the rest is to be checked. */
export function partySection(source: DossierSource): DossierSection {
  const { organisation } = source
  return {
    title: words('Le responsable de traitement', 'The controller'),
    fields: [
      field('party_name', 'Nom de l’organisme', 'Name of the organisation', {
        lines: [organisation.name],
        sources: [organisationRef(organisation)],
      }),
      sirenField(source),
      lawField(source, ['party_sector', 'Secteur d’activité', 'Sector'], 'sector', check),
      field(
        'party_address',
        'Adresse',
        'Address',
        organisation.contacts.postal
          ? { lines: organisation.contacts.postal, sources: [organisationRef(organisation)] }
          : null,
        { fill: 'facts/organisations', kind: 'block', ...check },
      ),
      factField(
        source,
        ['party_representative', 'Représentant légal', 'Legal representative'],
        'legal_representative',
        {
          missing: words(
            'à remplir même s’il est aussi la personne à contacter',
            'to be filled even when it is also the contact person',
          ),
        },
      ),
      factField(source, ['party_contact', 'Personne à contacter', 'Contact person'], 'notification_contact', {
        missing: words(
          'à remplir même si c’est le représentant légal',
          'to be filled even when it is the legal representative',
        ),
      }),
      factField(
        source,
        ['party_dpo', 'Délégué à la protection des données', 'Data protection officer'],
        'dpo_contact',
        check,
      ),
      field('party_processors', 'Sous-traitants', 'Processors', processors(source), {
        fill: 'facts/organisations',
        ...check,
      }),
      jointControllers(source),
    ],
  }
}

function sirenField(source: DossierSource): DossierField {
  const none = standing(source, 'siren_none')
  if (none?.kind === 'yes_no' && none.value.answer === 'yes') {
    const told = stated(
      source,
      'Je n’ai pas de numéro SIREN',
      'I have no SIREN number',
      toldFact(source, 'siren_none')?.sources,
    )
    return field('party_siren', 'Numéro SIREN', 'SIREN number', told, { kind: 'box' })
  }
  const told = toldFact(source, 'siren')
  const digits = told?.lines.join('').replace(/\D/g, '') ?? ''
  const wrong = told !== null && !isSiren(digits)
  return field('party_siren', 'Numéro SIREN', 'SIREN number', told, {
    fill: fillFact(source, 'siren'),
    ...(wrong && {
      note: words(
        'à relire\u00a0: ce n’est pas un SIREN valable (neuf chiffres et leur clé)',
        'read again: not a valid SIREN (nine digits and their key)',
      ),
    }),
    missing: words(
      'le numéro, ou le fait «\u00a0L’organisme n’a pas de SIREN\u00a0»',
      'the number, or the fact “The organisation has no SIREN”',
    ),
  })
}

/** Nine digits whose Luhn sum is a multiple of ten (INSEE). */
export function isSiren(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

function jointControllers(source: DossierSource): DossierField {
  const joint = toldFact(source, 'joint_controllers')
  return factField(
    source,
    ['party_joint_controllers', 'Responsables conjoints', 'Joint controllers'],
    'joint_controllers',
    {
      ...check,
      ...(joint ? {} : { missing: words('inscrivez-les, ou «\u00a0aucun\u00a0»', 'enter them, or “none”') }),
    },
  )
}
