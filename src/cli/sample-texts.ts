const fr = {
  summary:
    'Fabrique un fichier d’adhérents, une liste exposée et la vérité qui les relie (personnes fictives). Chaque taux est la part des lignes où le défaut peut exister ; une ligne porte au plus un défaut par groupe de colonnes, donc parfois plusieurs, joints par « + » dans truth.csv.',
  progress: (file: string, done: string, total: string) => `${file}.csv\u00a0: ${done} lignes sur ${total}`,
  rows: (count: string) => `${count} lignes`,
  people: (affected: string, rows: string, sound: string) =>
    `${affected} personnes concernées sur ${rows} lignes\u202f; ${sound} lignes sans défaut`,
  cpu: (seconds: string) => `${seconds.replace('.', ',')} s de processeur`,
}

const en: typeof fr = {
  summary:
    'Makes a register, an exposed list and the truth that links them (fictional people). Each rate is the share of the rows to which the damage can apply; a row carries at most one damage per group of columns, so sometimes several, joined by “+” in truth.csv.',
  progress: (file, done, total) => `${file}.csv: ${done} rows of ${total}`,
  rows: (count) => `${count} rows`,
  people: (affected, rows, sound) =>
    `${affected} affected people on ${rows} rows; ${sound} rows without damage`,
  cpu: (seconds) => `${seconds} s of CPU time`,
}

export const sampleTexts = { fr, en }
