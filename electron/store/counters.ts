/** A counter that cannot be raised begins anew: whoever compares it has seen another number. */
export const raising = (key: 'revision' | 'adjustments' | 'import_basis'): string => `
INSERT INTO meta (key, value) VALUES ('${key}', 1)
ON CONFLICT (key) DO UPDATE SET value = CASE WHEN value BETWEEN 0 AND ${Number.MAX_SAFE_INTEGER - 1} THEN value + 1 ELSE 1 END`
