/** The last part of a path. */
export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
