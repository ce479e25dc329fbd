import type { App } from '#server/app.ts'
import { hashPassword } from '#server/auth/password.ts'
import { secondFactorDoor } from '#server/auth/second-factor.ts'
import { activityDoor, lockDoor, signOutDoor, stepUpDoor, whoDoor } from '#server/auth/session-doors.ts'
import { setUpConfirmDoor, setUpDoor } from '#server/auth/set-up.ts'
import { signInDoor } from '#server/auth/sign-in.ts'
import { makeSourceLanes } from '#server/auth/source-lane.ts'
import type { Door } from '#server/http/door.ts'

/** What stands before and beside a session: sign-in, the first run, the session itself. */
export function authDoors(app: App): Door[] {
  // A hash that nobody's password fits: an unknown name takes as long as a known one (AU-06).
  const emptyHash = hashPassword(app.random.bytes(24).toString('base64url'))
  return [
    whoDoor, signInDoor(makeSourceLanes(), emptyHash), secondFactorDoor, activityDoor, lockDoor, signOutDoor, stepUpDoor,
    ...(app.config.mode === 'real' ? [setUpDoor, setUpConfirmDoor] : []),
  ]
}
