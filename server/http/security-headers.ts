import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { App } from '#server/app.ts'

/** Stands for the nonce of an answer in what helmet says once for all. */
const NONCE = '__NONCE__'

/** The security headers of every answer. Helmet is asked once; an answer takes what it said, with a nonce of its own. */
export function securityHeaders(app: App): RequestHandler {
  const said = whatHelmetSays(app.config.publicOrigin?.startsWith('https:') ?? false)
  const withNonce = said.filter(([, value]) => value.includes(NONCE)).map(([name, value]) => [name, value.split(NONCE)] as const)
  const always = said.filter(([, value]) => !value.includes(NONCE))
  return (_req, res, next) => {
    for (const [name, value] of always) res.setHeader(name, value)
    for (const [name, parts] of withNonce) res.setHeader(name, parts.join(String(res.locals.nonce)))
    next()
  }
}

function whatHelmetSays(https: boolean): [name: string, value: string][] {
  const said: [string, string][] = []
  const ask = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", `'nonce-${NONCE}'`],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  const ear = { setHeader: (name: string, value: string) => void said.push([name, value]), removeHeader: () => undefined }
  ask({} as never, ear as never, (fault) => { if (fault) throw new Error('the security headers cannot be said', { cause: fault }) })
  return said
}
