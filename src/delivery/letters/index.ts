export { dayNumbers } from './batch-data.ts'
export {
  buildLetterBatch,
  clearHalves,
  previewLetter,
  type SetBatch,
  setBatch,
  sha256,
  writeWhole,
} from './build-batch.ts'
export { compileDocument, letterEngine, UndisplayableText } from './letter-compiler.ts'
export {
  type BatchInput,
  type LetterBatch,
  type LetterInput,
  type LetterPlace,
  type PrintProfile,
  printProfile,
} from './model.ts'
export { builtInProfile, FRENCH_WINDOW, PROFILES, readProfile } from './print-profiles.ts'
export { letterRefusals } from './refusals.ts'
