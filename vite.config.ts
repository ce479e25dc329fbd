import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin, UserConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import { projects } from './test/support/projects.ts'

/** What only loads from its own folder in node_modules: a compiled binary beside the code. */
const NATIVE = ['better-sqlite3', '@node-rs/argon2', 'pg-native', 'sharp']

/** `vite build` makes the client, `vite build --mode server` the server; under Vitest these are the tests. */
export default defineConfig(({ mode }) => {
  if (mode === 'test') return { test: { projects } }
  return mode === 'server' ? server : client
})

const client: UserConfig = {
  root: 'client',
  plugins: [react(), precompressed()],
  html: { cspNonce: '__CSP_NONCE__' },
  resolve: {
    alias: [
      { find: /^temporal-polyfill$/, replacement: join(import.meta.dirname, 'client/temporal.ts') },
      { find: /^object\.entries$/, replacement: join(import.meta.dirname, 'client/object-entries.cjs') },
    ],
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
  },
}

/** One file for the server and one for each lazily loaded part: a quarter of the memory and of the start of unbundled packages. */
const server: UserConfig = {
  ssr: { noExternal: true, external: NATIVE, target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { main: 'server/main.ts', cli: 'server/cli.ts', worker: 'server/worker.ts', 'feed-reader': 'server/feeds/reader.ts', redraw: 'server/connector/redraw.ts', seed: 'seed/main.ts' },
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
}

/** Writes a brotli and a gzip copy beside every file that the server sends as it is; index.html is made per answer. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      for (const name of names.filter((each) => /\.(js|css|svg|json|txt|webmanifest)$/.test(each))) {
        const file = join(dir, name)
        const content = readFileSync(file)
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
      }
    },
  }
}
