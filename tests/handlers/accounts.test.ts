import { expect, it } from 'vitest'
import { openHost } from './ledger-host.ts'

it('two people’s accounts of one kind are told apart by whose they are, unless somebody named them', async () => {
  const { ask } = openHost('2026-07-05')
  const names = async () => (await ask('listAccounts', {})).map(({ name }) => name)
  await ask('addAccount', { kind: 'huabei', id: 'own' })
  await ask('addAccount', { kind: 'huabei', id: 'hers', owner: '妈妈' })
  await ask('addAccount', { kind: 'huabei', id: 'his', owner: '爸爸', name: '爸的花呗' })
  await ask('addAccount', { kind: 'borrow', id: 'borrow', owner: '妈妈' })
  expect(await names()).toEqual(['花呗', '花呗（妈妈）', '爸的花呗', '借呗'])
  await ask('updateAccount', { id: 'hers', changes: { owner: '母亲', name: '花呗（妈妈）' } })
  expect((await names())[1]).toBe('花呗（母亲）')
  await expect(ask('updateAccount', { id: 'hers', changes: { owner: '' } })).rejects.toThrow('account-exists')
})
