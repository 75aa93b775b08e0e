/** A message may quote what it was reading: the log gets the kind of error, its code and where it arose. */
export function withoutValues(error: unknown): { name: string; code: string; at: string[] } {
  const { name, message, code, stack } = error as Error & { code?: unknown }
  // The stack begins with the message, whose own lines may look like frames.
  const frames = (stack ?? '')
    .replace(message, '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
  return {
    name,
    code: typeof code === 'string' ? code : '',
    at: frames.slice(0, 6).map((line) => line.trim()),
  }
}
