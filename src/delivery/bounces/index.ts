export { classifyMessage } from './classify-message.ts'
export { classifyFile } from './message-files.ts'
export { unreadableFile } from './refusals.ts'
export type { BounceVerdict } from './verdict.ts'
