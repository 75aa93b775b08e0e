import { words } from '../law/index.ts'
import { exposedData, filingsMade, peopleTold, whatHappened } from './breach-parts.ts'
import { dueTable, filingRefs, owed } from './duty-tables.ts'
import { factField, field, fillFact, lawField, stated, together } from './fields.ts'
import type { Dossier, DossierField, DossierSection } from './model.ts'
import { aboutOf, type DossierSource, lawKey, standing, type Told, toldFact } from './source.ts'

/** One page for the board: what happened, what we owe and when, what is done, what is asked of it. */
export function buildBoardNote(source: DossierSource): Dossier {
  return {
    kind: 'board_note',
    about: aboutOf(source),
    title: words('Note au conseil', 'Note to the board'),
    to: words('le conseil d’administration', 'the board'),
    article: words('information interne', 'internal information'),
    brief: true,
    sections: [happened(source), due(source), done(source), asked(source)],
  }
}

function happened(source: DossierSource): DossierSection {
  const persons = lawKey(source, 'persons')
  return {
    title: words('Ce qui s’est passé', 'What happened'),
    fields: [
      field('what', 'La violation', 'The breach', whatHappened(source), {
        fill: fillFact(source, 'breach_nature'),
      }),
      factField(source, ['persons', 'Personnes concernées', 'Persons concerned'], persons),
      field('data', 'Données exposées', 'Data exposed', exposedData(source), { fill: 'facts/exposure' }),
      lawField(source, ['risk', 'Risque retenu', 'Risk decided'], 'risk_decided', { fill: 'clocks' }),
    ],
  }
}

const MOST_DUTIES = 8

function due(source: DossierSource): DossierSection {
  const title = words('Ce que nous devons, et quand', 'What we owe, and when')
  const open = owed(source).filter(({ group }) => group !== 'done')
  const shown = open.slice(0, MOST_DUTIES)
  const more = open.length - shown.length
  if (!source.board)
    return {
      title,
      paragraphs: [words('Le tableau des échéances n’est pas lu.', 'The board of duties is not read.')],
    }
  if (open.length === 0)
    return {
      title,
      paragraphs: [words('Rien n’est dû qui ne soit fait.', 'Nothing is due that is not done.')],
    }
  return {
    title,
    paragraphs:
      more > 0
        ? [
            words(
              `Les ${shown.length} premières, sur ${open.length}\u00a0; les autres sont au tableau des échéances.`,
              `The first ${shown.length} of ${open.length}; the others are on the board of duties.`,
            ),
          ]
        : [],
    sources: filingRefs(shown),
    table: dueTable(source, shown),
  }
}

function done(source: DossierSource): DossierSection {
  const filed = together(
    filingsMade(source, ...new Set(owed(source).map(({ conclusion }) => conclusion.snapshot.rule.id))),
  )
  return {
    title: words('Ce qui est fait', 'What is done'),
    fields: [
      factField(source, ['measures', 'Mesures', 'Measures'], 'measures_by_controller'),
      field('filings', 'Dépôts', 'Filings', filed, {
        fill: 'clocks',
        missing: words('aucun dépôt n’est inscrit', 'no filing is recorded'),
      }),
      field('told', 'Personnes informées', 'Persons told', peopleTold(source), {
        fill: 'sending',
        missing: words('aucun envoi n’est parti', 'no message has left'),
      }),
    ],
  }
}

function asked(source: DossierSource): DossierSection {
  const told = together(toldFact(source, 'board_request'), openDecisions(source))
  const request: DossierField = field('request', 'Nos demandes', 'Our requests', told, {
    fill: fillFact(source, 'board_request'),
    missing: words('écrivez ce que vous demandez au conseil', 'write what you ask of the board'),
  })
  return { title: words('Ce que nous vous demandons', 'What we ask of you'), fields: [request] }
}

/** What nobody decided or holds yet: the board can have it settled. */
function openDecisions(source: DossierSource): Told | null {
  const undecided = standing(source, lawKey(source, 'risk_decided'))
    ? null
    : stated(source, 'Faire décider du risque pour les personnes.', 'Have the risk for persons decided on.')
  const free = owed(source).filter(({ holder, group }) => holder === null && group !== 'done').length
  const unheld =
    free > 0
      ? stated(
          source,
          free === 1
            ? 'Désigner qui tient l’échéance que personne ne tient.'
            : `Désigner qui tient les ${free} échéances que personne ne tient.`,
          free === 1
            ? 'Name who holds the duty that nobody holds.'
            : `Name who holds the ${free} duties that nobody holds.`,
        )
      : null
  return together(undecided, unheld)
}
