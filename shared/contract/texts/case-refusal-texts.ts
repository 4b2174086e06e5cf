import type { Texts } from './text.ts'

/** Why something was not put into the case file, and the way on. Nothing that was typed is lost. */
export const caseRefusalTexts: Texts = {
  'contact-empty': {
    'zh-CN': '写下说了什么、关闭的理由或工单号，有一样就行',
    en: 'Write what was said, the reason given or the ticket number; one of them is enough',
  },
  'promise-without-words': { 'zh-CN': '写下答应了什么', en: 'Write what was promised' },
  'promise-before-contact': {
    'zh-CN': '答应的期限{by}早于这次联系{on}，请检查日期',
    en: 'The promise is for {by}, before the contact of {on}; please check the days',
  },
  'follow-up-before-contact': {
    'zh-CN': '下次再问的日子{followUpOn}早于这次联系{on}，请检查日期',
    en: 'Asking again on {followUpOn} would be before the contact of {on}; please check the days',
  },
  'settled-before-contact': {
    'zh-CN': '{settledOn}早于那次联系{on}，那时还没有答应',
    en: '{settledOn} is before the contact of {on}; nothing was promised yet',
  },
  'answered-before-contact': {
    'zh-CN': '答复日{answeredOn}早于投诉日{on}，请检查日期',
    en: 'Answered on {answeredOn}, before the complaint of {on}; please check the days',
  },
  'promise-not-open': { 'zh-CN': '这次联系没有等着兑现的承诺', en: 'This contact has no promise that is still open' },
  'complaint-not-open': {
    'zh-CN': '这次联系没有等答复的投诉',
    en: 'This contact has no complaint that waits for an answer',
  },
  'notice-empty': {
    'zh-CN': '写下公告内容或链接，或者填它改了哪条规则',
    en: 'Write the text or the link of the notice, or which terms it changes',
  },
  'notice-terms-without-account': {
    'zh-CN': '公告改了规则，要选是哪个账户的',
    en: 'The notice changes terms: choose the account',
  },
  'notice-terms-without-day': {
    'zh-CN': '公告改了规则，要写从哪天起',
    en: 'The notice changes terms: give the day from which they hold',
  },
  'notice-terms-backwards': {
    'zh-CN': '公告是{on}的，新规则不能从更早的{from}起：已出的账单会跟着变。先把公告存下来不填规则，或者改日期',
    en: 'The notice is of {on}; its terms cannot hold from {from}, before it: bills already issued would change. Save the notice without terms, or correct a day',
  },
  'review-before-notice': {
    'zh-CN': '重看的日子{reviewOn}早于公告{on}，请检查日期',
    en: 'Reading it again on {reviewOn} would be before the notice of {on}; please check the days',
  },
  'notice-reviewed-already': { 'zh-CN': '这条公告已经看过了', en: 'This notice has been read already' },
  'channel-without-name': {
    'zh-CN': '写下是哪张卡、哪个人或哪个账户',
    en: 'Write which card, person or account it is',
  },
  'channel-cap-exceeded': {
    'zh-CN': '今年已用{usedThisYear}，超过一年的上限{perYear}，请检查',
    en: 'Used this year {usedThisYear} is more than the yearly cap {perYear}; please check',
  },
  'friend-not-automatic': {
    'zh-CN': '支付宝自动扣款只扣余额、余额宝和绑定的储蓄卡，这一种不用填顺序',
    en: 'Alipay deducts by itself only from the balance, Yu’e Bao and bound debit cards; leave the order empty here',
  },
  'way-to-pay-empty': { 'zh-CN': '写下用什么付、付什么', en: 'Write what pays, and for what' },
  'closing-before-opened': {
    'zh-CN': '{on}还没开通（{openedOn}才开通），请检查日期',
    en: 'On {on} it was not open yet (opened on {openedOn}); please check the days',
  },
  'closed-by-yourself': {
    'zh-CN': '{account}已经是你自己关掉的，不用再记',
    en: '{account} is already closed by yourself; there is nothing to record',
  },
  'case-fact-not-found': {
    'zh-CN': '没有这条记录，可能已经撤销了',
    en: 'There is no such record; it may have been taken back',
  },
  'attachment-empty': { 'zh-CN': '「{name}」是空的，没有存', en: '“{name}” is empty and was not kept' },
  'attachment-too-large': {
    'zh-CN': '「{name}」有{size}，最多{most}。截图裁小一点，或者只存关键的几页',
    en: '“{name}” has {size}, at most {most} is kept. Crop the screenshot, or keep only the pages that matter',
  },
  'attachment-too-many-pixels': {
    'zh-CN': '「{name}」是{width}×{height}，太大了打不开。截成几张再存',
    en: '“{name}” is {width} × {height}, too large to be opened. Cut it into several pictures',
  },
  'attachment-active': {
    'zh-CN': '「{name}」里面是{form}，打开时可能会运行，花清不存。截个图存图片，或者存成PDF',
    en: '“{name}” is {form} inside and could run, so it is not kept. Take a screenshot of it, or save it as PDF',
  },
  'attachment-program': {
    'zh-CN': '「{name}」里面是程序，花清不存，也不会打开。要留证据就截个图',
    en: '“{name}” is a program inside; it is neither kept nor opened. Take a screenshot if you need the proof',
  },
  'attachment-archive': {
    'zh-CN': '「{name}」是压缩包或Office文件，看不到里面，花清不存。解开后存图片、PDF或纯文本',
    en: '“{name}” is an archive or an Office file whose inside cannot be seen, so it is not kept. Unpack it and keep pictures, PDF or plain text',
  },
  'attachment-broken': {
    'zh-CN': '「{name}」像是{form}，可是不完整。重新保存一次再试，原来的文件没有动',
    en: '“{name}” looks like {form} but is not whole. Save it once more and try again; your file was not touched',
  },
  'attachment-unknown': {
    'zh-CN': '认不出「{name}」是什么。能存图片（PNG、JPEG、WebP）、PDF和纯文本',
    en: 'What “{name}” is could not be seen. Pictures (PNG, JPEG, WebP), PDF and plain text are kept',
  },
  'attachment-not-readable': { 'zh-CN': '读不了「{name}」：{reason}', en: '“{name}” could not be read: {reason}' },
  'attachment-lost': {
    'zh-CN': '「{name}」存在账本里的内容丢了或者坏了。原来的文件还在的话重新存一次；不在了，就从备份恢复',
    en: 'What the ledger kept of “{name}” is lost or damaged. Attach the file once more where you still have it, else restore a backup',
  },
  'comparison-empty': {
    'zh-CN': '至少抄一个支付宝显示的数',
    en: 'Copy at least one figure that Alipay shows',
  },
}
