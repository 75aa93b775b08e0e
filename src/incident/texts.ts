import { en } from './texts-en.ts'
import { fr } from './texts-fr.ts'

/** Words of the room on screen and in refusals. French is the type. */
export const texts = { fr, en }
