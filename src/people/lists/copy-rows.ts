export { type CopyValue, copyRows } from '../../platform/copy-rows.ts'
