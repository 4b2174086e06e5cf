/** The two languages in which every sentence of an import exists. */
export type Language = 'zh-CN' | 'en'

/** One sentence in both languages. */
export type Sentence = Readonly<Record<Language, string>>
