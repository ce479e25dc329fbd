import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

/** No test sees the screen of the one before. */
afterEach(cleanup)
