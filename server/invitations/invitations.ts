/** What the room shows to the others: sending, accepting and finding invitations, and the codes that open them. */
export { acceptInvitation } from '#server/invitations/accept-invitation.ts'
export { codeOf, makeCode, newestCode, type CodeRow } from '#server/invitations/codes.ts'
export { byItself, type Doing } from '#server/invitations/doing.ts'
export { reportActivation } from '#server/invitations/report-activation.ts'
export { reportUse } from '#server/invitations/report-use.ts'
export { sendsToday } from '#server/invitations/sends-today.ts'
export { invitationOut, sendInvitation, type InvitationRow } from '#server/invitations/send-invitation.ts'
