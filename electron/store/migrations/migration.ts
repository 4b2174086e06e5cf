/**
 * A step forward of the schema, named by what it is for. `user_version` counts the steps taken; `minReader` is the
 * oldest count whose program still reads the result correctly, so that an older program opens it read-only.
 */
export type Migration = { readonly name: string; readonly minReader: number; readonly sql: string }
