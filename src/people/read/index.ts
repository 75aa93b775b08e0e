export { type CellAlphabet, cellAlphabet } from './alphabet.ts'
export { canIdentify } from './choose-columns.ts'
export {
  type ColumnMapping,
  columnNamed,
  readColumnMapping,
  type SideMapping,
  saidColumns,
} from './column-mapping.ts'
export { fieldOfHeader, headerKey } from './columns.ts'
export { refuseSameFile, refuseSwappedLists } from './compare-lists.ts'
export { detectLayout, type LayoutFound, sharedNationalIdKind } from './detect-layout.ts'
export { detectSeparator } from './detect-separator.ts'
export { findRecord } from './find-record.ts'
export { countLines, type FileLook, type Inspection, inspectFile, lookAtFile } from './inspect-file.ts'
export { joinRepaired } from './join-repaired.ts'
export {
  type Accounting,
  accountingHolds,
  type ColumnMap,
  type ColumnReason,
  type Encoding,
  exposureFields,
  type Field,
  fields,
  identityFields,
  type Kind,
  type Layout,
  type ListRole,
  type QuarantinedLine,
  type QuarantineReason,
  registerFields,
} from './model.ts'
export type { PlainCells } from './plain-lines.ts'
export { type FileRead, type RecordStream, readRecords } from './read-records.ts'
export { MOST_REPAIRED, type RepairedRows, readRepaired } from './read-repaired.ts'
export { readRefusals } from './refusals.ts'
export { type QuotedLine, splitQuoted } from './split-quoted.ts'
