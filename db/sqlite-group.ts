import { AsyncLocalStorage } from 'node:async_hooks'
import type Database from 'better-sqlite3'
import { hasCode, StorageReadOnly, StorageUnavailable, type Announcement, type Writer } from '#db/store.ts'

/** Longest time that one group of transactions goes on taking new members. */
const GROUP_MS = 5

type Member = {
  work: (w: Writer) => Promise<unknown>
  announced: Announcement[]
  ended: boolean
  outcome?: { value: unknown } | { error: unknown }
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/** The transactions of one writer connection: they run one after another and share the cost of a durable commit. */
export type Group = {
  tx: <T>(work: (w: Writer) => Promise<T>) => Promise<T>
  beforeCommit: (hook: ((w: Writer) => Promise<void>) | null) => void
  onAnnounce: (listener: (what: Announcement) => void) => void
  freeze: (why: string) => void
  frozen: () => string | null
  /** Runs between two groups, never inside a transaction. */
  alone: <T>(work: () => T) => Promise<T>
}

const insideOf = new AsyncLocalStorage<Member>()

/**
 * Group commit: members run in a SAVEPOINT each, nobody is answered before COMMIT, and when SQLite has given the
 * transaction up or COMMIT fails nobody's work was kept. `writerOf` makes the handle; `guard` is called before
 * each of its statements and throws for one that comes after its transaction has ended. `beforeDurable` is called
 * right before each COMMIT.
 */
export function groupCommit(
  file: Database.Database, writerOf: (guard: () => void) => Omit<Writer, 'announce'>,
  options: { strict?: boolean | undefined; beforeDurable?: () => void },
): Group {
  const say = statementsOf(file)
  let active: Member | null = null
  let why: string | null = null
  let hook: ((w: Writer) => Promise<void>) | null = null
  let running = false
  const queue: Member[] = []
  const waiting: (() => void)[] = []
  const listeners: ((what: Announcement) => void)[] = []
  const writer = writerOf(() => {
    if (!active || insideOf.getStore() !== active) throw new Error('a statement outside of its transaction')
  })

  async function inside(member: Member): Promise<unknown> {
    const w: Writer = Object.assign(Object.create(writer) as Writer, {
      announce: (topic: string, id: string) => void member.announced.push({ topic, id }),
    })
    active = member
    let turned = false
    const turn = options.strict ? setImmediate(() => { turned = true }) : null
    try {
      const value = await insideOf.run(member, () => member.work(w))
      if (turned) throw new Error('a transaction awaited something other than the database')
      return value
    } finally {
      if (turn) clearImmediate(turn)
      active = null
      member.ended = true
    }
  }

  async function runMember(member: Member): Promise<void> {
    say.savepoint.run()
    try {
      const value = await inside(member)
      say.release.run()
      member.outcome = { value }
    } catch (error) {
      member.outcome = { error: hasCode(error, isStorageFault) ? unavailable(error) : error }
      if (file.inTransaction) {
        say.undo.run()
        say.release.run()
      }
    }
  }

  /** Runs one group to its COMMIT. Throws when nothing of it was kept. */
  async function commitGroup(group: Member[]): Promise<void> {
    const until = performance.now() + GROUP_MS
    say.begin.run()
    for (let member = queue.shift(); member; member = performance.now() < until ? queue.shift() : undefined) {
      group.push(member)
      await runMember(member)
      if (!file.inTransaction) throw new StorageUnavailable('SQLite ended the transaction by itself')
    }
    if (hook) await inside({ work: hook, announced: [], ended: false, resolve: () => undefined, reject: () => undefined })
    options.beforeDurable?.()
    say.commit.run()
  }

  async function runGroup(): Promise<void> {
    running = true
    const group: Member[] = []
    const failure = await commitGroup(group).then(() => null, (error: unknown) => unavailable(error))
    if (failure && file.inTransaction) file.exec('ROLLBACK')
    if (failure) for (const member of group.length > 0 ? group : queue.splice(0)) member.reject(failure)
    else for (const member of group) settle(member)
    running = false
    for (const next of waiting.splice(0)) next()
    if (queue.length > 0) setImmediate(() => void runGroup())
  }

  function settle(member: Member): void {
    const { outcome } = member
    if (!outcome || 'error' in outcome) return member.reject(outcome?.error)
    member.resolve(outcome.value)
    for (const what of member.announced) for (const listener of listeners) tell(listener, what)
  }

  function unavailable(error: unknown): StorageUnavailable {
    if (hasCode(error, (code) => /^SQLITE_(CORRUPT|NOTADB)/.test(code))) why ??= 'file'
    return error instanceof StorageUnavailable ? error : new StorageUnavailable('nothing was kept', { cause: error })
  }

  return {
    tx: <T>(work: (w: Writer) => Promise<T>) => {
      const outer = insideOf.getStore()
      if (outer && !outer.ended) throw new Error('a transaction inside a transaction')
      if (why !== null) return Promise.reject(new StorageReadOnly(why))
      return new Promise<T>((resolve, reject) => {
        queue.push({ work, announced: [], ended: false, resolve: resolve as (value: unknown) => void, reject })
        if (!running && queue.length === 1) setImmediate(() => { if (!running) void runGroup() })
      })
    },
    beforeCommit: (next) => { hook = next },
    onAnnounce: (listener) => void listeners.push(listener),
    freeze: (reason) => { why ??= reason },
    frozen: () => why,
    alone: async (work) => {
      if (running) await new Promise<void>((resolve) => { waiting.push(resolve) })
      return work()
    },
  }
}

/** What is said around every transaction, compiled once. */
function statementsOf(file: Database.Database) {
  return {
    begin: file.prepare('BEGIN IMMEDIATE'), commit: file.prepare('COMMIT'),
    savepoint: file.prepare('SAVEPOINT member'), release: file.prepare('RELEASE member'), undo: file.prepare('ROLLBACK TO member'),
  }
}

/** A listener's fault is its own: what was announced is committed and stays so. */
function tell(listener: (what: Announcement) => void, what: Announcement): void {
  try {
    listener(what)
  } catch (error) {
    queueMicrotask(() => { throw error })
  }
}

/** Disk full, disk broken, folder read-only, file locked or damaged: the storage's fault, not the act's. */
function isStorageFault(code: string): boolean {
  return /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED|NOMEM|CORRUPT|NOTADB|PROTOCOL|INTERRUPT)/.test(code)
}
