import { APP_COLUMNS, WEB_COLUMNS } from './alipay-columns.ts'
import { APP_DECISIONS } from './alipay-decisions.ts'
import { createAlipayRows } from './alipay-row.ts'
import { refundParent } from './alipay-verdicts.ts'
import { WEB_DECISIONS } from './alipay-web-decisions.ts'
import { createDrafts } from './drafts.ts'
import type { FileWarning } from './file-warning.ts'
import type { Layout } from './layout.ts'

const PLATFORM = 'alipay'

/**
 * The app's e-mail CSV of all years (formats.md 1.2, 1.3). Layouts differ in what they hold; the company name in the
 * title is only a hint (formats.md 7.2).
 */
export const ALIPAY_APP: Layout = {
  platform: PLATFORM,
  columns: APP_COLUMNS,
  startsRecord: /^\s*"?\d{4}[-/]\d{1,2}[-/]\d{1,2}\s/,
  isOriginalForm: true,
  // The 2021 layout begins with 收/支 and prints its information below the rows.
  isNamedAfterRows: ({ at }) => at.direction === 0,
  drafts: (file) =>
    createDrafts(
      {
        platform: PLATFORM,
        understand: createAlipayRows(),
        table: APP_DECISIONS,
        refundOf: (row) => (row.group === 'refunded' ? refundParent(row.orderNo) : null),
      },
      file,
    ),
  format: ({ title }, { at }) => {
    if (at.direction === 0) return 'alipay-app-v2'
    return title?.includes('中国') ? 'alipay-app-v3' : 'alipay-app-v3b'
  },
  warnings: () => [],
}

/** The web site's export (formats.md 1.1). */
export const ALIPAY_WEB: Layout = {
  platform: PLATFORM,
  columns: WEB_COLUMNS,
  startsRecord: /^\s*"?\d{8,}[\d_]*\s*"?\s*[,;\t]/,
  isOriginalForm: true,
  isNamedAfterRows: () => false,
  drafts: (file) =>
    createDrafts(
      {
        platform: PLATFORM,
        understand: createAlipayRows(),
        table: WEB_DECISIONS,
        refundOf: (row) => (row.group === 'refunded' ? refundParent(row.orderNo) : null),
      },
      file,
    ),
  format: () => 'alipay-web-v1',
  warnings: ({ fitted }): FileWarning[] => {
    const purchases = fitted.get('web-purchase') ?? 0
    return purchases === 0 ? [] : [{ kind: 'no-payment-method', purchases }]
  },
}
