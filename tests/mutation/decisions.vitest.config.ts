import { ownTests } from './own-tests.ts'

export default ownTests('ledger/decisions')
