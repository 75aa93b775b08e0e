import { define, refusals } from '../../platform/refusal.ts'

interface InFile {
  file: string
}

const kinds = {
  pdf: { fr: 'un PDF', en: 'a PDF' },
  xlsb: { fr: 'un classeur Excel binaire (.xlsb)', en: 'a binary Excel workbook (.xlsb)' },
  xls: {
    fr: 'un ancien classeur Excel (.xls) ou un classeur protégé par mot de passe',
    en: 'an old Excel workbook (.xls), or one protected by a password',
  },
  ods: { fr: 'un classeur OpenDocument', en: 'an OpenDocument spreadsheet' },
  zip: { fr: 'une archive', en: 'an archive' },
  image: { fr: 'une image', en: 'an image' },
  json: { fr: 'un fichier JSON', en: 'a JSON file' },
  xml: { fr: 'un fichier XML ou HTML', en: 'an XML or HTML file' },
  binary: { fr: 'un fichier binaire', en: 'a binary file' },
}
export type FileKind = keyof typeof kinds

const columnsProblems = {
  not_json: {
    fr: () => 'ce n’est pas du JSON valable',
    en: () => 'this is no valid JSON',
  },
  unknown_key: {
    fr: (detail: string) => `clé inconnue\u00a0: ${detail}`,
    en: (detail: string) => `unknown key: ${detail}`,
  },
  unknown_value: {
    fr: (detail: string) => `valeur inconnue ; valeurs admises\u00a0: ${detail}`,
    en: (detail: string) => `unknown value; values allowed: ${detail}`,
  },
  no_column: {
    fr: () => 'il manque « column », le nom de la colonne, un texte',
    en: () => '“column” is missing, the name of the column, a text',
  },
  bad_separator: {
    fr: () => 'un séparateur est un seul caractère, ni lettre, ni chiffre, ni guillemet',
    en: () => 'a separator is one character, neither letter nor digit nor quote',
  },
  bad_shape: {
    fr: () => 'ce n’est pas la forme attendue',
    en: () => 'this is not the expected form',
  },
}
export type ColumnsProblem = keyof typeof columnsProblems

const repairs = {
  row_number: {
    fr: 'le numéro de ligne (colonne « row ») n’est pas un nombre entier. Reprenez celui de quarantine.csv',
    en: 'the row number (column “row”) is no whole number. Take that of quarantine.csv',
  },
  twice: {
    fr: 'cette ligne est réparée deux fois. Gardez une seule réparation',
    en: 'this row is repaired twice. Keep one repair only',
  },
  too_many: {
    fr: 'plus de 100 000 lignes réparées. Demandez plutôt une nouvelle liste',
    en: 'more than 100,000 repaired rows. Ask for a new list instead',
  },
  unreadable: {
    fr: 'cette ligne réparée est elle-même illisible. Corrigez-la',
    en: 'this repaired row cannot be read either. Correct it',
  },
}

/** What a file can be refused for. Parameters carry file names, lines and column names, never a cell's content. */
export const readRefusals = refusals('read', {
  fileMissing: define<InFile>({
    http: 422,
    exit: 66,
    fr: ({ file }) =>
      `Le fichier « ${file} » n’existe pas ou ne peut pas être lu. Vérifiez le chemin et les droits.`,
    en: ({ file }) =>
      `The file “${file}” does not exist or cannot be read. Check the path and the permissions.`,
  }),
  fileIsFolder: define<InFile>({
    http: 422,
    exit: 66,
    fr: ({ file }) => `« ${file} » est un dossier, pas un fichier. Donnez le fichier lui-même.`,
    en: ({ file }) => `“${file}” is a folder, not a file. Give the file itself.`,
  }),
  emptyFile: define<InFile>({
    http: 422,
    exit: 65,
    fr: ({ file }) => `Le fichier « ${file} » est vide (ligne 1). Demandez un nouvel export.`,
    en: ({ file }) => `The file “${file}” is empty (line 1). Ask for a new export.`,
  }),
  noRecord: define<InFile>({
    http: 422,
    exit: 65,
    fr: ({ file }) =>
      `Le fichier « ${file} » ne contient aucun enregistrement après la ligne 1. Demandez un nouvel export.`,
    en: ({ file }) => `The file “${file}” holds no record after line 1. Ask for a new export.`,
  }),
  wrongType: define<InFile & { kind: FileKind }>({
    http: 422,
    exit: 65,
    fr: ({ file, kind }) =>
      `« ${file} » est ${kinds[kind].fr}, ni CSV, ni XLSX, ni Parquet (ligne 1). Exportez la liste en CSV ou en XLSX sans mot de passe, puis relancez.`,
    en: ({ file, kind }) =>
      `“${file}” is ${kinds[kind].en}, neither CSV nor XLSX nor Parquet (line 1). Export the list as CSV or as XLSX without a password, then start again.`,
  }),
  unknownEncoding: define<InFile & { line: number }>({
    http: 422,
    exit: 65,
    fr: ({ file, line }) =>
      `L’encodage de « ${file} » n’est pas reconnu (ligne ${line}). Exportez en UTF-8, UTF-16, Windows-1252 ou ISO-8859-15.`,
    en: ({ file, line }) =>
      `The encoding of “${file}” is not recognised (line ${line}). Export as UTF-8, UTF-16, Windows-1252 or ISO-8859-15.`,
  }),
  missingColumns: define<InFile & { headers: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ file, headers }) =>
      `« ${file} », ligne 1\u00a0: aucune identité possible. Il faut un numéro national, ou nom + prénom + date de naissance, ` +
      `ou numéro d’adhérent + prénom. Colonnes trouvées\u00a0: ${headers.join(', ')}. Désignez-les avec --columns.`,
    en: ({ file, headers }) =>
      `“${file}”, line 1: no identity possible. A national identifier is needed, or surname + first name + birth date, ` +
      `or member number + first name. Columns found: ${headers.join(', ')}. Name them with --columns.`,
  }),
  headerTooLong: define<InFile>({
    http: 422,
    exit: 65,
    fr: ({ file }) =>
      `La ligne 1 de « ${file} » dépasse 1 Mio\u00a0: ce n’est pas un fichier CSV lisible. Demandez un nouvel export.`,
    en: ({ file }) =>
      `Line 1 of “${file}” exceeds 1 MiB: this is not a readable CSV file. Ask for a new export.`,
  }),
  listsSwapped: define<{ register: string; exposed: string }>({
    http: 422,
    exit: 65,
    fr: ({ register, exposed }) =>
      `Les deux listes semblent inversées\u00a0: « ${register} » (ligne 1) n’a ni identifiant d’adhérent ni coordonnées, ` +
      `« ${exposed} » (ligne 1) en a. Échangez --register et --exposed.`,
    en: ({ register, exposed }) =>
      `The two lists look swapped: “${register}” (line 1) has neither member id nor contact columns, ` +
      `“${exposed}” (line 1) has. Exchange --register and --exposed.`,
  }),
  sameFile: define<{ register: string; exposed: string; sha256: string }>({
    http: 422,
    exit: 65,
    fr: ({ register, exposed }) =>
      `« ${register} » et « ${exposed} » ont le même contenu, ligne 1 comprise. Donnez le fichier des adhérents d’un côté, ` +
      'la liste du sous-traitant de l’autre.',
    en: ({ register, exposed }) =>
      `“${register}” and “${exposed}” have the same content, line 1 included. Give the register on one side, ` +
      'the processor’s list on the other.',
  }),
  badColumnsFile: define<InFile & { where: string; problem: ColumnsProblem; detail: string }>({
    http: 422,
    exit: 65,
    fr: ({ file, where, problem, detail }) =>
      `« ${file} » (${where})\u00a0: ${columnsProblems[problem].fr(detail)}. Forme attendue\u00a0: {"register": {"member_id": {"column": "…"}}, "exposed": {…}}.`,
    en: ({ file, where, problem, detail }) =>
      `“${file}” (${where}): ${columnsProblems[problem].en(detail)}. Expected form: {"register": {"member_id": {"column": "…"}}, "exposed": {…}}.`,
  }),
  unknownColumn: define<InFile & { field: string; column: string; headers: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ file, field, column, headers }) =>
      `« ${file} », ligne 1\u00a0: la colonne « ${column} » désignée pour ${field} n’existe pas. Colonnes trouvées\u00a0: ${headers.join(', ')}.`,
    en: ({ file, field, column, headers }) =>
      `“${file}”, line 1: the column “${column}” named for ${field} does not exist. Columns found: ${headers.join(', ')}.`,
  }),
  damagedWorkbook: define<InFile & { part: string; problem: string }>({
    http: 422,
    exit: 65,
    fr: ({ file, part, problem }) =>
      `Le classeur « ${file} » est abîmé (${part}\u00a0: ${problem}). Ouvrez-le et enregistrez-le de nouveau en XLSX, ou demandez un nouvel export.`,
    en: ({ file, part, problem }) =>
      `The workbook “${file}” is damaged (${part}: ${problem}). Open it and save it as XLSX again, or ask for a new export.`,
  }),
  unsafeWorkbook: define<InFile & { part: string; problem: string }>({
    http: 422,
    exit: 65,
    fr: ({ file, part, problem }) =>
      `Le classeur « ${file} » est refusé (${part}\u00a0: ${problem})\u00a0: ouvert, il prendrait une place démesurée, ou il contient ce qu’aucun tableur n’écrit. ` +
      'Exportez la liste en CSV, ou demandez un nouvel export.',
    en: ({ file, part, problem }) =>
      `The workbook “${file}” is refused (${part}: ${problem}): opened, it would take boundless room, or it holds what no spreadsheet writes. ` +
      'Export the list as CSV, or ask for a new export.',
  }),
  damagedParquet: define<InFile>({
    http: 422,
    exit: 65,
    fr: ({ file }) =>
      `Le fichier Parquet « ${file} » est abîmé ou chiffré\u00a0: ses lignes ne peuvent pas être lues. Demandez un nouvel export.`,
    en: ({ file }) =>
      `The Parquet file “${file}” is damaged or encrypted: its rows cannot be read. Ask for a new export.`,
  }),
  severalSheets: define<InFile & { role: 'register' | 'exposed'; sheets: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ file, role, sheets }) =>
      `« ${file} » a plusieurs feuilles qui pourraient être la liste\u00a0: ${sheets.join(', ')}. ` +
      `N’en gardez qu’une dans le classeur, ou nommez la bonne avec --columns\u00a0: {"${role}": {"sheet": "…"}}.`,
    en: ({ file, role, sheets }) =>
      `“${file}” has several sheets that may be the list: ${sheets.join(', ')}. ` +
      `Keep only one in the workbook, or name the right one with --columns: {"${role}": {"sheet": "…"}}.`,
  }),
  unknownSheet: define<InFile & { sheet: string; sheets: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ file, sheet, sheets }) =>
      `« ${file} »\u00a0: la feuille « ${sheet} » n’existe pas. Feuilles trouvées\u00a0: ${sheets.join(', ')}.`,
    en: ({ file, sheet, sheets }) =>
      `“${file}”: the sheet “${sheet}” does not exist. Sheets found: ${sheets.join(', ')}.`,
  }),
  repairedColumns: define<InFile & { missing: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ file, missing }) =>
      `« ${file} », ligne 1\u00a0: colonnes absentes\u00a0: ${missing.join(', ')}. Un fichier de lignes réparées a les colonnes de la liste exposée, ` +
      'et le numéro de chaque ligne dans « row », tel que le donne quarantine.csv.',
    en: ({ file, missing }) =>
      `“${file}”, line 1: columns missing: ${missing.join(', ')}. A file of repaired rows has the columns of the exposed list, ` +
      'and the number of each row in “row”, as quarantine.csv gives it.',
  }),
  repairedLine: define<InFile & { line: number; problem: keyof typeof repairs }>({
    http: 422,
    exit: 65,
    fr: ({ file, line, problem }) => `« ${file} », ligne ${line}\u00a0: ${repairs[problem].fr}.`,
    en: ({ file, line, problem }) => `“${file}”, line ${line}: ${repairs[problem].en}.`,
  }),
  repairedNotQuarantined: define<InFile & { row: number }>({
    http: 422,
    exit: 65,
    fr: ({ file, row }) =>
      `« ${file} »\u00a0: la ligne ${row} de la liste exposée n’est pas en quarantaine, rien ne la remplace. Retirez-la du fichier de lignes réparées.`,
    en: ({ file, row }) =>
      `“${file}”: row ${row} of the exposed list is not in quarantine, nothing replaces it. Take it out of the file of repaired rows.`,
  }),
  accountingBroken: define<InFile & { lines: number; accounted: number }>({
    http: 422,
    exit: 70,
    fr: ({ file, lines, accounted }) =>
      `« ${file} »\u00a0: ${lines} lignes lues, ${accounted} expliquées. Le traitement s’arrête\u00a0: rien n’a été produit. Signalez cette erreur.`,
    en: ({ file, lines, accounted }) =>
      `“${file}”: ${lines} lines read, ${accounted} accounted for. The run stops: nothing was produced. Report this error.`,
  }),
})
