"""What the forms of the register have in common."""

from django.forms import Form
from django.views.decorators.http import require_http_methods

from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.reach import MarkError

FORM = require_http_methods(["GET", "HEAD", "POST"])


def tell(error: RegisterError | MarkError, form: Form) -> None:
    """Put what an action refused beside the field that it names."""
    form.add_error(error.field if error.field in form.fields else None, str(error))
