const fr = {
  title: 'Lignes mises à part',
  lead: (count: string, n: number, role: string) => [
    n === 0
      ? `Aucune ligne n’est à part\u00a0: ${role}.`
      : `${count} ${n === 1 ? 'ligne est' : 'lignes sont'} à part\u00a0: ${role}.`,
  ],
  note: 'Une ligne à part a le verdict «\u00a0illisible\u00a0»\u00a0: elle n’est ni perdue ni écartée. Son contenu reste chiffré.',
  roles: { register: 'fichier des adhérents', exposed: 'liste exposée' } as Record<string, string>,
  other: (role: string, count: string) => `À part dans l’autre fichier (${role})\u00a0: ${count}`,
  byReason: 'Pourquoi',
  reasonColumns: ['Raison', 'Lignes', 'Que faire'],
  reasons: {
    wrong_column_count: [
      'Nombre de colonnes différent de l’en-tête',
      'Remettez chaque valeur dans sa colonne.',
    ],
    undecodable_bytes: ['Octets qui ne forment aucun caractère', 'Écrivez de nouveau le mot abîmé.'],
    unterminated_quote: ['Guillemet ouvert et jamais fermé', 'Fermez le guillemet, ou ôtez-le.'],
    text_after_quote: ['Texte après un guillemet fermant', 'Doublez les guillemets qui sont dans la valeur.'],
    control_character: ['Caractère de contrôle dans une valeur', 'Ôtez le caractère invisible.'],
    line_too_long: [
      'Ligne de plus de 1 Mio',
      'Une fin de ligne manque sans doute\u00a0: redemandez ces lignes.',
    ],
    truncated_last_line: ['Dernière ligne coupée', 'Le fichier n’est pas complet\u00a0: redemandez-le.'],
    broken_cell: ['Cellule illisible du classeur', 'Écrivez de nouveau la valeur.'],
    formula_without_value: ['Formule sans valeur', 'Mettez la valeur à la place de la formule.'],
  } as Record<string, [string, string]>,
  lines: 'Où',
  lineColumns: ['Ligne du fichier', 'Rang', 'Colonne', 'Raison', 'Contenu'],
  wholeLine: 'toute la ligne',
  show: 'Voir la ligne',
  showNote:
    'Voir une ligne est inscrit à la main courante et compté. Ce qui ressemble à un numéro de sécurité sociale reste masqué.',
  shown: (line: string) => `Contenu de la ligne ${line}`,
  next: 'Lignes suivantes',
  repair: 'Réparer',
  repairNote:
    'Remplissez les colonnes de chaque ligne dans la feuille, puis déposez-la. Chaque ligne réparée garde son rang\u00a0; les autres restent à part. Si des lignes ont déjà été réparées, laissez-les dans le fichier.',
  sheet: 'Télécharger la feuille de réparation (CSV)',
  sheetNote:
    'Elle contient des données de personnes\u00a0: ce téléchargement est inscrit à la main courante.',
  file: 'Lignes réparées',
  send: 'Importer avec ces lignes',
  sendNote: 'Les deux mêmes listes sont rapprochées de nouveau, et donnent un brouillon.',
  registerRepair:
    'Une ligne du fichier des adhérents se répare dans ce fichier\u00a0: déposez-le de nouveau, entier.',
  none: 'Rien n’est à réparer.',
}

const en: typeof fr = {
  title: 'Lines set aside',
  lead: (count, n, role) => [
    n === 0
      ? `No line is set aside: ${role}.`
      : `${count} ${n === 1 ? 'line is' : 'lines are'} set aside: ${role}.`,
  ],
  note: 'A line set aside has the verdict “unreadable”: it is neither lost nor dismissed. Its content stays encrypted.',
  roles: { register: 'register', exposed: 'exposed list' },
  other: (role, count) => `Aside in the other file (${role}): ${count}`,
  byReason: 'Why',
  reasonColumns: ['Reason', 'Lines', 'What to do'],
  reasons: {
    wrong_column_count: ['Not as many columns as the header', 'Put each value back in its column.'],
    undecodable_bytes: ['Bytes that form no character', 'Write the damaged word again.'],
    unterminated_quote: ['Quote opened and never closed', 'Close the quote, or take it out.'],
    text_after_quote: ['Text after a closing quote', 'Double the quotes inside the value.'],
    control_character: ['Control character in a value', 'Take the invisible character out.'],
    line_too_long: ['Line of more than 1 MiB', 'A line end is probably missing: ask for these lines again.'],
    truncated_last_line: ['Last line cut', 'The file is not complete: ask for it again.'],
    broken_cell: ['Unreadable cell of the workbook', 'Write the value again.'],
    formula_without_value: ['Formula without a value', 'Put the value in place of the formula.'],
  },
  lines: 'Where',
  lineColumns: ['Line of the file', 'Row', 'Column', 'Reason', 'Content'],
  wholeLine: 'the whole line',
  show: 'See the line',
  showNote: 'Seeing a line is journalled and counted. What looks like a national identifier stays masked.',
  shown: (line) => `Content of line ${line}`,
  next: 'Next lines',
  repair: 'Repair',
  repairNote:
    'Fill in the columns of each line in the sheet, then send it. A repaired line keeps its row; the others stay aside. If lines were repaired before, leave them in the file.',
  sheet: 'Download the repair sheet (CSV)',
  sheetNote: 'It holds people’s data: this download is journalled.',
  file: 'Repaired lines',
  send: 'Import with these lines',
  sendNote: 'The same two lists are matched again, and give a draft.',
  registerRepair: 'A line of the register is repaired in its file: send it again, whole.',
  none: 'Nothing is to be repaired.',
}

export const quarantineTexts = { fr, en }
