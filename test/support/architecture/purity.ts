import { isNode, nodesOf, parse } from '#test/support/architecture/source.ts'
import type { Source, SyntaxNode } from '#test/support/architecture/source.ts'

/** What a rule may not ask: the clock, chance, the machine and the network. Facts and the instant are handed to it. */
const forbiddenMembers = new Set(['Date.now', 'Math.random', 'Temporal.Now', 'import.meta'])
const forbiddenNames = new Set(['process', 'crypto', 'performance', 'globalThis', 'window', 'document', 'localStorage', 'console'])
const forbiddenCalls = new Set(['Date', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require'])

/** Sentences about what a file of `domain/` asks of the world; none when it only computes. */
export function impurities(source: Source): string[] {
  return [...nodesOf(parse(source).program)].flatMap((node) => {
    const fault = faultOf(node)
    return fault ? [`${source.path} uses ${fault}`] : []
  })
}

function faultOf(node: SyntaxNode): string | null {
  if (node.type === 'MetaProperty') return 'import.meta'
  if (node.type === 'MemberExpression') return memberFault(node)
  if (node.type === 'CallExpression' && forbiddenCalls.has(nameOf(node.callee))) return `${nameOf(node.callee)}()`
  const isBareDate = node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && (node.arguments as unknown[]).length === 0
  return isBareDate ? 'new Date()' : null
}

function memberFault(node: SyntaxNode): string | null {
  const owner = nameOf(node.object)
  if (forbiddenNames.has(owner)) return owner
  const member = `${owner}.${nameOf(node.property)}`
  return forbiddenMembers.has(member) ? member : null
}

function nameOf(node: unknown): string {
  return isNode(node) && node.type === 'Identifier' ? String(node.name) : ''
}
