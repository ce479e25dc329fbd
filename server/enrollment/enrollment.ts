/** What the room shows to the others: what starting an enrollment depends on. */
export { startFacts } from '#server/enrollment/preflight-of.ts'
