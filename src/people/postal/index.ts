export { type PostalInput, type PostalReason, type PostalResult, postalBlock } from './postal-block.ts'
