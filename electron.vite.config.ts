import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { build, type HtmlTagDescriptor, type Plugin } from 'vite'
import { NONCE_PLACEHOLDER } from './electron/content-policy.ts'
import { contract } from './shared/contract/contract.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string }

// Its Node form declares a `require` of its own beside the one that the build adds; the other form needs none.
const alias = { fflate: 'fflate/browser' }

/**
 * The work of the ledger's thread by itself, whole: shared with the command line it would be ninety files, and finding and
 * reading each of them is a third of what it takes until the ledger answers.
 */
const workInOneFile = (): Plugin => ({
  name: 'work-in-one-file',
  writeBundle: async () => {
    await build({
      configFile: false,
      logLevel: 'warn',
      resolve: { alias },
      ssr: { noExternal: true, external: ['better-sqlite3'] },
      build: {
        ssr: at('electron/handlers/ledger-work.ts'),
        outDir: at('out/main'),
        emptyOutDir: false,
        target: 'node24',
        rolldownOptions: { output: { entryFileNames: '[name].js', codeSplitting: false, comments: false } },
      },
    })
  },
})

const FIRST_SCREEN = at('renderer/window.tsx')

/** Whether the first screen needs this module before it can be drawn: a chain of static imports leads to it. */
function isOfFirstScreen(id: string, ancestors: (id: string) => readonly string[], seen = new Set<string>()): boolean {
  if (id === FIRST_SCREEN) return true
  seen.add(id)
  return ancestors(id).some((importer) => !seen.has(importer) && isOfFirstScreen(importer, ancestors, seen))
}

const headLink = (attrs: Readonly<Record<string, string>>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { ...attrs, crossorigin: true, nonce: NONCE_PLACEHOLDER },
  injectTo: 'head',
})

/** The first screen's code is named in the page itself: it is on its way while the code that asks the ledger is read. */
const firstScreenAhead = (): Plugin => ({
  name: 'first-screen-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle).flatMap(({ fileName, name }) => {
        const href = `./${fileName}`
        if (/window-[^/]+\.css$/.test(fileName)) return [headLink({ rel: 'preload', as: 'style', href })]
        return name === 'window' ? [headLink({ rel: 'modulepreload', href })] : []
      }),
  },
})

export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [workInOneFile()],
    build: {
      outDir: 'out/main',
      target: 'node24',
      rolldownOptions: {
        input: {
          index: at('electron/main.ts'),
          web: at('electron/browser-mode/serve.ts'),
          cli: at('electron/cli/huaqing.ts'),
          'ledger-thread': at('electron/handlers/ledger-thread.ts'),
          'backup-thread': at('electron/store/thread/backup-thread.ts'),
          'age-thread': at('electron/files/thread/age-thread.ts'),
        },
        // Chunks lie beside the entries, so that a thread's `new URL('./…-thread.js', import.meta.url)` holds in both.
        // A command of the terminal reads all of this before it can answer: a fifth of it would be comments of libraries.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', comments: false },
      },
    },
  },
  preload: {
    // The names of the table without its schemas: the preload stays small and needs nothing else.
    define: { CONTRACT_METHODS: JSON.stringify(Object.keys(contract)), APP_VERSION: JSON.stringify(version) },
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but electron, and must be CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), firstScreenAhead()],
    define: { APP_VERSION: JSON.stringify(version) },
    // Put on every tag of index.html and into <meta property="csp-nonce">; the page's server replaces it per response.
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      outDir: 'out/renderer',
      target: 'chrome140',
      minify: true,
      // Data addresses would need another source in the policy, and fonts are better cached as files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: at('renderer/index.html'),
        output: {
          // Two files until the first figures stand, where each module that a later page shares would be one of its own.
          codeSplitting: {
            groups: [
              { name: 'start', tags: ['$initial'], priority: 1 },
              {
                debugName: 'window',
                name: (id, graph) =>
                  isOfFirstScreen(id, (of) => graph.getModuleInfo(of)?.importers ?? []) ? 'window' : null,
              },
            ],
          },
        },
      },
    },
  },
})
