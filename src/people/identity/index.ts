export {
  type BirthDate,
  birthDateText,
  type DateFormat,
  dateFormats,
  fromSerial,
  parseBirthDate,
  UNKNOWN_DATE,
} from './birth-date.ts'
export { normalName } from './name.ts'
export { isShapedLikeNir, nirKey, type ParsedNir, parseNir } from './nir.ts'
export { isPlaceholder, normalNumber, normalOpaqueId, parseRank, parseSex } from './number.ts'
