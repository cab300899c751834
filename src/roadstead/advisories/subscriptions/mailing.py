"""What a mail server answers, and what may be concluded from it."""

from smtplib import (
    SMTP,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _

FOR_GOOD = range(500, 600)  # answers of a mail server that do not change by waiting


def ready(connection: BaseEmailBackend) -> None:
    """An open connection to the mail server: the one that there is, if it still answers. Raises OSError."""
    held = getattr(connection, "connection", None)
    if isinstance(held, SMTP):
        try:
            held.noop()
        except OSError:
            connection.close()
    connection.open()  # does nothing where it is open


def said_no(error: OSError) -> bool:
    """Whether the server answered that it does not take the message; a connection that broke leaves it open."""
    return isinstance(error, SMTPException) and not isinstance(error, SMTPServerDisconnected)


def for_good(error: OSError) -> bool:
    """Whether the server refuses this address for good, and not only us or now."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code in FOR_GOOD for code, _words in error.recipients.values())
    return False


def said(error: OSError) -> str:
    """Why a message was not taken, without the address."""
    if isinstance(error, SMTPRecipientsRefused):
        codes = sorted({code for code, _words in error.recipients.values()})
        return _("The mail server refused the address (%(codes)s).") % {"codes": ", ".join(map(str, codes))}
    if isinstance(error, SMTPSenderRefused):
        return _("The mail server refused our address (%(code)s).") % {"code": error.smtp_code}
    if isinstance(error, SMTPResponseException):
        return _("The mail server refused the message (%(code)s).") % {"code": error.smtp_code}
    if isinstance(error, SMTPServerDisconnected | TimeoutError):
        return _("The mail server broke off.")
    return _("The mail server could not be reached.")
