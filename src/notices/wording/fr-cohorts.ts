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
          'Vous êtes le représentant légal de chaque mineur nommé plus haut. Nous ne pouvons pas dire si ses données font partie de celles qui ont été exposées. Si la mention « vous » suit votre nom, le même doute vaut pour vos données.',
        policyholder_for_dependants:
          'Chaque personne nommée plus haut relève de votre contrat. Nous ne pouvons pas dire si ses données font partie de celles qui ont été exposées. Si la mention « vous » suit votre nom, le même doute vaut pour vos données.',
        guardian:
          'Vous représentez la personne nommée plus haut. Nous ne pouvons pas dire si ses données font partie de celles qui ont été exposées.',
        health_professional:
          'Nous vous écrivons parce que nous ne pouvons pas dire si des données de votre activité font partie de celles qui ont été exposées.',
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
          guardian:
            "Dans le fichier exposé, une ligne au moins peut désigner plusieurs personnes, dont celle que vous représentez. Ce qu'elle contient ne suffit pas à dire de qui il s'agit.",
          firm: "Dans le fichier exposé, une ligne au moins peut désigner plusieurs entreprises, dont la vôtre. Ce qu'elle contient ne suffit pas à dire de laquelle il s'agit.",
          relative_of_deceased:
            "Dans le fichier exposé, une ligne au moins peut désigner plusieurs personnes, dont votre proche. Ce qu'elle contient ne suffit pas à dire de qui il s'agit.",
        },
      ),
    },
  ),
  'cannot_tell.meanwhile': approved(
    "Par prudence, faites comme s'il s'agissait de vous. Les conseils de ce message valent pour vous dès maintenant.",
    {
      variants: toOthers(
        "Par prudence, faites comme s'il s'agissait d'elle. Les conseils de ce message valent dès maintenant.",
        {
          firm: "Par prudence, faites comme s'il s'agissait de la vôtre. Les conseils de ce message valent dès maintenant.",
          relative_of_deceased:
            "Par prudence, faites comme s'il s'agissait de votre proche. Les conseils de ce message valent dès maintenant.",
        },
      ),
    },
  ),
  'cannot_tell.later': approved(
    'Nous continuons nos vérifications. Si elles montrent que vos données ont été exposées, un nouveau message vous le dira. Sans nouveau message, le doute demeure.',
    {
      variants: toOthers(
        'Nous continuons nos vérifications. Si elles montrent que ses données ont été exposées, un nouveau message vous le dira. Sans nouveau message, le doute demeure.',
        {
          firm: 'Nous continuons nos vérifications. Si elles montrent que des données de votre entreprise ont été exposées, un nouveau message vous le dira. Sans nouveau message, le doute demeure.',
          relative_of_deceased:
            'Nous continuons nos vérifications. Si elles montrent que ses données ont été exposées, un nouveau message vous le dira. Sans nouveau message, le doute demeure.',
        },
      ),
    },
  ),
  'cannot_tell.data': approved("S'il s'agit de vous, les données exposées sont :", {
    serves: 'nature',
    variants: toOthers("S'il s'agit d'une personne nommée plus haut, ses données exposées sont :", {
      guardian: "S'il s'agit de la personne que vous représentez, ses données exposées sont :",
      firm: "S'il s'agit de votre entreprise, les données exposées sont :",
      relative_of_deceased: "S'il s'agit de votre proche, ses données exposées sont :",
    }),
  }),
  'cannot_tell.consequences': approved('Si ces données sont les vôtres, voici ce que cela peut entraîner :', {
    variants: toOthers(
      "Si ces données sont celles d'une personne nommée plus haut, voici ce que cela peut entraîner :",
      {
        guardian:
          'Si ces données sont celles de la personne que vous représentez, voici ce que cela peut entraîner :',
        firm: 'Si ces données sont celles de votre entreprise, voici ce que cela peut entraîner :',
        relative_of_deceased:
          'Si ces données sont celles de votre proche, voici ce que cela peut entraîner :',
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
          'Nous écrivons, par précaution, au sujet de toutes les personnes que nous couvrons. Vous êtes le représentant légal de chaque mineur nommé plus haut.',
        policyholder_for_dependants:
          'Nous écrivons, par précaution, au sujet de toutes les personnes que nous couvrons. Chaque personne nommée plus haut relève de votre contrat.',
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
        "Au {listDay}, aucune personne nommée plus haut n'est sur la liste v{listNumber}. Nous avons établi cette liste à partir du fichier transmis par {processor}.",
        {
          guardian:
            "Au {listDay}, la personne que vous représentez n'est pas sur la liste v{listNumber}. Nous avons établi cette liste à partir du fichier transmis par {processor}.",
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
        "Cette liste peut changer. Ne pas y figurer ne prouve pas que rien n'a été exposé.",
        {
          guardian: "Cette liste peut changer. Elle ne prouve pas que ses données n'ont pas été exposées.",
          firm: "Cette liste peut changer. Elle ne prouve pas que les données de votre entreprise n'ont pas été exposées.",
          relative_of_deceased:
            "Cette liste peut changer. Elle ne prouve pas que ses données n'ont pas été exposées.",
        },
      ),
    },
  ),
  'not_listed.later': approved(
    'Si une nouvelle liste montre que vos données ont été exposées, un nouveau message vous le dira.',
    {
      variants: toOthers(
        'Si une nouvelle liste porte un nom cité plus haut, un nouveau message vous le dira.',
        {
          guardian:
            'Si une nouvelle liste montre que ses données ont été exposées, un nouveau message vous le dira.',
          firm: 'Si une nouvelle liste montre que des données de votre entreprise ont été exposées, un nouveau message vous le dira.',
          relative_of_deceased:
            'Si une nouvelle liste montre que ses données ont été exposées, un nouveau message vous le dira.',
        },
      ),
    },
  ),
  'not_listed.data': approved('Pour les personnes qui sont sur cette liste, les données exposées sont :', {
    serves: 'nature',
    variants: {
      health_professional:
        'Pour les professionnels de santé qui sont sur cette liste, les données exposées sont :',
      firm: 'Pour les entreprises qui sont sur cette liste, les données exposées sont :',
    },
  }),
  'not_listed.consequences': approved(
    'Si cette liste se révélait incomplète, voici ce que cela pourrait entraîner :',
  ),
  'relatives.deceased': approved(
    "Nous savons que ces lignes rappellent un deuil. Les données d'un proche décédé, couvert par le même contrat, figurent dans le même fichier. Si quelqu'un utilise son nom, prévenez notre service clients.",
  ),
}
