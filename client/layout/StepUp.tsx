import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import { callServer } from '#client/layout/server.ts'
import { useSessionState } from '#client/layout/session.ts'
import { StepUpContext, type AskStepUp, type StepUpNeed } from '#client/layout/step-up.ts'

const StepUpDialog = lazy(() => import('#client/layout/StepUpDialog.tsx'))

type Asked = { need: StepUpNeed; answer: (proof: string | null) => void }

/** A fresh second factor for one act; the server gives a proof that counts for that act alone. */
async function prove(need: StepUpNeed, code: string): Promise<string> {
  const { data } = await callServer<{ proof: string }>('/session/step-up', {
    body: { code, ...need },
    act: { key: crypto.randomUUID() },
  })
  return data.proof
}

/** Gives every command below a way to ask for the second factor; in the demo practice no code is asked. */
export function StepUp({ children }: { children: ReactNode }) {
  const { practice } = useSessionState()
  const [asked, setAsked] = useState<Asked | null>(null)
  const isDemo = practice?.mode === 'demo'
  const ask = useCallback<AskStepUp>(
    (need) => (isDemo ? prove(need, '') : new Promise((answer) => setAsked({ need, answer }))),
    [isDemo],
  )
  const finish = (proof: string | null) => {
    asked?.answer(proof)
    setAsked(null)
  }
  return (
    <StepUpContext value={ask}>
      {children}
      {asked ? (
        <Suspense>
          <StepUpDialog prove={(code) => prove(asked.need, code)} onDone={finish} />
        </Suspense>
      ) : null}
    </StepUpContext>
  )
}
