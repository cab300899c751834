"""Calendar invitations and e-mail messages that are brought in: what each says, before anything is written."""
