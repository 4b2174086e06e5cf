/**
 * Names that stand only in what somebody wrote: 「客服小王」「张经理」「本人李芳」, an address of mail. A guess, offered in
 * the list of words to hide; a name that follows no such cue is found by nobody but its reader.
 */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤'
const SURNAME = `(?:欧阳|司马|上官|诸葛|[${SURNAMES}])`
const TITLE = '(?:女士|先生|小姐|经理|主管|专员|老师|师傅|律师)'
const CUE = '(?:我叫|叫做|本人|姓名|联系人|客户|机主|持卡人|户主|收款人)[是为：: ]{0,2}'

const PATTERNS: readonly RegExp[] = [
  new RegExp(`${SURNAME}[\\u4e00-\\u9fff]{0,2}?${TITLE}`, 'g'),
  new RegExp(`(?<=${CUE})${SURNAME}[\\u4e00-\\u9fff]{1,2}(?![\\u4e00-\\u9fff])`, 'g'),
  new RegExp(`(?<=客服|专员|经理|坐席|[工公]号为?)[小老]${SURNAME}`, 'g'),
  /\b(?:Mr|Ms|Mrs|Miss)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
]

export const guessedNames = (text: string): readonly string[] =>
  PATTERNS.flatMap((pattern) => text.match(pattern) ?? [])
