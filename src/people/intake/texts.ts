import { en } from './texts-en.ts'
import { fr } from './texts-fr.ts'

export type { IntakeTexts } from './texts-fr.ts'
export const intakeTexts = { fr, en }
