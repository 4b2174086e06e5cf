import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { filesOf, madeZip, withChanged } from '../statement-files/made-zip.ts'

/** Statements of every kind that is read, damaged in every way that mail, spreadsheets, disks and ill will damage files. */

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

const TEXTS = [
  'alipay-app-2026-gb18030.csv',
  'alipay-app-2026-overlap-gb18030.csv',
  'alipay-app-unconfirmed-wording-gb18030.csv',
  'alipay-web-2020-gbk.csv',
  'wechat-2024.csv',
  'jd-2025.csv',
  'meituan-2026.csv',
].map(fixture)
const WORKBOOKS = ['wechat-2025.xlsx', 'wechat-2026.xlsx'].map(fixture)
const ARCHIVES = ['aes256', 'zipcrypto'].map((kind) => fixture(`alipay-app-2026-${kind}-password-123456.zip`))

type Damage = (bytes: Uint8Array) => Uint8Array

/** A place in a file of any length. */
const place = fc.nat({ max: 1_000_000 })
const at = (bytes: Uint8Array, where: number): number => Math.floor((where / 1_000_001) * bytes.length)

const flipped = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 40 }).map(
  (changes): Damage =>
    (bytes) => {
      const damaged = Uint8Array.from(bytes)
      for (const [where, value] of changes) damaged[at(bytes, where)] = value
      return damaged
    },
)
const cut = fc.tuple(place, place).map(
  ([a, b]): Damage =>
    (bytes) =>
      bytes.slice(at(bytes, Math.min(a, b)), at(bytes, Math.max(a, b))),
)
const without = fc.tuple(place, fc.nat({ max: 5000 })).map(
  ([where, length]): Damage =>
    (bytes) =>
      Buffer.concat([bytes.slice(0, at(bytes, where)), bytes.slice(at(bytes, where) + length)]),
)
const STRANGE = [
  ...['\0', '"', '\t', ',', '\r', '\n', '","', '\ufeff', '，', '\u202e', '\u2066', '\u001b[2J', '&', '|', '花呗'],
  ...[
    '=1+1',
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '2.02E+27',
    '99999999999999999',
  ],
]
const inserted = fc.tuple(place, fc.oneof(fc.constantFrom(...STRANGE), fc.string()), fc.constantFrom(1, 3, 50_000)).map(
  ([where, text, times]): Damage =>
    (bytes) =>
      Buffer.concat([bytes.slice(0, at(bytes, where)), Buffer.from(text.repeat(times)), bytes.slice(at(bytes, where))]),
)
const longLine = fc.tuple(place, fc.constantFrom('a', ',', '"', '\0', '9', '钱')).map(
  ([where, text]): Damage =>
    (bytes) =>
      Buffer.concat([bytes.slice(0, at(bytes, where)), Buffer.alloc(1_100_000, text), bytes.slice(at(bytes, where))]),
)
const reencoded = fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1').map(
  (encoding): Damage =>
    (bytes) =>
      Buffer.from(new TextDecoder('gb18030').decode(bytes), encoding),
)
const repeated = fc.integer({ min: 2, max: 4 }).map(
  (times): Damage =>
    (bytes) =>
      Buffer.concat(new Array<Uint8Array>(times).fill(bytes)),
)
/** Two columns change places, in the header too or in the rows alone. */
const swapped = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.nat({ max: 30 })).map(
  ([a, b, from]): Damage =>
    (bytes) => {
      const lines = Buffer.from(bytes).toString('latin1').split('\n')
      const changed = lines.map((line, index) => {
        const cells = line.split(',')
        if (index < from || cells[a] === undefined || cells[b] === undefined) return line
        return cells.with(a, cells[b]).with(b, cells[a]).join(',')
      })
      return Buffer.from(changed.join('\n'), 'latin1')
    },
)

const anyDamage = fc.oneof(
  ...[flipped, cut, without, inserted, reencoded, repeated, swapped].map((arbitrary) => ({ arbitrary, weight: 6 })),
  { arbitrary: longLine, weight: 1 },
)
const damages = fc.array(anyDamage, { minLength: 1, maxLength: 4 })
const apply = (bytes: Uint8Array, list: readonly Damage[]): Uint8Array =>
  list.reduce((damaged, damage) => (damaged.length > 0 ? damage(damaged) : damaged), bytes)

const text = fc.tuple(fc.constantFrom(...TEXTS), damages).map(([bytes, list]) => apply(bytes, list))

/** Damaged as a file, or put together again around a damaged part. */
const packed = fc.tuple(fc.constantFrom(...WORKBOOKS, ...ARCHIVES), damages).map(([bytes, list]) => apply(bytes, list))
const rebuilt = fc.tuple(fc.constantFrom(...WORKBOOKS), fc.nat({ max: 20 }), damages).map(([bytes, which, list]) => {
  const files = filesOf(bytes)
  return madeZip(
    files.map((file, index) => (index === which % files.length ? { ...file, data: apply(file.data, list) } : file)),
  )
})
const NAMES = [
  'a.csv',
  '../../../a.csv',
  '/etc/a.csv',
  'C:\\a.txt',
  'a\u202evsc.csv',
  'a.xlsx',
  '.csv',
  `${'x'.repeat(5000)}.csv`,
]
const zipped = fc
  .tuple(text, fc.constantFrom(...NAMES), fc.boolean(), fc.option(fc.nat()))
  .map(([data, name, isStored, claimed]) =>
    madeZip([{ name, data, isStored, ...(claimed === null ? {} : { claimedSize: claimed }) }]),
  )

/** Written into a workbook's XML: entities that grow or point elsewhere, cells of every type, rows that never end. */
const XML = [
  '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
  '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
  '<row r="1048576"><c r="XFD1048576" t="s"><v>1</v></c></row>',
  '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>',
  '<c r="A18" t="str"><f>HYPERLINK("http://x")</f><v>=1+1</v></c>',
  '<c r="A18" t="e"><v>#REF!</v></c>',
  '<c r="B18" t="s"><v>99999999</v></c>',
  '<c r="F18"><v>1E308</v></c>',
  '<c r="A18" s="1"><v>-1</v></c>',
  '<c r="A18" s="1"><v>1E300</v></c>',
  '<dimension ref="A1:XFD1048576"/>',
  '&lt;script&gt;',
]
const referring = fc
  .tuple(
    fc.constantFrom(...WORKBOOKS),
    fc.constantFrom(...XML),
    place,
    fc.constantFrom(/sheet1\.xml$/, /sharedStrings/, /styles/),
  )
  .map(([bytes, xml, where, name]) =>
    withChanged(bytes, name, (old) => {
      const tags = [...old.matchAll(/</g)].map(({ index }) => index)
      const cutAt = tags[Math.floor((where / 1_000_001) * tags.length)] ?? 0
      return old.slice(0, cutAt) + xml + old.slice(cutAt)
    }),
  )
const bomb = fc
  .tuple(fc.constantFrom(1, 8, 30), fc.constantFrom(' ', '\0', 'a\n', ',', '<c/>'), fc.boolean())
  .map(([megabytes, filling, isWorkbook]) => {
    const data = Buffer.alloc(megabytes * 1024 * 1024, filling)
    const files = [{ name: isWorkbook ? 'xl/worksheets/sheet1.xml' : 'a.csv', data, claimedSize: 10 }]
    return madeZip(isWorkbook ? [{ name: '[Content_Types].xml', data: Buffer.from('<x/>') }, ...files] : files)
  })

export const anyStatement: fc.Arbitrary<Uint8Array> = fc.oneof(
  { arbitrary: text, weight: 60 },
  { arbitrary: packed, weight: 12 },
  { arbitrary: rebuilt, weight: 12 },
  { arbitrary: zipped, weight: 10 },
  { arbitrary: referring, weight: 12 },
  { arbitrary: bomb, weight: 1 },
)
