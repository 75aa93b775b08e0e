import { approved, toOthers } from './item.ts'

/** What is said to those of whom we cannot tell, to those on no list, and of someone who died. */
export const cohortsFr = {
  'cannot_tell.subject': approved(
    'Vos données personnelles : un doute demeure après ce qui est arrivé chez {processor}',
    {
      variants: {
        parent_of_minor: "Données d'un enfant : un doute demeure après ce qui est arrivé chez {processor}",
        policyholder_for_dependants:
          'Données personnelles dans votre famille : un doute demeure après ce qui est arrivé chez {processor}',
        guardian:
          'Données de la personne que vous représentez : un doute demeure après ce qui est arrivé chez {processor}',
      },
    },
  ),
  'cannot_tell.why': approved(
    'Nous vous écrivons parce que nous ne pouvons pas dire si vos données font partie de celles qui ont été exposées.',
    {
      serves: 'nature',
      variants: {
        parent_of_minor:
          'Vous êtes le représentant légal des mineurs nommés plus haut. Nous ne pouvons pas dire si leurs données font partie de celles qui ont été exposées. Si la liste porte la mention « vous », le même doute vaut pour les vôtres.',
        policyholder_for_dependants:
          'Les personnes nommées plus haut relèvent de votre contrat. Nous ne pouvons pas dire si leurs données font partie de celles qui ont été exposées. Si la liste porte la mention « vous », le même doute vaut pour les vôtres.',
        guardian:
          'Vous représentez la personne nommée plus haut. Nous ne pouvons pas dire si ses données font partie de celles qui ont été exposées.',
      },
    },
  ),
  'cannot_tell.reason': approved(
    "Dans le fichier exposé, une ligne au moins peut désigner plusieurs personnes, dont vous. Ce qu'elle contient ne suffit pas à dire de qui il s'agit.",
    {
      variants: toOthers(
        "Dans le fichier exposé, une ligne au moins peut désigner plusieurs personnes, dont une personne nommée plus haut. Ce qu'elle contient ne suffit pas à dire de qui il s'agit.",
      ),
    },
  ),
  'cannot_tell.meanwhile': approved(
    'Par prudence, faites comme si ces données étaient les vôtres. Les conseils de ce message valent pour vous dès maintenant.',
    {
      variants: toOthers(
        'Par prudence, faites comme si ces données étaient les leurs. Les conseils de ce message valent dès maintenant.',
      ),
    },
  ),
  'cannot_tell.later': approved(
    'Nous continuons ces vérifications. Si elles montrent que vos données ont été exposées, un nouveau message vous le dira. Sans nouveau message, le doute demeure.',
    {
      variants: toOthers(
        'Nous continuons ces vérifications. Si elles montrent que ces données ont été exposées, un nouveau message vous le dira. Sans nouveau message, le doute demeure.',
      ),
    },
  ),
  'cannot_tell.data': approved("S'il s'agit de vous, les données exposées sont :", {
    serves: 'nature',
    variants: toOthers("S'il s'agit d'une personne nommée plus haut, ses données exposées sont :"),
  }),
  'cannot_tell.consequences': approved('Si ces données sont les vôtres, voici ce que cela peut entraîner :', {
    variants: toOthers(
      "Si ces données sont celles d'une personne nommée plus haut, voici ce que cela peut entraîner :",
    ),
  }),
  'not_listed.subject': approved(
    'Incident chez {processor} : ce que nous savons, et les précautions à prendre',
  ),
  'not_listed.why': approved(
    "L'incident a eu lieu chez un prestataire qui travaille pour toutes les personnes que nous couvrons. Nous écrivons à chacune d'elles, par précaution.",
    {
      serves: 'nature',
      variants: {
        parent_of_minor:
          'Nous écrivons, par précaution, au sujet de toutes les personnes que nous couvrons. Vous êtes le représentant légal des mineurs nommés plus haut.',
        policyholder_for_dependants:
          'Nous écrivons, par précaution, au sujet de toutes les personnes que nous couvrons. Les personnes nommées plus haut relèvent de votre contrat.',
        guardian:
          'Nous écrivons, par précaution, au sujet de toutes les personnes que nous couvrons. Vous représentez la personne nommée plus haut.',
      },
    },
  ),
  'not_listed.list': approved(
    "Au {listDay}, vous n'êtes pas sur la liste v{listNumber}. Nous avons établi cette liste à partir du fichier transmis par {processor}.",
    {
      variants: toOthers(
        'Au {listDay}, les personnes nommées plus haut ne sont pas sur la liste v{listNumber}. Nous avons établi cette liste à partir du fichier transmis par {processor}.',
      ),
    },
  ),
  'not_listed.changes': approved(
    "Cette liste peut changer. Elle ne prouve pas que vos données n'ont pas été exposées.",
    {
      variants: toOthers(
        "Cette liste peut changer. Elle ne prouve pas que leurs données n'ont pas été exposées.",
      ),
    },
  ),
  'not_listed.later': approved(
    'Si une autre liste montre que vos données ont été exposées, un nouveau message vous le dira.',
    {
      variants: toOthers(
        'Si une autre liste montre que leurs données ont été exposées, un nouveau message vous le dira.',
      ),
    },
  ),
  'not_listed.data': approved('Pour les personnes qui sont sur cette liste, les données exposées sont :', {
    serves: 'nature',
  }),
  'not_listed.consequences': approved(
    'Si cette liste se révélait incomplète, voici ce que cela pourrait entraîner :',
  ),
  'relatives.deceased': approved(
    "Nous sommes désolés de rappeler un deuil. Les données d'un proche décédé, couvert par le même contrat, figurent dans le même fichier. Si quelqu'un utilise son nom, prévenez notre service clients.",
  ),
}
