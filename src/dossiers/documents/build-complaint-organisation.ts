import { words } from '../../law/index.ts'
import type { Dossier, DossierSection } from '../model.ts'
import { aboutOf, type DossierSource, lawKey, standing } from '../source.ts'
import { doneAt, exposedData, whatHappened } from './breach-parts.ts'
import { factField, field, lawField, MISSING } from './fields.ts'
import {
  contractsOf,
  costRefs,
  costsOf,
  costTable,
  damage,
  dueBy,
  firstKnown,
  keptRef,
  ourField,
  partyFields,
  systemSuppliers,
} from './loss-parts.ts'

/**
 * The complaint of an organisation against X (C. pénal, art. 323-1 ff.): one for each victim. Cover depends on it within
 * 72 hours (C. assur. L12-10-1).
 */
export function buildComplaintOrganisation(source: DossierSource): Dossier {
  return {
    kind: 'complaint_organisation',
    about: aboutOf(source),
    title: words('Plainte contre X', 'Complaint against X'),
    to: words(
      'police, gendarmerie ou procureur de la République',
      'police, gendarmerie or public prosecutor',
    ),
    article: words(
      'Code pénal, art. 323-1 et suivants ; code des assurances, art. L12-10-1',
      'Criminal Code, arts 323-1 ff.; Insurance Code, art. L12-10-1',
    ),
    sections: [
      victim(source),
      facts(source),
      offences(source),
      harm(source),
      insurance(source),
      lodging(),
      joined(source),
    ],
  }
}

function victim(source: DossierSource): DossierSection {
  return {
    title: words('La victime', 'The victim'),
    fields: [
      ...partyFields(source),
      ourField(
        source,
        ['signatory', 'Signataire et son pouvoir', 'Signatory and their power'],
        'complaint_signatory',
        words(
          'fonction du signataire, et acte qui lui donne pouvoir : joignez-le',
          'position of the signatory, and the deed that gives the power: attach it',
        ),
      ),
    ],
  }
}

function facts(source: DossierSource): DossierSection {
  const own = source.organisation.own
  return {
    title: words('Les faits', 'The facts'),
    paragraphs: [
      words(
        'L’organisme porte plainte contre X pour les faits suivants.',
        'The organisation lodges a complaint against X for the following facts.',
      ),
    ],
    fields: [
      field('what_happened', 'Ce qui s’est passé', 'What happened', whatHappened(source), {
        fill: 'facts/new?known=breach_nature',
      }),
      factField(source, ['attack_started', 'Début de l’attaque', 'Start of the attack'], 'attack_started_at'),
      factField(source, ['attack_ended', 'Fin de l’attaque', 'End of the attack'], 'attack_ended_at'),
      field(
        'attack_known',
        'Connaissance de l’attaque',
        'Knowledge of the attack',
        firstKnown(source, 'attack_known_at', 'aware_at', 'told_by_supplier_at'),
        {
          fill: 'clocks/awareness',
          missing: words(
            'jour et heure : les 72 heures partent de là',
            'day and time: the 72 hours start there',
          ),
        },
      ),
      ourField(source, ['systems', 'Systèmes touchés', 'Systems hit'], 'systems_affected', MISSING),
      field('suppliers', 'Prestataires des systèmes', 'Suppliers of the systems', systemSuppliers(source), {
        fill: 'facts/organisations',
      }),
      ourField(
        source,
        ['indicators', 'Traces techniques', 'Technical traces'],
        'compromise_indicators',
        words(
          'demandez-les au prestataire : adresses, empreintes, comptes détournés',
          'ask the supplier for them: addresses, hashes, hijacked accounts',
        ),
      ),
      ourField(
        source,
        ['ransom_note', 'Demande de rançon', 'Ransom note'],
        'ransom_note',
        words('son texte, ou « aucune »', 'its text, or “none”'),
      ),
      field('data_exposed', 'Données atteintes', 'Data reached', own ? exposedData(source) : null, {
        fill: 'facts/exposure',
      }),
      ...(own
        ? [factField(source, ['persons', 'Personnes concernées', 'Persons concerned'], 'affected_estimate')]
        : []),
    ],
  }
}

/** What each article punishes, and the fact that makes it worth naming. Qualified by the prosecutor, never by us. */
function offences(source: DossierSource): DossierSection {
  const fr = source.locale === 'fr'
  const nature = standing(source, 'breach_nature')
  const copied = standing(source, 'data_copied')
  const hindered = nature?.kind === 'choice' && nature.value.code === 'ransomware'
  const taken = copied?.kind === 'yes_no' && copied.value.answer === 'yes'
  const rows = [
    [
      '323-1',
      fr ? 'accès ou maintien frauduleux dans un système' : 'fraudulent access to, or presence in, a system',
      fr ? 'visée par la plainte' : 'named in the complaint',
    ],
    [
      '323-2',
      fr ? 'entrave au fonctionnement d’un système' : 'hindering the working of a system',
      hindered
        ? fr
          ? 'visée : rançongiciel'
          : 'named: ransomware'
        : fr
          ? 'si le système a été bloqué'
          : 'if the system was blocked',
    ],
    [
      '323-3',
      fr
        ? 'introduction, extraction, reproduction ou modification frauduleuse de données'
        : 'fraudulent introduction, extraction, copying or alteration of data',
      taken
        ? fr
          ? 'visée : des données ont été copiées'
          : 'named: data were copied'
        : fr
          ? 'si des données ont été copiées ou modifiées'
          : 'if data were copied or altered',
    ],
  ]
  return {
    title: words('Les infractions', 'The offences'),
    paragraphs: [
      words(
        'Le procureur qualifie les faits. Articles à vérifier par un juriste avant le dépôt.',
        'The prosecutor qualifies the facts. Articles to be checked by a lawyer before lodging.',
      ),
    ],
    sources: [nature, copied].flatMap((fact) => (fact ? [{ key: fact.key, id: fact.id }] : [])),
    table: {
      columns: [
        { label: words('Code pénal, art.', 'Criminal Code, art.'), share: 0.6 },
        { label: words('Infraction', 'Offence'), share: 1.6 },
        { label: words('Ici', 'Here') },
      ],
      rows,
    },
  }
}

function harm(source: DossierSource): DossierSection {
  return {
    title: words('Le préjudice', 'The harm'),
    sources: costRefs(source),
    fields: [
      field('damage', 'Estimation à ce jour', 'Estimate to date', damage(source), {
        fill: 'disruption/costs',
        missing: words(
          'tenez le journal des surcoûts, ou donnez une première estimation',
          'keep the extra-cost journal, or give a first estimate',
        ),
      }),
    ],
    ...(costsOf(source).length > 0 ? { table: costTable(source) } : {}),
  }
}

function insurance(source: DossierSource): DossierSection {
  const contracts = contractsOf(source)
  const told = contracts.length
    ? {
        lines: contracts.map(({ insurer, groupContract }) =>
          [insurer, groupContract].filter(Boolean).join(', '),
        ),
        sources: contracts.map((one) => keptRef('contract', one)),
      }
    : null
  return {
    title: words('L’assurance et le délai', 'Insurance and the delay'),
    fields: [
      field('insurers', 'Assureur et contrat', 'Insurer and contract', told, {
        fill: 'disruption/insurance',
        missing: words('inscrivez la carte de l’assureur', 'record the insurer card'),
      }),
      field('due', 'À déposer avant', 'To be lodged before', dueBy(source, 'lopmi_complaint'), {
        fill: 'clocks',
        missing: words(
          '72 heures après la connaissance de l’attaque, week-end compris',
          '72 hours after knowledge of the attack, weekends included',
        ),
      }),
      field(
        'filed',
        'Déposée le',
        'Lodged on',
        doneAt(source, 'lopmi_complaint', lawKey(source, 'complaint_filed_at')),
        {
          fill: 'clocks',
          missing: words(
            'inscrivez le récépissé avec son heure : c’est à vous de prouver la date',
            'enter the receipt with its time: the date is yours to prove',
          ),
        },
      ),
      lawField(
        source,
        ['acts_professionally', 'Activité professionnelle', 'Professional activity'],
        'acts_professionally',
        {
          missing: MISSING,
        },
      ),
    ],
  }
}

function lodging(): DossierSection {
  return {
    title: words('Où la déposer', 'Where to lodge it'),
    paragraphs: [
      words(
        'Dans une brigade de gendarmerie ou un commissariat : ils sont tenus de la recevoir (code de procédure pénale, art. 15-3). Ou par lettre au procureur de la République. 17Cyber.gouv.fr oriente.',
        'At a gendarmerie or a police station: they are bound to receive it (Code of Criminal Procedure, art. 15-3). Or by letter to the public prosecutor. 17Cyber.gouv.fr gives orientation.',
      ),
      words(
        'Une pré-plainte n’est pas une plainte tant qu’elle n’est pas signée. « Plainte en ligne » et THESEE ne couvrent pas sûrement cette attaque.',
        'A pré-plainte is not a complaint until it is signed. “Plainte en ligne” and THESEE do not surely cover this attack.',
      ),
      words(
        'Une plainte par victime : celle du prestataire, de l’ordre ou du groupe ne vaut pas pour cet organisme. Gardez le récépissé et son heure.',
        'One complaint for each victim: the supplier’s, the professional body’s or the group’s does not count for this organisation. Keep the receipt with its time.',
      ),
    ],
  }
}

function joined(source: DossierSource): DossierSection {
  const fr = source.locale === 'fr'
  return {
    title: words('Les pièces à joindre', 'To be attached'),
    table: {
      columns: [
        { label: words('Pièce', 'Document') },
        { label: words('D’où elle vient', 'Where it comes from') },
      ],
      rows: fr
        ? [
            ['Extrait Kbis, ou équivalent', 'greffe ou INPI'],
            ['Pouvoir du signataire', 'votre organisme'],
            ['Message d’alerte du prestataire', 'vos archives'],
            ['Demande de rançon et traces techniques, s’il y en a', 'prestataire, équipe informatique'],
            ['Journal des surcoûts (CSV)', 'joint à l’archive'],
          ]
        : [
            ['Company extract (Kbis), or equivalent', 'registry or INPI'],
            ['Power of the signatory', 'your organisation'],
            ['The supplier’s warning', 'your records'],
            ['Ransom note and technical traces, if any', 'supplier, IT team'],
            ['Extra-cost journal (CSV)', 'in the archive'],
          ],
    },
  }
}
