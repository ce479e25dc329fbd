import Box from '@mui/material/Box'
import { useNavigate, useParams, useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import { DoorFrame } from '#client/auth/DoorFrame.tsx'
import { FactorStep } from '#client/auth/FactorStep.tsx'
import { FaultNote } from '#client/auth/FaultNote.tsx'
import { openLink, type NewFactor, type OpenLink } from '#client/auth/joining.ts'
import { RedeemStep } from '#client/auth/RedeemStep.tsx'
import { useAttempt } from '#client/auth/use-attempt.ts'
import { TextLink } from '#client/ui/TextLink.tsx'

/** Behind a mailed link: join with a password and a second factor, or set one of them up again. */
export default function RedeemPage() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { token = '' } = useParams()
  const { attempt, fault } = useAttempt()
  const [link, setLink] = useState<OpenLink | null>(null)
  const [factor, setFactor] = useState<NewFactor | null>(null)
  const look = useRef(attempt)
  useEffect(() => {
    void look.current(() => openLink(token)).then(setLink)
  }, [token])
  const goOn = (made: NewFactor | null) => (made ? setFactor(made) : void navigate('/login', { replace: true }))
  return (
    <DoorFrame>
      <Box component="h1" sx={{ typography: 'figure', mb: 1 }}>
        {translate(factor ? 'join.factor_title' : link ? `join.title.${link.purpose}` : 'join.link')}
      </Box>
      {link && !factor ? (
        <Box component="p" sx={{ color: 'ink2', mb: 2 }}>
          {translate(`join.text.${link.purpose}`, { practice: link.practiceName, name: link.name })}
        </Box>
      ) : null}
      {factor ? (
        <FactorStep factor={factor} door="staff-invitations" onDone={() => void navigate('/', { replace: true })} />
      ) : link ? (
        <RedeemStep link={link} token={token} onDone={goOn} />
      ) : (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <FaultNote fault={fault} />
          <TextLink to="/login">{translate('join.to_sign_in')}</TextLink>
        </Box>
      )}
    </DoorFrame>
  )
}
