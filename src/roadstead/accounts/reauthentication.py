"""Whether somebody has just shown again who they are."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate, get_reauthentication_flows
from django.http import HttpRequest

from roadstead.common import clock


def is_recent(request: HttpRequest) -> bool:
    """Whether the person of this session proved it again, minutes ago.

    allauth takes who has no way to prove it for proved, and a proof from the future for recent; here neither counts.
    """
    proofs = [one["at"] for one in get_authentication_records(request, request.user) if one.get("reauthenticated")]
    if not proofs or max(proofs) > clock.now().timestamp() + 1:
        return False
    return bool(get_reauthentication_flows(request.user)) and bool(did_recently_reauthenticate(request))
