import { walkScreens } from '#test/e2e/walk-screens.ts'

walkScreens(0)
