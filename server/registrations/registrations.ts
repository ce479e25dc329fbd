/** What the room shows to the others: taking in a self-registration that a portal could not match (R6). */
export { receiveRegistration } from '#server/registrations/receive-registration.ts'
