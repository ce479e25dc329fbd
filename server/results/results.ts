/** What the room shows to others: what a viewer sees, that somebody opened a result, and messages of laboratories. */
export { noteRead, visibleResultIds } from '#server/results/reads.ts'
export { takeMessage } from '#server/results/take-message.ts'
export { visibilityOf } from '#server/results/viewers.ts'
