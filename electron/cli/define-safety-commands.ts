import type { Definer } from './define.ts'

export function defineSafetyCommands(_define: Definer): void {}
