"""A person’s own webhooks: made, with a secret that is shown once; their deliveries; taken into use again, removed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from roadstead.advisories.models import Webhook
from roadstead.advisories.subscriptions import signing
from roadstead.advisories.subscriptions.actions import webhooks as actions
from roadstead.advisories.subscriptions.actions.shape import SubscriptionError
from roadstead.advisories.subscriptions.forms import WebhookForm
from roadstead.advisories.subscriptions.queries import outbox, subscribers
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

A_PAGE = 30


@needs(Permission.MAKE_TOKENS)
@require_http_methods(["GET", "HEAD", "POST"])
def webhooks(request: HttpRequest) -> HttpResponse:
    """One’s webhooks with what was delivered, and a form for a new one."""
    viewer, made, status = viewer_of(request), None, 200
    form = WebhookForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if form.is_valid():
            said = form.cleaned_data
            try:
                made = actions.make_webhook(address=said["address"], countries=said["countries"], by=viewer)
            except SubscriptionError as error:
                form.add_error(error.field if error.field in form.fields else None, str(error))
            else:
                form = WebhookForm()
        status = 200 if made else 422
    return _page(request, form, made, status)


@needs(Permission.MAKE_TOKENS)
@require_POST
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a webhook another secret, which is shown once."""
    made = actions.renew_secret(webhook=_own(request, pk), by=viewer_of(request))
    return _page(request, WebhookForm(), made, 200)


@needs(Permission.MAKE_TOKENS)
@require_POST
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a webhook into use again."""
    actions.resume(webhook=_own(request, pk), by=viewer_of(request))
    messages.success(request, _("It is told of the next edition again."))
    return redirect("subscriptions:webhooks")


@needs(Permission.MAKE_TOKENS)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a webhook."""
    actions.remove_webhook(webhook=_own(request, pk), by=viewer_of(request))
    messages.success(request, _("The webhook was removed."))
    return redirect("subscriptions:webhooks")


def _own(request: HttpRequest, pk: int) -> Webhook:
    return get_object_or_404(subscribers.webhooks_of(viewer_of(request).user_id), pk=pk)


def _page(request: HttpRequest, form: WebhookForm, made: Webhook | None, status: int) -> HttpResponse:
    person = viewer_of(request).user_id
    page = Paginator(outbox.deliveries_of(person), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "made": made,
        "secret": signing.secret(made) if made else "",
        "rows": subscribers.webhooks_of(person),
        "page": page,
    }
    return render(request, "advisories/subscriptions/webhooks.html", context, status=status)
