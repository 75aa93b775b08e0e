export { type Cell, literal, type Query, type Row, withDuckDb } from '../../platform/duckdb.ts'
