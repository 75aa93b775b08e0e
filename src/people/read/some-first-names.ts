import { normalName } from '../identity/index.ts'

/** First names that were common in France and in English-speaking countries over a century: some are in any list of people. */
const COMMON = new Set(
  (
    'MARIE JEAN PIERRE MICHEL ANDRE PHILIPPE LOUIS RENE ALAIN JACQUES BERNARD MARCEL DANIEL ROGER PAUL ROBERT CLAUDE HENRI CHRISTIAN ' +
    'NICOLAS PATRICK GEORGES GERARD MAURICE CHRISTOPHE DAVID THOMAS JULIEN ANTOINE ALEXANDRE LUCAS HUGO LEO GABRIEL MOHAMED JEANNE FRANCOISE ' +
    'MONIQUE CATHERINE NATHALIE ISABELLE SYLVIE ANNE MARTINE JACQUELINE NICOLE CHRISTINE SANDRINE SOPHIE CELINE AURELIE CAMILLE LEA MANON ' +
    'CHLOE EMMA INES JULIE LAURA SARAH LOUISE ALICE CHARLOTTE VALERIE VERONIQUE STEPHANIE ' +
    'JOHN JAMES WILLIAM GEORGE CHARLES EDWARD JOSEPH RICHARD MICHAEL MARK STEVEN ANDREW JOSHUA JACK HARRY OLIVER SAMUEL BENJAMIN MARY ' +
    'ELIZABETH MARGARET SUSAN LINDA PATRICIA JENNIFER JESSICA EMILY HANNAH OLIVIA SOPHIE CHLOE GRACE LUCY'
  ).split(' '),
)

/** One name in eight or more: surnames and towns hold a few of them only. */
export function holdsFirstNames(cells: readonly string[]): boolean {
  const names = cells.map((cell) => normalName(cell).split(' ')[0]!)
  const common = names.filter((name) => COMMON.has(name))
  return cells.length >= 8 && common.length >= cells.length / 8 && new Set(common).size >= 2
}
