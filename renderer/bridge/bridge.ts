/** The page's one way out: the same calls over the desktop's preload or over loopback HTTP. */
import type { ContractMethod, RequestInput, Response } from '#shared/contract/contract.ts'
import type { CallOptions } from '#shared/contract/host.ts'
import type { Reply } from '#shared/contract/reply.ts'
import type { Shell } from '#shared/contract/shell.ts'
import type { HuaqingWindow } from '#shared/contract/window.ts'
import { desktopBridge } from './desktop-bridge.ts'
import { httpBridge } from './http-bridge.ts'

export type Bridge = {
  /**
   * Refusals that the bridge itself answers with: `session-lost` (the link was used or is too old: a new one is needed)
   * and `host-unreachable` (the program behind the page has ended).
   */
  call<M extends ContractMethod>(
    method: M,
    request: RequestInput<M>,
    options?: CallOptions,
  ): Promise<Reply<Response<M>>>
  readonly shell: Shell
}

declare global {
  interface Window {
    readonly huaqing?: HuaqingWindow
  }
}

export const bridge: Bridge = window.huaqing === undefined ? httpBridge() : desktopBridge(window.huaqing)
