import { incomingMessage, intakeAnswer } from '#domain/contracts/message-intake.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type Door } from '#server/http/door.ts'
import { receiveMessage } from '#server/messages/receive.ts'

/** `POST /api/test/messages`: a message as a portal would report it, without the portal's signature. Test practice only. */
const receiveDoor: Door = openDoor({
  path: 'POST /api/test/messages', summary: 'Receive a message (test practice only).', withoutOrigin: true, body: incomingMessage, answer: intakeAnswer,
  run: async ({ app, body, scene }) => app.store.tx(async (w) => {
    const outcome = await receiveMessage(w, app, scene, body)
    return 'code' in outcome ? refuse(outcome.code) : done(outcome.answer)
  }),
})

export const messageTestDoors: Door[] = [receiveDoor]
