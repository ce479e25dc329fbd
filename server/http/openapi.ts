import type { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { actionTable } from '#domain/actions.ts'
import { roles } from '#domain/roles.ts'
import type { Door } from '#server/http/door.ts'
import type { AnyRoute } from '#server/http/route.ts'

const problem = { type: 'object' as const, description: 'A refusal (RFC 9457): what is so, the rule, the next step.', properties: {
  code: { type: 'string' as const }, message: { type: 'string' as const }, next: { type: 'string' as const },
  rule: { type: 'string' as const }, requestId: { type: 'string' as const }, errors: { type: 'object' as const },
} }

/** What another system may call, as far as it is described here. */
export type DescribedCall = {
  route: `${'GET' | 'POST'} /connector/v1/${string}`
  summary: string
  right: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  answer: z.ZodType
  /** Of body and answer; JSON unless said. */
  mediaType?: string
}

/** The interface description, made from the very schemas that the routes parse with. */
export function openApiOf(routes: readonly AnyRoute[], doors: readonly Door[], calls: readonly DescribedCall[]): Record<string, unknown> {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes) {
    const [method, path] = route.path.split(' ') as [string, string]
    const name = path.replace(/:(\w+)/g, '{$1}')
    paths[name] = { ...paths[name], [method.toLowerCase()]: operation(route, method) }
  }
  for (const door of doors) {
    const [method, path] = door.path.split(' ') as [string, string]
    paths[path] = { ...paths[path], [method.toLowerCase()]: doorOperation(door, method) }
  }
  for (const call of calls) {
    const [method, path] = call.route.split(' ') as [string, string]
    const name = path.replace(/:(\w+)/g, '{$1}')
    paths[name] = { ...paths[name], [method.toLowerCase()]: callOperation(call) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Portal Desk API', version: '1', description: 'The console (/api) and what other systems call (/connector/v1). Every refusal is application/problem+json. Who may is listed per operation.' },
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-pd-…' }, connector: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    security: [{ session: [] }],
  }) as unknown as Record<string, unknown>
}

/** A door checks by itself who may: before sign-in anybody from our own pages, beside a session the person whose it is. */
function doorOperation(door: Door, method: string): ZodOpenApiOperationObject {
  return {
    summary: door.summary,
    description: door.needsSession ? 'For the person whose session it is.' : 'Before sign-in.',
    operationId: operationIdOf(door.path),
    ...(door.needsSession ? {} : { security: [] }),
    parameters: door.needsSession && method !== 'GET' ? [headerOf('X-CSRF-Token')] : [],
    ...(door.body ? { requestBody: { content: { 'application/json': { schema: door.body } } } } : {}),
    responses: responsesOf(door.answer),
  }
}

function operation(route: AnyRoute, method: string): ZodOpenApiOperationObject {
  const who = roles.map((role, at) => `${role} ${actionTable[route.action].cells[at]}`).join(' · ')
  const headers = ['X-CSRF-Token', ...(route.kind === 'command' ? ['Idempotency-Key'] : []), ...(route.versioned ? ['If-Match'] : [])]
  return {
    summary: route.summary,
    description: `Action \`${route.action}\`: ${who}.`,
    operationId: operationIdOf(route.path),
    requestParams: { path: route.params as never, query: route.query as never },
    parameters: method === 'GET' ? [] : headers.map(headerOf),
    ...(method === 'GET' ? {} : { requestBody: { content: { 'application/json': { schema: route.body } } } }),
    responses: responsesOf(route.answer),
  }
}

/** Another system's call carries a token of its own, good for this call alone. */
function callOperation({ route, summary, right, params, query, body, answer, mediaType = 'application/json' }: DescribedCall): ZodOpenApiOperationObject {
  return {
    summary,
    description: `For a connector whose key has the right \`${right}\`, and for its portals alone.`,
    operationId: operationIdOf(route),
    security: [{ connector: [] }],
    requestParams: { ...(params ? { path: params as never } : {}), ...(query ? { query: query as never } : {}) },
    ...(body ? { requestBody: { content: { [mediaType]: { schema: body } } } } : {}),
    responses: responsesOf(answer, mediaType),
  }
}

function operationIdOf(path: string): string {
  const [method, at] = path.split(' ') as [string, string]
  return `${method.toLowerCase()}_${at.replace(/\W+/g, '_')}`
}

function headerOf(name: string) {
  return { name, in: 'header' as const, required: true, schema: { type: 'string' as const } }
}

function responsesOf(answer: z.ZodType, mediaType = 'application/json'): ZodOpenApiOperationObject['responses'] {
  return {
    200: { description: 'The answer.', content: { [mediaType]: { schema: answer } } },
    default: { description: 'A refusal.', content: { 'application/problem+json': { schema: problem } } },
  }
}

/** A plain page that lists the operations; no script, nothing from elsewhere. */
export function docsPage(routes: readonly AnyRoute[], doors: readonly Door[], calls: readonly DescribedCall[]): string {
  const rows = routes.map((route) => `<tr><td><code>${route.path}</code></td><td>${escape(route.summary)}</td><td><code>${route.action}</code></td></tr>`)
  const open = doors.map((door) => `<tr><td><code>${door.path}</code></td><td>${escape(door.summary)}</td><td>${door.needsSession ? 'own session' : 'before sign-in'}</td></tr>`)
  const outside = calls.map((call) => `<tr><td><code>${call.route}</code></td><td>${escape(call.summary)}</td><td><code>${call.right}</code></td></tr>`)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal Desk: interface</title><main><h1>Console interface</h1>
<p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a></p>
<table border="1" cellpadding="6"><thead><tr><th>Operation</th><th>What it does</th><th>Action</th></tr></thead><tbody>${open.join('')}${rows.join('')}</tbody></table>
<h1>What other systems call</h1><p>With a signed token for each call; the right stands in the key (docs/connector.md).</p>
<table border="1" cellpadding="6"><thead><tr><th>Operation</th><th>What it does</th><th>Right</th></tr></thead><tbody>${outside.join('')}</tbody></table></main></html>`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
