/** Abbreviations La Poste accepts in an address, longest gain first within a line. Used only when a line is too long. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bBOULEVARD\b/i, 'BD'],
  [/\bAVENUE\b/i, 'AV'],
  [/\bLOTISSEMENT\b/i, 'LOT'],
  [/\bRESIDENCE\b/i, 'RES'],
  [/\bRésidence\b/i, 'Res'],
  [/\bAPPARTEMENT\b/i, 'APT'],
  [/\bBATIMENT\b/i, 'BAT'],
  [/\bBâtiment\b/i, 'Bat'],
  [/\bESCALIER\b/i, 'ESC'],
  [/\bIMPASSE\b/i, 'IMP'],
  [/\bFAUBOURG\b/i, 'FG'],
  [/\bCHEMIN\b/i, 'CHE'],
  [/\bALLEES?\b/i, 'ALL'],
  [/\bSQUARE\b/i, 'SQ'],
  [/\bPLACE\b/i, 'PL'],
  [/\bROUTE\b/i, 'RTE'],
  [/\bPASSAGE\b/i, 'PAS'],
  [/\bQUARTIER\b/i, 'QUA'],
  [/\bMARECHAL\b/i, 'MAL'],
  [/\bGENERAL\b/i, 'GAL'],
  [/\bCOMMANDANT\b/i, 'CDT'],
  [/\bCOLONEL\b/i, 'COL'],
  [/\bCAPITAINE\b/i, 'CNE'],
  [/\bLIEUTENANT\b/i, 'LT'],
  [/\bPRESIDENT\b/i, 'PDT'],
  [/\bPROFESSEUR\b/i, 'PR'],
  [/\bDOCTEUR\b/i, 'DR'],
  [/\bZONE INDUSTRIELLE\b/i, 'ZI'],
  [/\bZONE ARTISANALE\b/i, 'ZA'],
  [/\bCENTRE COMMERCIAL\b/i, 'CCAL'],
  [/\bSAINTE\b/i, 'STE'],
  [/\bSAINT\b/i, 'ST'],
]

/** Shortens a line word by word until it fits `width` characters; a line that fits already is left alone. */
export function abbreviate(line: string, width: number): string {
  let short = line
  for (const [word, abbreviation] of ABBREVIATIONS) {
    if (short.length <= width) return short
    short = short.replace(new RegExp(word, 'gi'), abbreviation)
  }
  return short
}
