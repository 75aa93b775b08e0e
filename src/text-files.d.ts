/** Files imported as text, by the build (scripts/build.mjs) and by the tests (vitest.config.ts) alike. */
declare module '*.sql' {
  const text: string
  export default text
}
declare module '*.typ' {
  const text: string
  export default text
}
declare module '*.css' {
  const text: string
  export default text
}
