"""Closing an account for good: a page of its own, since nothing brings it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.leaving import close_account
from roadstead.accounts.forms.fields import posted
from roadstead.accounts.forms.grants import ReasonForm
from roadstead.accounts.views.people import found
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission


@needs(Permission.FORGET_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account, and forget whose it was."""
    viewer = viewer_of(request)
    person, form = found(pk, viewer), ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            close_account(person=person, why=form.cleaned_data["why"], by=viewer)
        except AccountsError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The account is closed, and no record names its person any more."))
            return redirect("accounts:people")
    crumbs = [(_("Desk"), "/desk/"), (_("Accounts"), "/desk/accounts/"), (person.name, f"/desk/accounts/{person.pk}/")]
    return render(request, "accounts/desk/close.html", {"person": person, "form": form, "crumbs": crumbs})
