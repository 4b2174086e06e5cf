import { ownTests } from './own-tests.ts'

// Every figure is explained there, those of this room among them.
export default ownTests('ledger', ['tests/outlook/every-figure.test.ts'])
