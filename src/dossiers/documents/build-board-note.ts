import { type Words, words } from '../../law/index.ts'
import type { Dossier, DossierField, DossierSection } from '../model.ts'
import { aboutOf, type DossierSource, lawKey, standing, type Told, toldFact } from '../source.ts'
import { exposedCategories, filingsMade, peopleTold, whatHappened } from './breach-parts.ts'
import { dueTable, filingRefs, open, owed } from './duty-tables.ts'
import { factField, field, fillFact, lawField, stated, together } from './fields.ts'

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
      field('data', 'Données exposées', 'Data exposed', exposedCategories(source), {
        fill: 'facts/exposure',
      }),
      lawField(source, ['risk', 'Risque retenu', 'Risk decided'], 'risk_decided', { fill: 'clocks/risk' }),
    ],
  }
}

/** More would not leave the note on one page. */
const MOST_DUTIES = 6

function due(source: DossierSource): DossierSection {
  const title = words('Ce que nous devons, et quand', 'What we owe, and when')
  if (!source.board)
    return {
      title,
      paragraphs: [words('Aucun tableau des échéances pour cet organisme.', 'No board of duties for it.')],
    }
  const due = owed(source).filter(({ group }) => group !== 'done')
  const shown = due.slice(0, MOST_DUTIES)
  return {
    title,
    paragraphs: [dueSentence(due.length, shown.length, open(source).length)],
    sources: filingRefs(shown),
    ...(shown.length > 0 && { table: dueTable(source, shown) }),
  }
}

function dueSentence(due: number, shown: number, open: number): Words {
  const fr =
    due === 0
      ? 'Rien n’est dû qui ne soit fait.'
      : due > shown
        ? `${due} obligations sont dues\u00a0: voici les ${shown} premières.`
        : due === 1
          ? 'Une obligation est due.'
          : `${due} obligations sont dues.`
  const en =
    due === 0
      ? 'Nothing is due that is not done.'
      : due > shown
        ? `${due} duties are owed: here are the first ${shown}.`
        : due === 1
          ? 'One duty is owed.'
          : `${due} duties are owed.`
  if (open === 0) return words(fr, en)
  return words(
    `${fr} ${open === 1 ? 'Une autre dépend' : `${open} autres dépendent`} de faits qui manquent.`,
    `${en} ${open === 1 ? 'Another depends' : `${open} others depend`} on facts that are missing.`,
  )
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
