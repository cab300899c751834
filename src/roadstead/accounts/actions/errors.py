"""Why an action on accounts was refused, in words for the person who asked."""


class AccountsError(ValueError):
    """What was asked cannot be done; the message says why and what to do."""
