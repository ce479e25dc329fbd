/** What the room shows to the others: how an act asks for a second person, and how requests end with their asker's right. */
export { forInbox, twoPersonAct, type AnyTwoPersonAct } from '#server/two-person/act.ts'
export { askSecondPerson, type Asked } from '#server/two-person/ask-second-person.ts'
export { endRequestsAbout, endRequestsOf } from '#server/two-person/end-requests.ts'
