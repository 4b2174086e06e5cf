import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { ImportSummary } from '#shared/contract/views.ts'
import { Button } from '../../components/button.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { importWords } from './import-words.ts'

/**
 * Accounts entered by hand name nobody, and would become the file's owner's: right for one's own file, and two people's
 * debts in one heap for a relative's. One press says they are the user's own, and the file is read again beside them.
 */
export function ImportClaims({
  summary,
  onApart,
}: {
  readonly summary: ImportSummary
  readonly onApart: (owner: string) => void
}) {
  const say = useWords(importWords)
  const nameOf = useNameOf()
  const update = useCommand('updateAccount')
  const apart = async () => {
    for (const { id } of summary.claims) {
      if ((await update.run({ id, changes: { owner: say('me') } })) === null) return
    }
    onApart(summary.owner)
  }
  const names = summary.claims.map(nameOf).join(say('comma'))
  return (
    <div className="import-claims">
      <p className="second">{say('claims', { names, owner: shownText(summary.owner) })}</p>
      <Button small onPress={() => void apart()}>
        {say('claimsNot')}
      </Button>
      <FailureNote failure={update.failure} />
    </div>
  )
}
