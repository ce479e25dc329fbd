import { importsOf } from '#test/support/architecture/source.ts'
import type { Import, Source } from '#test/support/architecture/source.ts'

type Floor = { floors: string[], packages: RegExp }

const screen = 'react|react-dom|react-router|react-admin|ra-[\\w-]+|@mui|@emotion|@tanstack'
const testTools = 'vite|vitest|playwright-core|@sparticuz|@testing-library|happy-dom|axe-core|fast-check|smtp-server'

/** Which floors and packages each floor may import. Whoever is not named here may import nothing. */
const table: Record<string, Floor> = {
  domain: { floors: ['domain'], packages: /^(zod|temporal-polyfill)(\/|$)/ },
  db: { floors: ['domain', 'db'], packages: /^(node:|(drizzle-orm|drizzle-kit|better-sqlite3|pg)(\/|$))/ },
  server: { floors: ['domain', 'db', 'server'], packages: new RegExp(`^(?!(${screen}|${testTools}|drizzle-kit)(/|$))`) },
  client: { floors: ['domain', 'client'], packages: new RegExp(`^(${screen}|zod|temporal-polyfill|qrcode|recharts|libphonenumber-js)(/|$)`) },
  seed: { floors: ['domain', 'db', 'seed'], packages: /^(node:|(zod|temporal-polyfill|libphonenumber-js)(\/|$))/ },
  test: { floors: ['domain', 'db', 'server', 'client', 'seed', 'test'], packages: /^/ },
}

/** Rooms that every room of their floor may enter. */
const open: Record<string, string[]> = { server: ['http', 'outbox', 'audit'], client: ['ui', 'layout'] }
/** Rooms that are made of other rooms: the frame, home, and the patient's record. */
const hubs: Record<string, string[]> = { client: ['home', 'patients', 'layout'] }

/** Sentences about the imports of a file that the floors or rooms do not allow; none when all is well. */
export function trespasses(source: Source): string[] {
  return importsOf(source).flatMap((each) => {
    const fault = faultOf(source.path, each)
    return fault ? [`${source.path} imports ${each.target}: ${fault}`] : []
  })
}

function faultOf(path: string, { target, inProject }: Import): string | null {
  const [floor = '', room] = placeOf(path)
  const rule = table[floor]
  if (!rule) return 'no floor'
  if (!inProject) return rule.packages.test(target) ? null : `not a package of ${floor}`
  const [targetFloor = '', targetRoom] = placeOf(target)
  if (!rule.floors.includes(targetFloor)) return `${floor} does not reach ${targetFloor}`
  if (floor !== targetFloor || !(floor in open) || !room || room === targetRoom) return null
  return mayEnter(floor, room, targetRoom, target) ? null : `${room} enters ${targetRoom ?? 'the composition root'} other than by its face`
}

function mayEnter(floor: string, room: string, other: string | undefined, target: string): boolean {
  if (!other) return !/\/(main|cli|App)\.\w+$/.test(target)
  return open[floor]?.includes(other) === true || hubs[floor]?.includes(room) === true || isFace(floor, other, target)
}

/** A room shows one file to the others: named like the room, or `face`. */
function isFace(floor: string, room: string, target: string): boolean {
  return [`${room}.ts`, `${room}.tsx`, 'face.ts', 'face.tsx'].some((name) => target === `${floor}/${room}/${name}`)
}

/** Floor and room of a path; a file that lies on the floor itself has no room. */
function placeOf(path: string): [string?, string?] {
  const [floor, room, ...rest] = path.split('/')
  return rest.length > 0 ? [floor, room] : [floor]
}
