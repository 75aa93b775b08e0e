export { buildLetterBatch, previewLetter } from './build-batch.ts'
export {
  type BatchInput,
  FRENCH_WINDOW,
  type LetterBatch,
  type LetterInput,
  type LetterPlace,
  type PrintProfile,
} from './model.ts'
export { letterRefusals } from './refusals.ts'
