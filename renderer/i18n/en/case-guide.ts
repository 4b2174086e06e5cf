/** What to ask, what to have ready, whom to turn to, what to beware of (domain.md 9, 10). */
export const caseGuide = {
  amountHow:
    'Open Alipay and copy account by account: billed and not billed on the bill page, what is left on the installment page, the used quota on the quota page. What is left empty is not compared. A difference is pinned to its figure, with the rows that could explain it.',
  planHow:
    'Only true figures. Less that can be kept is better than more that cannot: after a broken promise the next talk is harder.',
  policyHow:
    'Changed terms, changed due days, a closing that is announced: record it when you see it. Say what changes from when, and what it costs and how many days it adds stands here.',

  askTitle: 'What to ask',
  'ask.1': 'Why was it stopped? Frozen or closed? Will it come back, and when?',
  'ask.2': 'How much is owed in all: billed, not billed, left of installments, interest and fees, each apart?',
  'ask.3': 'Did due days or installments change? Is it still deducted by itself, at what time, from where first?',
  'ask.4': 'Which lender stands behind Credit Purchase, and where is its number?',
  'ask.5': 'If I cannot pay: can it be deferred or put into installments, at what fee, and is it reported?',
  'ask.6': 'What does settling early take in all, fees included?',
  'ask.7': 'How is it closed once paid, after how many days, and is there a settlement certificate?',
  'ask.8': 'What is the ticket number, on which day comes the answer, and can I have it in writing?',
  readyTitle: 'Have ready',
  'ready.1': 'Identity card, Alipay account, contract numbers (on the contract page of the account)',
  'ready.2': 'The exported bills, the repayments',
  'ready.3': 'Days overdue and the charges so far',
  'ready.4': 'Proof of income; proof of hardship: medical records, notice of dismissal',
  'ready.5': 'A written proposal: how much first, how much a month, how many months (step 3 writes it)',
  'ready.6': 'Pen and paper: time, agent, ticket, promised day, written confirmation or screenshot',
  scriptTitle: 'Words to use',
  scriptNote: 'Slowly, one thing after the other, until there is a day',
  'script.1':
    '“Hello, my account was stopped. I will repay it and first want to confirm what I owe. Please tell me billed, not billed, installments and fees, each apart.”',
  'script.2':
    '“This is what I can pay each month, this is my proposal. Can it be repaid so? If not, what can you offer?”',
  'script.3':
    '“Please give me the ticket number and your agent number. When will I have an answer? Please send it in writing.”',
  'script.4': '“Credit Purchase is the lender’s. Which one is it, and how do I reach it? I will talk to it directly.”',
  ladderTitle: 'Step by step upwards',
  'ladder.1':
    'Alipay: phone 95188, or Me › My service in the app. For Credit Purchase and Credit Loan the lender named in the contract; its number stands there and in its own app.',
  'ladder.2':
    'Not settled: a formal complaint to the lender, with a ticket number. Simple ones are decided within 15 days, complex ones in 30, 60 at the most.',
  'ladder.3':
    'No result in time, or not content: 12378, the hotline of the National Financial Regulatory Administration. Give name, contact, institution, what happened, what you ask. It goes to the local office, about 15 working days.',
  'ladder.4': 'Others: 12345, 12315. Trust only the numbers here and in the contract, never one from a search.',
  bewareTitle: 'Beware',
  'beware.1':
    'Agencies that “stop the interest” or “restructure” take 5% to 8%, some 15%, often forge papers and keep your data. Only the lender’s own channel counts.',
  'beware.2':
    'Nobody calls to close Huabei, clear your quota or protect your credit record. You close it yourself in the Alipay app: no transfer, no screen sharing.',
  'beware.3':
    'Personal installments over up to five years are a rule for credit cards. It cannot be demanded for Huabei, Credit Purchase or Borrow; the lender may agree of its own will.',
  'beware.4': 'Do not borrow in one place to repay another.',

  waysTitle: 'Ways to repay',
  'ways.1': 'Balance, Yu’e Bao and bound debit cards repay by hand and automatically. Credit cards do not.',
  'ways.2':
    'A friend repays: at most billed plus the next unbilled, ten times a day, an invitation holds seven days and cannot be taken back; the friend pays by debit card, balance or Yu’e Bao. Where the entry is missing it is not offered.',
  'ways.3':
    'Have the money in place the evening before. Bound cards are tried one after the other; if none can pay it counts as unpaid.',
  'ways.4':
    'Deferring is offered to some users only, between the statement day and the deduction, for a fee; the deferred part cannot be deferred again.',
  loansTitle: 'What other credit costs',
  'loans.daily': 'A day',
  'loans.yearly': 'A year',
  'loans.how': 'How it is counted',
  'loan.fenfu': 'WeChat Fenfu',
  'loan.weilidai': 'Weilidai',
  'daily.fenfu': '0.04%',
  'daily.weilidai': '0.02%–0.05%',
  'yearly.fenfu': '14.6%',
  'yearly.weilidai': '7.3%–18.25%',
  'how.fenfu': 'From the first day, no free period; above 100 at month’s end at least 10% plus last month’s interest',
  'how.weilidai': 'Equal principal over 5, 10 or 20 months; the first day counts, the last does not',
  loansNote:
    'A year is the day’s rate times 365. It stands here so that the price is clear, not as advice to borrow: new credit for old debt only moves it, and the interest is paid all the same.',
} as const
