"""The addresses of subscriptions and webhooks."""

from tests.census.address import FORM, PRIVATE, SENT, SIGNED_IN, WHO, Address

SUBSCRIPTIONS = {
    "advisory/subscribe/": Address("/advisory/subscribe/?country=NG", methods=FORM, kept=PRIVATE, form=True),
    "advisory/subscribe/asked/": Address("/advisory/subscribe/asked/"),
    "advisory/subscribe/confirm/<str:token>/": Address(
        "/advisory/subscribe/confirm/{confirm_link}/", methods=FORM, kept=PRIVATE, form=True
    ),
    "advisory/subscribe/leave/<str:token>/": Address(
        "/advisory/subscribe/leave/{leave_link}/", methods=FORM, kept=PRIVATE
    ),
    "me/subscription/": Address("/me/subscription/", methods=FORM, who=SIGNED_IN, queries=WHO + 2, kept=PRIVATE),
    "me/subscription/leave/": Address(
        "/me/subscription/leave/", status=405, methods=SENT, who=SIGNED_IN, queries=WHO, kept=PRIVATE
    ),
    "me/webhooks/": Address("/me/webhooks/", methods=FORM, who="make_tokens", queries=WHO + 3, kept=PRIVATE),
    "me/webhooks/<int:pk>/secret/": Address(
        "/me/webhooks/1/secret/", status=405, methods=SENT, who="make_tokens", queries=WHO, kept=PRIVATE
    ),
    "me/webhooks/<int:pk>/resume/": Address(
        "/me/webhooks/1/resume/", status=405, methods=SENT, who="make_tokens", queries=WHO, kept=PRIVATE
    ),
    "me/webhooks/<int:pk>/remove/": Address(
        "/me/webhooks/1/remove/", status=405, methods=SENT, who="make_tokens", queries=WHO, kept=PRIVATE
    ),
    "desk/editions/messages/": Address("/desk/editions/messages/", who="read_programme", queries=WHO + 4, kept=PRIVATE),
    "desk/editions/messages/export.<slug:form>": Address(
        "/desk/editions/messages/export.csv", who="read_programme", queries=WHO + 1, kept=PRIVATE
    ),
    "desk/editions/messages/<int:pk>/again/": Address(
        "/desk/editions/messages/1/again/", status=405, methods=SENT, who="publish_editions", queries=WHO, kept=PRIVATE
    ),
}
SUBSCRIPTIONS_ELSEWHERE = {
    "advisories/subscriptions/no_link.html": "tests/apps/subscriptions",
    "advisories/subscriptions/mail/message.html": "tests/apps/subscriptions",
}
