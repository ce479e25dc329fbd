import { moveClockDoor, readClockDoor } from '#server/test-practice/clock.ts'
import { giveRolesDoor, listStaffDoor } from '#server/test-practice/staff.ts'
import type { Door } from '#server/http/door.ts'

/** Doors of the test practice; the server mounts them there and nowhere else (AZ-11). */
export const testDoors: Door[] = [readClockDoor, moveClockDoor, listStaffDoor, giveRolesDoor]
