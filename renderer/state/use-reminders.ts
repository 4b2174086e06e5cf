import { useEffect, useRef } from 'react'
import type { LedgerStatus } from '#shared/contract/views.ts'
import type { Day } from '#shared/kernel/day.ts'
import { dayAt, minuteAt } from '#shared/kernel/moment.ts'
import { type Reminder, remindersDue } from '#shared/outlook/reminders.ts'
import { bridge } from '../bridge/bridge.ts'
import { usePreferences, useWords } from '../i18n/preferences.tsx'
import { remindersWords } from '../i18n/reminders-words.ts'
import { useFormat } from '../i18n/use-format.ts'
import { hereOrNull, useAsk } from './use-ask.ts'

/** How often it is looked whether an hour has come; a hidden window is slowed down to about this anyway. */
const EVERY = 60_000
const SHOWN = 'huaqing.reminded'
/** A year of reminders and more: older keys can no longer come. */
const MOST_KEPT = 500

/** Shows each reminder once, while the app runs, also behind other windows. The sample reminds nobody. */
export function useReminders(status: LedgerStatus | null): void {
  const say = useReminderWords()
  const wanted = status?.settings.reminders === true && !status.sample
  const reminders = hereOrNull(useAsk('listReminders', {}, { enabled: wanted })) ?? []
  const latest = useRef({ reminders, say, status })
  latest.current = { reminders, say, status }
  useEffect(() => {
    if (!wanted) return
    const look = () => {
      const { settings } = latest.current.status ?? {}
      if (settings === undefined) return
      const quiet = { from: settings.quietFrom, until: settings.quietUntil }
      const shown = shownKeys()
      for (const one of remindersDue(latest.current.reminders, now(), { quiet, shown })) {
        const { title, body } = latest.current.say(one)
        void bridge.shell.notify({ title, body }).then((isShown) => isShown && keepShown(one.key))
      }
    }
    const first = setTimeout(look, 3_000)
    const timer = setInterval(look, EVERY)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [wanted])
}

/** As the notification says it on its day, and as a list of those to come names it. */
type ReminderWords = { readonly title: string; readonly body: string; readonly coming: string }

/** A reminder in words; amounts and what was said stay out of it while amounts are hidden. */
export function useReminderWords(): (reminder: Reminder) => ReminderWords {
  const say = useWords(remindersWords)
  const format = useFormat()
  const { hideAmounts, accountName } = usePreferences()
  return ({ what, account, month, amount, text }) => {
    const name = account === null ? '' : accountName(account)
    const bill = month === null ? '' : say('ofBill', { month: format.month(month) })
    const details = [
      amount === null || hideAmounts ? '' : say('amount', { bill, amount: format.amount(amount) }),
      hideAmounts ? '' : text,
    ].filter((part) => part !== '')
    return {
      title: say(`title.${what}`, { name }).trim(),
      coming: say(`coming.${what}`, { name, bill }).trim(),
      body: [say(`body.${what}`), ...details].join(say('between')),
    }
  }
}

function now(): { readonly day: Day; readonly minute: number } {
  const moment = Date.now()
  return { day: dayAt(moment), minute: minuteAt(moment) }
}

function shownKeys(): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(SHOWN) ?? '[]') as string[])
  } catch {
    // What another program wrote there is worth one reminder too many.
    return new Set()
  }
}

function keepShown(key: string): void {
  const keys = [...shownKeys(), key].slice(-MOST_KEPT)
  localStorage.setItem(SHOWN, JSON.stringify(keys))
}
