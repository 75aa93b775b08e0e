import { approved, toOthers } from './item.ts'

/** What a correction says first: what we had written, and what holds now. */
export const correctionFr = {
  'correction.subject': approved("Correction : ce que nous vous avons écrit sur l'incident chez {processor}"),
  'correction.wrote': approved(
    'Nous vous avons déjà écrit au sujet de cet incident. Une partie de ce que nous disions a changé.',
  ),
  'correction.wrote_concerned': approved(
    'Nous vous avions écrit que vos données faisaient partie de celles qui ont été exposées.',
    {
      variants: toOthers(
        'Nous vous avions écrit que les données de chaque personne nommée plus haut faisaient partie de celles qui ont été exposées.',
        {
          guardian:
            'Nous vous avions écrit que les données de la personne que vous représentez faisaient partie de celles qui ont été exposées.',
          firm: 'Nous vous avions écrit que des données de votre entreprise faisaient partie de celles qui ont été exposées.',
          relative_of_deceased:
            "Nous vous avions écrit que les données d'un proche décédé faisaient partie de celles qui ont été exposées.",
        },
      ),
    },
  ),
  'correction.wrote_doubt': approved(
    'Nous vous avions écrit que nous ne pouvions pas dire si vos données avaient été exposées.',
    {
      variants: toOthers(
        'Nous vous avions écrit que nous ne pouvions pas dire si les données de chaque personne nommée plus haut avaient été exposées.',
        {
          guardian:
            'Nous vous avions écrit que nous ne pouvions pas dire si les données de la personne que vous représentez avaient été exposées.',
          firm: 'Nous vous avions écrit que nous ne pouvions pas dire si des données de votre entreprise avaient été exposées.',
          relative_of_deceased:
            "Nous vous avions écrit que nous ne pouvions pas dire si les données d'un proche décédé avaient été exposées.",
        },
      ),
    },
  ),
  'correction.wrote_not_listed': approved(
    "Nous vous avions écrit que vous n'étiez pas sur la liste, ou qu'un doute demeurait.",
    {
      variants: toOthers(
        "Nous vous avions écrit qu'aucune personne nommée plus haut n'était sur la liste, ou qu'un doute demeurait.",
        {
          guardian:
            "Nous vous avions écrit que la personne que vous représentez n'était pas sur la liste, ou qu'un doute demeurait.",
          firm: "Nous vous avions écrit que votre entreprise n'était pas sur la liste, ou qu'un doute demeurait.",
          relative_of_deceased:
            "Nous vous avions écrit que votre proche n'était pas sur la liste, ou qu'un doute demeurait.",
        },
      ),
    },
  ),
  'correction.list_changed': approved('La liste a été corrigée depuis.'),
  'correction.listed_now': approved('Vous êtes sur la liste v{listNumber}, établie le {listDay}.', {
    variants: toOthers(
      'Chaque personne nommée plus haut est sur la liste v{listNumber}, établie le {listDay}.',
      {
        guardian: 'La personne que vous représentez est sur la liste v{listNumber}, établie le {listDay}.',
        firm: 'Votre entreprise est sur la liste v{listNumber}, établie le {listDay}.',
        relative_of_deceased: 'Votre proche est sur la liste v{listNumber}, établie le {listDay}.',
      },
    ),
  }),
  'correction.doubt_now': approved(
    'La liste v{listNumber}, établie le {listDay}, ne permet pas de dire si vos données ont été exposées.',
    {
      variants: toOthers(
        'La liste v{listNumber}, établie le {listDay}, ne permet pas de dire si ses données ont été exposées.',
        {
          firm: 'La liste v{listNumber}, établie le {listDay}, ne permet pas de dire si des données de votre entreprise ont été exposées.',
          relative_of_deceased:
            'La liste v{listNumber}, établie le {listDay}, ne permet pas de dire si ses données ont été exposées.',
        },
      ),
    },
  ),
  'correction.changes': approved('Voici ce qui change :'),
  'correction.replaces': approved('La suite de ce message remplace le précédent.'),
  'correction.fact': approved('{label}. Nous avions écrit : {before}. Il faut lire : {after}.'),
  'correction.fact_new': approved("{label}. Nous ne l'avions pas écrit. Il faut lire : {after}."),
  'correction.fact_gone': approved("{label}. Nous avions écrit : {before}. Nous ne l'écrivons plus."),
  'correction.now_exposed': approved(
    "Nous n'avions pas cité cette donnée parmi les données exposées. Il faut l'ajouter : {category}.",
  ),
  'correction.no_longer_exposed': approved(
    "Nous avions écrit que cette donnée avait été exposée. Elle ne l'a pas été : {category}.",
  ),
  'correction.now_uncertain': approved(
    "Nous avions écrit que cette donnée avait été exposée. Nous ne pouvons plus l'affirmer : {category}.",
  ),
  'correction.advice_gone': approved('Ne suivez plus ce conseil : « {advice} »'),
  'correction.advice_new': approved('Nous ajoutons ce conseil : « {advice} »'),
  'correction.keep': approved('Gardez ces précautions, utiles à tout le monde :'),
}
