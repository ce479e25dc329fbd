import { existsSync, readFileSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import type { Request, RequestHandler, Response } from 'express'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ico': 'image/x-icon', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8',
}
const encodings = [['br', '.br'], ['gzip', '.gz']] as const

/** Where the placeholder stands that the built page carries for its style nonce. */
const NONCE_PLACE = '__CSP_NONCE__'

/**
 * Serves the built console and nothing else (PH-05): hashed assets, precompressed and immutable; for every other
 * page path the index with a fresh nonce.
 */
export function consolePages(clientDir: string): RequestHandler {
  const index = join(clientDir, 'index.html')
  let page: string | null = null
  return (req: Request, res: Response, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const path = normalize(decodePath(req.path))
    if (path.startsWith(`${sep}assets${sep}`) || /^\/[\w-]+\.(svg|ico|png|txt)$/.test(path)) return sendAsset(req, res, join(clientDir, path), next)
    if (extname(path) !== '' || path.includes(`${sep}.`)) return next()
    page ??= existsSync(index) ? readFileSync(index, 'utf8') : null
    if (page === null) return next()
    res.setHeader('Cache-Control', 'no-store')
    res.type('html').send(page.replaceAll(NONCE_PLACE, String(res.locals.nonce)))
  }
}

function sendAsset(req: Request, res: Response, file: string, next: () => void): void {
  const type = types[extname(file)]
  if (!type || !existsSync(file)) return next()
  const accepted = req.headers['accept-encoding'] ?? ''
  const found = encodings.find(([name, ending]) => accepted.includes(name) && existsSync(file + ending))
  if (found) res.setHeader('Content-Encoding', found[0])
  res.setHeader('Vary', 'Accept-Encoding')
  res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
  res.setHeader('Content-Type', type)
  res.send(readFileSync(found ? file + found[1] : file))
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}
