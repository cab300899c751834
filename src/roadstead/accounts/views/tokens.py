"""Tokens for one’s own programs: made, shown once, revoked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from roadstead.accounts import queries
from roadstead.accounts.actions import tokens as actions
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.forms.fields import posted
from roadstead.accounts.forms.me import TokenForm
from roadstead.accounts.presenters import tokens as presenter
from roadstead.accounts.views.me import myself
from roadstead.common.access.guards import signed_in, viewer_of
from roadstead.common.access.permission import Permission


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """One’s tokens, those that ended too, and a form for a new one where one may make any."""
    viewer, me = viewer_of(request), myself(request)
    form = TokenForm(viewer, posted(request))
    made, secret = None, ""
    if request.method == "POST":
        viewer.must(Permission.MAKE_TOKENS)
        if form.is_valid():
            try:
                made, secret = actions.make_token(person=me, by=viewer, **form.cleaned_data)
            except AccountsError as error:
                form.add_error(None, str(error))
            else:
                form = TokenForm(viewer)
    context = {
        "form": form,
        "made": made,
        "secret": secret,
        "rows": presenter.rows(queries.tokens(me)),
        "may_make": viewer.may(Permission.MAKE_TOKENS),
        "address": request.build_absolute_uri("/api/v1/me"),
    }
    return render(request, "accounts/me/tokens.html", context)


@signed_in
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Make one of one’s own tokens worthless."""
    token = get_object_or_404(queries.tokens(myself(request)), pk=pk)
    actions.revoke_token(token=token, by=viewer_of(request))
    messages.success(request, _("The token “%(name)s” was revoked.") % {"name": token.name})
    return redirect("accounts:tokens")
