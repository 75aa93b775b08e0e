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
        health_professional:
          'Vos données professionnelles : un doute demeure après ce qui est arrivé chez {processor}',
        firm: 'Données de votre entreprise : un doute demeure après ce qui est arrivé chez {processor}',
        relative_of_deceased:
          "Données d'un proche : un doute demeure après ce qui est arrivé chez {processor}",
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
        firm: 'Nous vous écrivons parce que nous ne pouvons pas dire si des données de votre entreprise font partie de celles qui ont été exposées.',
        relative_of_deceased:
          "Nous savons que ce message rappelle un deuil. Nous ne pouvons pas dire si les données d'un proche décédé, couvert par le contrat de votre foyer, font partie de celles qui ont été exposées.",
      },
    },
  ),
  'cannot_tell.reason': approved(
    "Dans le fichier exposé, une ligne au moins peut désigner plusieurs personnes, dont vous. Ce qu'elle contient ne suffit pas à dire de qui il s'agit.",
    {
      variants: toOthers(
        "Dans le fichier exposé, une ligne au moins peut désigner plusieurs personnes, dont une personne nommée plus haut. Ce qu'elle contient ne suffit pas à dire de qui il s'agit.",
        {
          firm: "Dans le fichier exposé, une ligne au moins peut désigner plusieurs entreprises, dont la vôtre. Ce qu'elle contient ne suffit pas à dire de laquelle il s'agit.",
          relative_of_deceased:
            "Dans le fichier exposé, une ligne au moins peut désigner plusieurs personnes, dont ce proche. Ce qu'elle contient ne suffit pas à dire de qui il s'agit.",
        },
      ),
    },
  ),
  'cannot_tell.meanwhile': approved(
    'Par prudence, faites comme si ces données étaient les vôtres. Les conseils de ce message valent pour vous dès maintenant.',
    {
      variants: toOthers(
        'Par prudence, faites comme si ces données étaient les leurs. Les conseils de ce message valent dès maintenant.',
        {
          relative_of_deceased:
            'Par prudence, faites comme si ces données étaient les siennes. Les conseils de ce message valent dès maintenant.',
        },
      ),
    },
  ),
  'cannot_tell.later': approved(
    'Nous continuons ces vérifications. Si elles montrent que vos données ont été exposées, un nouveau message vous le dira. Sans nouveau message, le doute demeure.',
    {
      variants: toOthers(
        'Nous continuons ces vérifications. Si elles montrent que ces données ont été exposées, un nouveau message vous le dira. Sans nouveau message, le doute demeure.',
        {
          firm: 'Nous continuons ces vérifications. Si elles montrent que des données de votre entreprise ont été exposées, un nouveau message vous le dira. Sans nouveau message, le doute demeure.',
          relative_of_deceased:
            'Nous continuons ces vérifications. Si elles montrent que ses données ont été exposées, un nouveau message vous le dira. Sans nouveau message, le doute demeure.',
        },
      ),
    },
  ),
  'cannot_tell.data': approved("S'il s'agit de vous, les données exposées sont :", {
    serves: 'nature',
    variants: toOthers("S'il s'agit d'une personne nommée plus haut, ses données exposées sont :", {
      firm: "S'il s'agit de votre entreprise, les données exposées sont :",
      relative_of_deceased: "S'il s'agit de ce proche, les données exposées sont :",
    }),
  }),
  'cannot_tell.consequences': approved('Si ces données sont les vôtres, voici ce que cela peut entraîner :', {
    variants: toOthers(
      "Si ces données sont celles d'une personne nommée plus haut, voici ce que cela peut entraîner :",
      {
        relative_of_deceased: 'Si ces données sont celles de ce proche, voici ce que cela peut entraîner :',
      },
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
        health_professional:
          "L'incident a eu lieu chez un prestataire qui travaille avec de nombreux professionnels de santé. Nous écrivons, par précaution, à tous ceux que nous connaissons.",
        firm: "L'incident a eu lieu chez un prestataire qui travaille avec de nombreuses entreprises. Nous écrivons, par précaution, à toutes celles que nous connaissons.",
        client_of_firm:
          "L'incident a eu lieu chez un prestataire d'entreprises et de cabinets. Nous écrivons, par précaution, à tous leurs clients que nous connaissons.",
        relative_of_deceased:
          'Nous savons que ce message rappelle un deuil. Nous écrivons, par précaution, au sujet de toutes les personnes que nous avons couvertes.',
      },
    },
  ),
  'not_listed.list': approved(
    "Au {listDay}, vous n'êtes pas sur la liste v{listNumber}. Nous avons établi cette liste à partir du fichier transmis par {processor}.",
    {
      variants: toOthers(
        'Au {listDay}, les personnes nommées plus haut ne sont pas sur la liste v{listNumber}. Nous avons établi cette liste à partir du fichier transmis par {processor}.',
        {
          firm: "Au {listDay}, votre entreprise n'est pas sur la liste v{listNumber}. Nous avons établi cette liste à partir du fichier transmis par {processor}.",
          relative_of_deceased:
            "Au {listDay}, votre proche n'est pas sur la liste v{listNumber}. Nous avons établi cette liste à partir du fichier transmis par {processor}.",
        },
      ),
    },
  ),
  'not_listed.changes': approved(
    "Cette liste peut changer. Elle ne prouve pas que vos données n'ont pas été exposées.",
    {
      variants: toOthers(
        "Cette liste peut changer. Elle ne prouve pas que leurs données n'ont pas été exposées.",
        {
          relative_of_deceased:
            "Cette liste peut changer. Elle ne prouve pas que ses données n'ont pas été exposées.",
        },
      ),
    },
  ),
  'not_listed.later': approved(
    'Si une autre liste montre que vos données ont été exposées, un nouveau message vous le dira.',
    {
      variants: toOthers(
        'Si une autre liste montre que leurs données ont été exposées, un nouveau message vous le dira.',
        {
          relative_of_deceased:
            'Si une autre liste montre que ses données ont été exposées, un nouveau message vous le dira.',
        },
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
    "Nous savons que ces lignes rappellent un deuil. Les données d'un proche décédé, couvert par le même contrat, figurent dans le même fichier. Si quelqu'un utilise son nom, prévenez notre service clients.",
  ),
}
