export { recordWishesAgain } from '#server/preferences/record-again.ts'
