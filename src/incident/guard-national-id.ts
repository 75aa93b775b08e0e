/** Facts are the one free text that could carry a NIR to the database (promise 5). */
export { findNationalId } from '../platform/national-id-shape.ts'
