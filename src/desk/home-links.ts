/** Where each figure of the first screen leads: exactly the rows it counts, the same total on top of the page. */
export interface HomeLinks {
  readonly rows: (verdict?: string, tier?: string) => string
  readonly people: (filter?: Readonly<Record<string, string>>) => string
  readonly outcome: (outcome: string) => string
  readonly page: (path: string) => string
}

/** `page` gives the address of a path of the incident. */
export function homeLinks(page: (path: string) => string): HomeLinks {
  const query = (path: string, filter: Readonly<Record<string, string>>) => {
    const text = new URLSearchParams(filter).toString()
    return page(text ? `${path}?${text}` : path)
  }
  return {
    page,
    rows: (verdict, tier) =>
      query('lists/rows', { ...(verdict ? { verdict } : {}), ...(tier ? { tier } : {}) }),
    people: (filter = {}) => query('people', filter),
    outcome: (outcome) => query('people', { outcome }),
  }
}
