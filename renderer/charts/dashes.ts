/** Lines are told apart by their dash as well as by their color: the plan, then others beside it. */
export const DASHES = ['5 4', '1.5 3.5', '9 3 2 3', '12 4'] as const
export const dashOfOther = (index: number): string => DASHES[1 + (index % (DASHES.length - 1))]!
