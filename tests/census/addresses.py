"""Every address of the product: how it is asked, who may, what it may cost, how long it may be kept.

A new address gets its line here first; the census fails until it does.
"""

from tests.census.address import (
    A_DAY,
    A_MINUTE,
    ANYONE,
    FIVE_MINUTES,
    FORM,
    NEVER,
    PRIVATE,
    READ,
    SENT,
    SIGNED_IN,
    WHO,
    Address,
)
from tests.census.addresses_agenda import AGENDA
from tests.census.addresses_arrivals import ARRIVALS
from tests.census.addresses_assessments import ASSESSMENTS, ASSESSMENTS_ELSEWHERE
from tests.census.addresses_cases import CASES
from tests.census.addresses_hosting import HOSTING, HOSTING_ELSEWHERE
from tests.census.addresses_letters import LETTERS, LETTERS_ELSEWHERE
from tests.census.addresses_notices import NOTICES
from tests.census.addresses_observed import OBSERVED
from tests.census.addresses_planning import PLANNING
from tests.census.addresses_queue import QUEUE, QUEUE_ELSEWHERE
from tests.census.addresses_report import REPORT
from tests.census.addresses_ships import SHIPS
from tests.census.addresses_subscriptions import SUBSCRIPTIONS, SUBSCRIPTIONS_ELSEWHERE
from tests.census.addresses_training import TRAINING, TRAINING_ELSEWHERE

__all__ = ["ADDRESSES", "ALSO", "ANYONE", "READ", "RENDERED_ELSEWHERE", "Address"]

ADDRESSES = {
    # web
    "": Address("/"),
    "components/": Address("/components/"),
    "healthz": Address("/healthz", kept=NEVER),
    "readyz": Address("/readyz", queries=2, kept=NEVER),
    "robots.txt": Address("/robots.txt", kept=A_DAY),
    "favicon.ico": Address("/favicon.ico", status=302, kept=A_DAY),
    # the faces
    "me/home/": Address("/me/home/", status=302, who=SIGNED_IN, queries=WHO, kept=PRIVATE),
    "desk/": Address("/desk/", who="use_desk", queries=WHO + 7, kept=PRIVATE),
    "watch/": Address("/watch/", who="use_watch", queries=WHO + 2, kept=PRIVATE),
    **ARRIVALS,
    **NOTICES,
    **SHIPS,
    **QUEUE,
    **LETTERS,
    "ships/": Address("/ships/", who="use_ships", queries=WHO + 12, kept=PRIVATE, role="operator"),
    "partner/": Address("/partner/", who="use_partner", queries=WHO, kept=PRIVATE),
    # advisories
    "advisory/": Address("/advisory/?on=2019-06-01", kept=A_MINUTE),
    "advisory/countries/": Address("/advisory/countries/", kept=A_MINUTE),
    "advisory/countries/<str:code>/": Address("/advisory/countries/DJ/", kept=A_MINUTE),
    "advisory/editions/": Address("/advisory/editions/", kept=A_MINUTE),
    "advisory/editions/<str:edition>/": Address("/advisory/editions/2019-05-30-psa-2-19/", kept=A_MINUTE),
    "advisory/compare/": Address("/advisory/compare/?a=2-19&b=2025-09-17", kept=A_MINUTE),
    "advisory/compare.json": Address("/advisory/compare.json?a=2-19&b=2025-09-17", kept=FIVE_MINUTES),
    "advisory/changes.json": Address("/advisory/changes.json", kept=FIVE_MINUTES),
    "advisory/keys.json": Address("/advisory/keys.json", kept=FIVE_MINUTES),
    "advisory.pdf": Address("/advisory.pdf", kept=FIVE_MINUTES),
    "advisory.json": Address("/advisory.json", kept=FIVE_MINUTES),
    "advisory.csv": Address("/advisory.csv", kept=FIVE_MINUTES),
    "advisory.atom": Address("/advisory.atom", kept=FIVE_MINUTES),
    ".well-known/port-security-advisory.json": Address("/.well-known/port-security-advisory.json", kept=FIVE_MINUTES),
    # arrivals
    "check/": Address("/check/?{voyage}", methods=READ | {"POST"}, queries=2),
    "check/decision.json": Address("/check/decision.json?{voyage}", queries=2),
    "check/decision.pdf": Address("/check/decision.pdf?{voyage}", queries=2),
    "check/terminals.json": Address("/check/terminals.json?country=NG&eta=2026-05-31"),
    "check/notice.json": Address("/check/notice.json?{voyage}", queries=2),
    "ships/planner/": Address("/ships/planner/?{voyage}", queries=2),
    "api/v1/decisions": Address("/api/v1/decisions", 405, methods=frozenset({"POST", "OPTIONS"}), kept="no-store"),
    "api/v1/openapi.json": Address("/api/v1/openapi.json", kept="public, max-age=300"),
    "api/v1/docs": Address("/api/v1/docs", kept="public, max-age=300"),
    "api/v1/": Address("/api/v1/", status=404),
    # files
    "files/<int:number>/<str:name>": Address("/files/{file}", queries=2, kept=A_MINUTE),
    # audit; an export is recorded before it is given
    # One for each kind of record that the page speaks of, however many there are of it.
    "desk/log/": Address("/desk/log/", who="read_log", queries=WHO + 14, kept=PRIVATE),
    "desk/log/events.csv": Address("/desk/log/events.csv", who="read_log", queries=WHO + 7, kept=PRIVATE),
    "desk/log/events.jsonl": Address("/desk/log/events.jsonl", who="read_log", queries=WHO + 7, kept=PRIVATE),
    "desk/history/<str:kind>/<str:key>/": Address(
        "/desk/history/accounts.user/{account}/",
        who=SIGNED_IN,
        role="headquarters",
        queries=WHO + 4,
        kept=PRIVATE,
        asks_further=True,
    ),
    "api/v1/events": Address(
        "/api/v1/events", methods=frozenset({"GET"}), who="read_log", queries=WHO + 5, kept=PRIVATE
    ),
    # signing in
    "accounts/login/": Address("/accounts/login/", methods=FORM, queries=1, kept=NEVER, form=True),
    "accounts/logout/": Address("/accounts/logout/", status=302, methods=FORM, kept=NEVER),
    "accounts/inactive/": Address("/accounts/inactive/", kept=NEVER),
    "accounts/signup/": Address("/accounts/signup/", methods=FORM, kept=NEVER),
    "accounts/confirm-email/": Address("/accounts/confirm-email/", kept=NEVER),
    r"accounts/^confirm-email/(?P<key>[-:\w]+)/$": Address("/accounts/confirm-email/x/", methods=FORM, kept=NEVER),
    "accounts/password/reset/": Address("/accounts/password/reset/", methods=FORM, kept=NEVER, form=True),
    "accounts/password/reset/done/": Address("/accounts/password/reset/done/", kept=NEVER),
    "accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": Address(
        "/accounts/password/reset/key/1-x/", methods=FORM, queries=1, kept=NEVER
    ),
    "accounts/password/reset/key/done/": Address("/accounts/password/reset/key/done/", kept=NEVER),
    "accounts/2fa/authenticate/": Address("/accounts/2fa/authenticate/", 302, methods=FORM, kept=NEVER),
    "accounts/2fa/webauthn/login/": Address("/accounts/2fa/webauthn/login/", 302, methods=FORM, kept=NEVER),
    "accounts/oidc/login/cancelled/": Address("/accounts/oidc/login/cancelled/", kept=NEVER),
    "accounts/oidc/login/error/": Address("/accounts/oidc/login/error/", status=401, kept=NEVER),
    "accounts/oidc/<str:provider_id>/login/": Address("/accounts/oidc/none/login/", status=404, queries=1),
    "accounts/oidc/<str:provider_id>/login/callback/": Address(
        "/accounts/oidc/none/login/callback/", status=404, queries=1
    ),
    "recovery/stop/<str:secret>/": Address("/recovery/stop/x/", methods=FORM, queries=1, kept=NEVER),
    "recovery/use/<str:secret>/": Address("/recovery/use/x/", methods=FORM, queries=1, kept=NEVER),
    "demonstration/": Address("/demonstration/", kept=NEVER, form=True),
    "demonstration/sign-in/<str:role>/": Address("/demonstration/sign-in/nobody/", status=405, methods=SENT),
    "outbox/": Address("/outbox/", kept=NEVER),
    "outbox/<str:name>/": Address("/outbox/nothing/", status=404),
    # one's own security; what changes a second factor asks anew who it is
    "me/security/": Address("/me/security/", who=SIGNED_IN, queries=WHO + 3, kept=PRIVATE),
    "me/security/sessions/<int:pk>/end/": Address(
        "/me/security/sessions/1/end/", status=405, methods=SENT, who=SIGNED_IN, queries=2, kept=PRIVATE
    ),
    "me/security/sessions/end-others/": Address(
        "/me/security/sessions/end-others/", status=405, methods=SENT, who=SIGNED_IN, queries=2, kept=PRIVATE
    ),
    "me/security/recovery/stop/": Address(
        "/me/security/recovery/stop/", status=405, methods=SENT, who=SIGNED_IN, queries=2, kept=PRIVATE
    ),
    "accounts/reauthenticate/": Address(
        "/accounts/reauthenticate/", 302, FORM, SIGNED_IN, WHO + 1, PRIVATE, role="analyst", asks_further=True
    ),
    "accounts/email/": Address("/accounts/email/", methods=FORM, who=SIGNED_IN, queries=WHO + 4, kept=PRIVATE),
    "accounts/password/change/": Address(
        "/accounts/password/change/", status=302, methods=FORM, who=SIGNED_IN, queries=2, kept=PRIVATE
    ),
    "accounts/password/set/": Address(
        "/accounts/password/set/", methods=FORM, who=SIGNED_IN, queries=WHO, kept=PRIVATE
    ),
    "accounts/2fa/": Address("/accounts/2fa/", status=302, who=SIGNED_IN, queries=2, kept=PRIVATE),
    "accounts/2fa/reauthenticate/": Address(
        "/accounts/2fa/reauthenticate/",
        methods=FORM,
        who=SIGNED_IN,
        role="analyst",
        queries=WHO + 6,
        kept=PRIVATE,
        asks_further=True,
    ),
    "accounts/2fa/totp/activate/": Address(
        "/accounts/2fa/totp/activate/", 302, FORM, who=SIGNED_IN, role="analyst", queries=WHO + 5, kept=PRIVATE
    ),
    "accounts/2fa/totp/deactivate/": Address(
        "/accounts/2fa/totp/deactivate/", 302, FORM, who=SIGNED_IN, role="analyst", queries=WHO + 6, kept=PRIVATE
    ),
    "accounts/2fa/recovery-codes/": Address(
        "/accounts/2fa/recovery-codes/", status=404, who=SIGNED_IN, queries=WHO + 1, kept=PRIVATE
    ),
    "accounts/2fa/recovery-codes/generate/": Address(
        "/accounts/2fa/recovery-codes/generate/", 302, FORM, SIGNED_IN, WHO + 4, PRIVATE, role="analyst"
    ),
    "accounts/2fa/webauthn/": Address("/accounts/2fa/webauthn/", 302, who=SIGNED_IN, queries=2, kept=PRIVATE),
    "accounts/2fa/webauthn/add/": Address(
        "/accounts/2fa/webauthn/add/", 302, FORM, SIGNED_IN, WHO + 5, PRIVATE, role="analyst"
    ),
    "accounts/2fa/webauthn/reauthenticate/": Address(
        "/accounts/2fa/webauthn/reauthenticate/",
        302,
        FORM,
        SIGNED_IN,
        WHO + 1,
        PRIVATE,
        role="analyst",
        asks_further=True,
    ),
    "accounts/2fa/webauthn/keys/<int:pk>/remove/": Address(
        "/accounts/2fa/webauthn/keys/1/remove/", 302, FORM, SIGNED_IN, WHO + 4, PRIVATE, role="analyst"
    ),
    "accounts/2fa/webauthn/keys/<int:pk>/edit/": Address(
        "/accounts/2fa/webauthn/keys/1/edit/", 302, FORM, SIGNED_IN, WHO + 4, PRIVATE, role="analyst"
    ),
    "desk/accounts/<int:pk>/recovery/": Address(
        "/desk/accounts/{account}/recovery/", methods=FORM, who="recover_accounts", queries=WHO + 6, kept=PRIVATE
    ),
    # registry
    "ports/": Address("/ports/?q=rotterdam", queries=3, kept="max-age=3600, public"),
    "reference/": Address("/reference/?q=rotterdam", queries=4),
    # countries and organisations
    "desk/countries/": Address("/desk/countries/?measure=officer", who="read_programme", queries=WHO + 6, kept=PRIVATE),
    "desk/countries/export.<slug:form>": Address(
        "/desk/countries/export.csv", who="read_programme", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/countries/<str:code>/": Address(
        "/desk/countries/NG/", who="read_programme", queries=26, kept=PRIVATE, role="liaison"
    ),
    "desk/countries/<str:code>/judged/": Address(
        "/desk/countries/NG/judged/", who="read_programme", queries=WHO + 8, kept=PRIVATE, role="liaison"
    ),
    "desk/countries/<str:code>/built/": Address(
        "/desk/countries/NG/built/", who="read_programme", queries=WHO + 12, kept=PRIVATE, role="liaison"
    ),
    "desk/countries/<str:code>/timeline/latest/": Address(
        "/desk/countries/NG/timeline/latest/", who="read_programme", queries=WHO + 30, kept=PRIVATE, role="liaison"
    ),
    "desk/countries/<str:code>/timeline/": Address(
        "/desk/countries/NG/timeline/", who="read_programme", queries=WHO + 49, kept=PRIVATE, role="liaison"
    ),
    "partner/country/": Address("/partner/country/", who="read_shared", queries=25, kept=PRIVATE),
    "desk/organisations/": Address("/desk/organisations/", who="read_programme", queries=WHO + 5, kept=PRIVATE),
    "desk/organisations/export.<slug:form>": Address(
        "/desk/organisations/export.csv", who="read_programme", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/organisations/new/": Address(
        "/desk/organisations/new/?country=NG", methods=FORM, who="keep_register", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/organisations/<int:pk>/": Address(
        "/desk/organisations/{organisation}/", who="read_programme", queries=WHO + 20, kept=PRIVATE, role="liaison"
    ),
    "desk/organisations/<int:pk>/change/": Address(
        "/desk/organisations/{organisation}/change/", methods=FORM, who="keep_register", queries=WHO + 5, kept=PRIVATE
    ),
    "desk/organisations/<int:pk>/mark/": Address(
        "/desk/organisations/{organisation}/mark/", methods=FORM, who="keep_register", queries=WHO + 9, kept=PRIVATE
    ),
    "desk/organisations/<int:pk>/retire/": Address(
        "/desk/organisations/{organisation}/retire/", methods=FORM, who="keep_register", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/organisations/<int:pk>/files/": Address(
        "/desk/organisations/{organisation}/files/", methods=FORM, who="keep_register", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/organisations/<int:pk>/files/<int:number>/": Address(
        "/desk/organisations/{organisation}/files/{organisation_file}/",
        methods=FORM,
        who="keep_register",
        queries=WHO + 4,
        kept=PRIVATE,
    ),
    # port facilities
    "desk/facilities/": Address("/desk/facilities/?q=quay", who="read_programme", queries=WHO + 6, kept=PRIVATE),
    "desk/facilities/export.<slug:form>": Address(
        "/desk/facilities/export.csv", who="read_programme", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/facilities/new/": Address(
        "/desk/facilities/new/?country=NG", methods=FORM, who="keep_register", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/facilities/<int:pk>/": Address(
        "/desk/facilities/{facility}/", who="read_programme", queries=WHO + 36, kept=PRIVATE, role="liaison"
    ),
    "desk/facilities/<int:pk>/correct/": Address(
        "/desk/facilities/{facility}/correct/", methods=FORM, who="keep_register", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/facilities/<int:pk>/back/": Address(
        "/desk/facilities/{facility}/back/", 405, methods=SENT, who="keep_register", queries=WHO, kept=PRIVATE
    ),
    "desk/facilities/<int:pk>/names/": Address(
        "/desk/facilities/{facility}/names/", methods=FORM, who="keep_register", queries=WHO + 6, kept=PRIVATE
    ),
    "desk/facilities/<int:pk>/names/<int:number>/remove/": Address(
        "/desk/facilities/{facility}/names/{facility_name}/remove/",
        405,
        methods=SENT,
        who="keep_register",
        queries=WHO,
        kept=PRIVATE,
    ),
    "desk/facilities/<int:pk>/mark/": Address(
        "/desk/facilities/{facility}/mark/", methods=FORM, who="keep_register", queries=WHO + 9, kept=PRIVATE
    ),
    "desk/facilities/<int:pk>/files/": Address(
        "/desk/facilities/{facility}/files/", methods=FORM, who="keep_register", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/facilities/<int:pk>/files/<int:number>/": Address(
        "/desk/facilities/{facility}/files/{facility_file}/",
        methods=FORM,
        who="keep_register",
        queries=WHO + 4,
        kept=PRIVATE,
    ),
    "desk/facilities/import/": Address(
        "/desk/facilities/import/", methods=FORM, who="import_register", queries=WHO + 1, kept=PRIVATE
    ),
    "desk/facilities/import/<int:pk>/": Address(
        "/desk/facilities/import/{facility_import}/", who="import_register", queries=WHO + 2, kept=PRIVATE
    ),
    "desk/facilities/import/<int:pk>/end/": Address(
        "/desk/facilities/import/{facility_import}/end/",
        405,
        methods=SENT,
        who="import_register",
        queries=WHO,
        kept=PRIVATE,
    ),
    # reconciliation and merging of port facilities
    "desk/facilities/reconciliation/": Address(
        "/desk/facilities/reconciliation/?country=NG", who="keep_register", queries=WHO + 7, kept=PRIVATE
    ),
    "desk/facilities/reconciliation/export.<slug:form>": Address(
        "/desk/facilities/reconciliation/export.csv", who="keep_register", queries=WHO + 7, kept=PRIVATE
    ),
    "desk/facilities/reconciliation/decisions/": Address(
        "/desk/facilities/reconciliation/decisions/", who="keep_register", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/facilities/reconciliation/decisions/<int:pk>/": Address(
        "/desk/facilities/reconciliation/decisions/{identity}/",
        methods=FORM,
        who="keep_register",
        queries=WHO + 4,
        kept=PRIVATE,
    ),
    "desk/facilities/reconciliation/<slug:key>/": Address(
        "/desk/facilities/reconciliation/{unresolved}/",
        methods=FORM,
        who="keep_register",
        queries=WHO + 8,
        kept=PRIVATE,
    ),
    "desk/facilities/<int:pk>/merge/": Address(
        "/desk/facilities/{merge}", methods=FORM, who="keep_register", queries=WHO + 50, kept=PRIVATE
    ),
    "desk/facilities/mergers/<int:pk>/": Address(
        "/desk/facilities/mergers/{facility_merger}/", methods=FORM, who="keep_register", queries=WHO + 24, kept=PRIVATE
    ),
    "desk/facilities/proposals/": Address(
        "/desk/facilities/proposals/", who="read_programme", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/facilities/proposals/<int:pk>/": Address(
        "/desk/facilities/proposals/{proposal}/",
        methods=FORM,
        who="read_programme",
        queries=WHO + 6,
        kept=PRIVATE,
        role="liaison",
    ),
    "partner/facilities/": Address(
        "/partner/facilities/", who="read_shared | read_own_facility", queries=WHO + 5, kept=PRIVATE
    ),
    "partner/facilities/export.<slug:form>": Address(
        "/partner/facilities/export.csv", who="read_shared | read_own_facility", queries=WHO + 4, kept=PRIVATE
    ),
    "partner/facilities/<int:pk>/": Address(
        "/partner/facilities/{facility}/", who="read_shared | read_own_facility", queries=WHO + 17, kept=PRIVATE
    ),
    "partner/facilities/<int:pk>/propose/": Address(
        "/partner/facilities/{facility}/propose/", methods=FORM, who="propose_facility", queries=WHO + 3, kept=PRIVATE
    ),
    "partner/facilities/proposals/": Address(
        "/partner/facilities/proposals/", who="read_shared | read_own_facility", queries=WHO + 3, kept=PRIVATE
    ),
    "partner/facilities/proposals/<int:pk>/": Address(
        "/partner/facilities/proposals/{proposal}/",
        methods=FORM,
        who="read_shared | read_own_facility",
        queries=WHO + 2,
        kept=PRIVATE,
    ),
    **OBSERVED,
    # portfolios
    "desk/coverage/": Address(
        "/desk/coverage/", who="read_programme", queries=WHO + 11, kept=PRIVATE, role="headquarters"
    ),
    "desk/coverage/export.<slug:form>": Address(
        "/desk/coverage/export.csv?state=gap", who="read_programme", queries=WHO + 2, kept=PRIVATE
    ),
    "desk/coverage/assign/": Address(
        "/desk/coverage/assign/?country=NG", methods=FORM, who="assign_officers", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/coverage/<int:pk>/end/": Address(
        "/desk/coverage/{assignment}/end/", methods=FORM, who="assign_officers", queries=WHO + 1, kept=PRIVATE
    ),
    "desk/portfolio/": Address("/desk/portfolio/", who="read_programme", queries=WHO + 7, kept=PRIVATE),
    "desk/portfolios/<int:officer>/": Address(
        "/desk/portfolios/{officer}/", who="read_programme", queries=WHO + 8, kept=PRIVATE, role="headquarters"
    ),
    "desk/portfolios/<int:officer>/cover/": Address(
        "/desk/portfolios/{officer}/cover/", methods=FORM, who="assign_officers", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/portfolios/<int:officer>/hand-over/": Address(
        "/desk/portfolios/{officer}/hand-over/", methods=FORM, who="assign_officers", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/hand-overs/<int:pk>/": Address(
        "/desk/hand-overs/{hand_over}/", who="read_programme", queries=WHO + 6, kept=PRIVATE, role="headquarters"
    ),
    "desk/hand-overs/<int:pk>/read/": Address(
        "/desk/hand-overs/{hand_over}/read/",
        405,
        methods=SENT,
        who="read_programme",
        queries=WHO,
        kept=PRIVATE,
    ),
    # accounts: people, roles, invitations
    "roles/": Address("/roles/"),
    "invitation/": Address("/invitation/", status=404, methods=FORM, queries=1, kept=PRIVATE),
    "invitation/<str:secret>/": Address("/invitation/x/", status=302, queries=9, kept=PRIVATE, session=True),
    "desk/accounts/": Address("/desk/accounts/", who="read_accounts", queries=WHO + 4, kept=PRIVATE),
    "desk/accounts.csv": Address("/desk/accounts.csv", who="read_accounts", queries=WHO + 2, kept=PRIVATE),
    "desk/accounts/<int:pk>/": Address(
        "/desk/accounts/{account}/", who="read_accounts", queries=WHO + 12, kept=PRIVATE
    ),
    "desk/accounts/<int:pk>/roles/new/": Address(
        "/desk/accounts/{account}/roles/new/", methods=FORM, who="grant_roles", queries=WHO + 2, kept=PRIVATE
    ),
    "desk/accounts/<int:pk>/roles/<int:grant>/withdraw/": Address(
        "/desk/accounts/{account}/roles/{grant}/withdraw/",
        methods=FORM,
        who="grant_roles",
        queries=WHO + 4,
        kept=PRIVATE,
    ),
    "desk/accounts/<int:pk>/sessions/end/": Address(
        "/desk/accounts/{account}/sessions/end/", methods=FORM, who="end_sessions", queries=WHO + 2, kept=PRIVATE
    ),
    "desk/accounts/<int:pk>/close/": Address(
        "/desk/accounts/{account}/close/", methods=FORM, who="forget_people", queries=WHO + 2, kept=PRIVATE
    ),
    "desk/invitations/": Address(
        "/desk/invitations/",
        who="invite_partner | invite_operator | read_accounts",
        queries=WHO + 2,
        kept=PRIVATE,
    ),
    "desk/invitations/new/": Address(
        "/desk/invitations/new/",
        methods=FORM,
        who="invite_partner | invite_operator | invite_staff",
        queries=WHO,
        kept=PRIVATE,
    ),
    "desk/invitations/<int:pk>/revoke/": Address(
        "/desk/invitations/1/revoke/",
        status=405,
        methods=SENT,
        who="invite_partner | invite_operator | read_accounts",
        queries=WHO,
        kept=PRIVATE,
    ),
    # accounts: one's own pages
    "me/": Address("/me/", methods=FORM, who=SIGNED_IN, queries=WHO + 1, kept=PRIVATE),
    "me/rights/": Address("/me/rights/", who=SIGNED_IN, queries=WHO + 3, kept=PRIVATE),
    "me/notifications/": Address("/me/notifications/", who=SIGNED_IN, queries=WHO + 3, kept=PRIVATE),
    "me/notifications/read/": Address(
        "/me/notifications/read/", status=405, methods=SENT, who=SIGNED_IN, queries=2, kept=PRIVATE
    ),
    "me/elevated/": Address("/me/elevated/", methods=FORM, who="elevate", queries=WHO, kept=PRIVATE),
    "me/elevated/lay-down/": Address(
        "/me/elevated/lay-down/", status=405, methods=SENT, who=SIGNED_IN, queries=2, kept=PRIVATE
    ),
    "me/tokens/": Address("/me/tokens/", methods=FORM, who=SIGNED_IN, queries=WHO + 2, kept=PRIVATE, role="operator"),
    "me/tokens/<int:pk>/revoke/": Address(
        "/me/tokens/1/revoke/", status=405, methods=SENT, who=SIGNED_IN, queries=2, kept=PRIVATE
    ),
    "api/v1/me": Address("/api/v1/me", methods=frozenset({"GET"}), who=SIGNED_IN, queries=WHO - 1, kept=PRIVATE),
    # people outside the programme; taking them out as a file is recorded before it is given
    "desk/people/": Address("/desk/people/", who="read_programme", queries=WHO + 8, kept=PRIVATE),
    "desk/people/export.<slug:form>": Address(
        "/desk/people/export.csv", who="read_programme", queries=WHO + 12, kept=PRIVATE
    ),
    "desk/people/new/": Address("/desk/people/new/", methods=FORM, who="keep_contacts", queries=WHO + 2, kept=PRIVATE),
    "desk/people/duplicates/": Address(
        "/desk/people/duplicates/?country=NG", who="keep_contacts", queries=WHO + 13, kept=PRIVATE
    ),
    "desk/people/import/": Address(
        "/desk/people/import/", methods=FORM, who="keep_contacts", queries=WHO, kept=PRIVATE
    ),
    "desk/people/import/<int:pk>/": Address(
        "/desk/people/import/{people_import}/", 404, who="keep_contacts", queries=WHO + 1, kept=PRIVATE
    ),
    "desk/people/import/<int:pk>/left-out.csv": Address(
        "/desk/people/import/{people_import}/left-out.csv", 404, who="keep_contacts", queries=WHO + 1, kept=PRIVATE
    ),
    "desk/people/import/<int:pk>/end/": Address(
        "/desk/people/import/{people_import}/end/", 405, methods=SENT, who="keep_contacts", queries=WHO, kept=PRIVATE
    ),
    "desk/people/<int:pk>/": Address(
        "/desk/people/{person}/", who="read_programme", role="liaison", queries=WHO + 15, kept=PRIVATE
    ),
    "desk/people/<int:pk>/card.vcf": Address(
        "/desk/people/{person}/card.vcf", who="read_programme", queries=WHO + 12, kept=PRIVATE
    ),
    "desk/people/<int:pk>/change/": Address(
        "/desk/people/{person}/change/", methods=FORM, who="keep_contacts", queries=WHO + 6, kept=PRIVATE
    ),
    "desk/people/<int:pk>/retire/": Address(
        "/desk/people/{person}/retire/", 405, methods=SENT, who="keep_contacts", queries=WHO, kept=PRIVATE
    ),
    "desk/people/<int:pk>/mark/": Address(
        "/desk/people/{person}/mark/", methods=FORM, who="keep_contacts", queries=WHO + 9, kept=PRIVATE
    ),
    "desk/people/<int:pk>/forget/": Address(
        "/desk/people/{person}/forget/", methods=FORM, who="forget_contacts", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/people/<int:pk>/files/": Address(
        "/desk/people/{person}/files/", methods=FORM, who="keep_contacts", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/people/<int:pk>/files/<int:number>/": Address(
        "/desk/people/{person}/files/{person_file}/", methods=FORM, who="keep_contacts", queries=WHO + 5, kept=PRIVATE
    ),
    "desk/people/<int:pk>/parts/new/": Address(
        "/desk/people/{person}/parts/new/?q=agency", methods=FORM, who="keep_contacts", queries=WHO + 6, kept=PRIVATE
    ),
    "desk/people/<int:pk>/parts/<int:number>/end/": Address(
        "/desk/people/{person}/parts/{part}/end/", methods=FORM, who="keep_contacts", queries=WHO + 6, kept=PRIVATE
    ),
    "desk/people/<int:pk>/parts/<int:number>/remove/": Address(
        "/desk/people/{person}/parts/{part}/remove/", methods=FORM, who="keep_contacts", queries=WHO + 6, kept=PRIVATE
    ),
    "desk/people/<int:pk>/join/<int:other>/": Address(
        "/desk/people/{person}/join/{namesake}/", methods=FORM, who="keep_contacts", queries=WHO + 26, kept=PRIVATE
    ),
    "desk/people/<int:pk>/joined/<int:number>/": Address(
        "/desk/people/{person}/joined/{merger}/", methods=FORM, who="keep_contacts", queries=WHO + 6, kept=PRIVATE
    ),
    # what was said and promised
    "desk/engagement/": Address(
        "/desk/engagement/", who="read_programme", queries=WHO + 11, kept=PRIVATE, role="liaison"
    ),
    "desk/engagement/export.<slug:form>": Address(
        "/desk/engagement/export.csv", who="read_programme", queries=WHO + 9, kept=PRIVATE, role="liaison"
    ),
    "desk/engagement/new/": Address(
        "/desk/engagement/new/?country=NG",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 4,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/bring/": Address(
        "/desk/engagement/bring/", methods=FORM, who="keep_engagement", queries=WHO + 0, kept=PRIVATE, role="liaison"
    ),
    "desk/engagement/reminders/": Address(
        "/desk/engagement/reminders/", who="keep_engagement", queries=WHO + 13, kept=PRIVATE, role="liaison"
    ),
    "desk/engagement/<int:pk>/": Address(
        "/desk/engagement/{interaction}/", who="read_programme", queries=WHO + 25, kept=PRIVATE, role="liaison"
    ),
    "desk/engagement/<int:pk>/change/": Address(
        "/desk/engagement/{interaction}/change/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 12,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/complete/": Address(
        "/desk/engagement/{interaction}/complete/",
        405,
        methods=SENT,
        who="keep_engagement",
        queries=WHO + 0,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/invitation/": Address(
        "/desk/engagement/{interaction}/invitation/",
        405,
        methods=SENT,
        who="keep_engagement",
        queries=WHO + 0,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/discard/": Address(
        "/desk/engagement/{interaction}/discard/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 3,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/mark/": Address(
        "/desk/engagement/{interaction}/mark/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 8,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/files/": Address(
        "/desk/engagement/{interaction}/files/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 3,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/files/<int:number>/": Address(
        "/desk/engagement/{interaction}/files/{interaction_file}/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 5,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/promises/new/": Address(
        "/desk/engagement/{interaction}/promises/new/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 9,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/promises/<int:number>/kept/": Address(
        "/desk/engagement/{interaction}/promises/{commitment}/kept/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 4,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/promises/<int:number>/day/": Address(
        "/desk/engagement/{interaction}/promises/{commitment}/day/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 5,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/promises/<int:number>/dropped/": Address(
        "/desk/engagement/{interaction}/promises/{commitment}/dropped/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 4,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/questions/new/": Address(
        "/desk/engagement/{interaction}/questions/new/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 8,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/engagement/<int:pk>/questions/<int:number>/": Address(
        "/desk/engagement/{interaction}/questions/{referral}/",
        methods=FORM,
        who="keep_engagement",
        queries=WHO + 4,
        kept=PRIVATE,
        role="liaison",
    ),
    # shared information
    "desk/information/": Address("/desk/information/", who="read_programme", queries=WHO + 5, kept=PRIVATE),
    "desk/information/export.<slug:form>": Address(
        "/desk/information/export.csv", who="read_programme", queries=WHO + 2, kept=PRIVATE
    ),
    "desk/information/new/": Address(
        "/desk/information/new/", methods=FORM, who="write_information", queries=WHO + 5, kept=PRIVATE, role="liaison"
    ),
    "desk/information/<int:pk>/": Address(
        "/desk/information/{information}/", who="read_programme", queries=WHO + 14, kept=PRIVATE, role="liaison"
    ),
    "desk/information/<int:pk>/change/": Address(
        "/desk/information/{information}/change/",
        methods=FORM,
        who="write_information",
        queries=WHO + 5,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/information/<int:pk>/mark/": Address(
        "/desk/information/{information}/mark/",
        methods=FORM,
        who="write_information",
        queries=WHO + 8,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/information/<int:pk>/withdraw/": Address(
        "/desk/information/{information}/withdraw/",
        methods=FORM,
        who="write_information",
        queries=WHO + 3,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/information/<int:pk>/as/": Address(
        "/desk/information/{information}/as/?state=NG", who="preview_as", queries=WHO + 9, kept=PRIVATE
    ),
    "desk/information/<int:pk>/files/": Address(
        "/desk/information/{information}/files/",
        methods=FORM,
        who="write_information",
        queries=WHO + 3,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/information/<int:pk>/files/<int:number>/": Address(
        "/desk/information/{information}/files/{attachment}/",
        methods=FORM,
        who="write_information",
        queries=WHO + 4,
        kept=PRIVATE,
        role="liaison",
    ),
    "partner/dealings/": Address("/partner/dealings/", who="read_shared", queries=WHO + 12, kept=PRIVATE),
    "partner/dealings/export.<slug:form>": Address(
        "/partner/dealings/export.csv", who="read_shared", queries=WHO + 9, kept=PRIVATE
    ),
    "partner/dealings/<int:pk>/": Address(
        "/partner/dealings/{dealing}/", who="read_shared", queries=WHO + 13, kept=PRIVATE
    ),
    "partner/information/": Address("/partner/information/", who="read_shared", queries=WHO + 5, kept=PRIVATE),
    "partner/information/export.<slug:form>": Address(
        "/partner/information/export.xlsx", who="read_shared", queries=WHO + 3, kept=PRIVATE
    ),
    "partner/information/<int:pk>/": Address(
        "/partner/information/{information}/", who="read_shared", queries=WHO + 9, kept=PRIVATE
    ),
    "information/": Address("/information/", queries=5),
    "information/export.<slug:form>": Address("/information/export.csv", queries=3),
    "information/<int:pk>/": Address("/information/{public_information}/", queries=4),
    "information.atom": Address("/information.atom", queries=3, kept=A_MINUTE),
    "api/v1/information": Address("/api/v1/information?q=port", methods=frozenset({"GET"}), queries=4),
    "api/v1/information/<number>": Address(
        "/api/v1/information/{public_information}", methods=frozenset({"GET"}), queries=3
    ),
    # search, and the register for programs
    **PLANNING,
    **ASSESSMENTS,
    **HOSTING,
    **SUBSCRIPTIONS,
    **TRAINING,
    **CASES,
    **REPORT,
    "search/": Address("/search/?q=nigeria", who=SIGNED_IN, queries=WHO + 34, kept=PRIVATE),
    "api/v1/search": Address(
        "/api/v1/search?q=nigeria", methods=frozenset({"GET"}), who=SIGNED_IN, queries=WHO + 33, kept=PRIVATE
    ),
    "api/v1/countries": Address(
        "/api/v1/countries", methods=frozenset({"GET"}), who=SIGNED_IN, queries=WHO + 6, kept=PRIVATE
    ),
    "api/v1/countries/<iso2>": Address(
        "/api/v1/countries/NG", methods=frozenset({"GET"}), who=SIGNED_IN, queries=WHO + 9, kept=PRIVATE
    ),
    "api/v1/organisations": Address(
        "/api/v1/organisations", methods=frozenset({"GET"}), who=SIGNED_IN, queries=WHO + 4, kept=PRIVATE
    ),
    "api/v1/organisations/<number>": Address(
        "/api/v1/organisations/{organisation}",
        methods=frozenset({"GET"}),
        who=SIGNED_IN,
        queries=WHO + 4,
        kept=PRIVATE,
        role="headquarters",
    ),
    "api/v1/facilities": Address(
        "/api/v1/facilities", methods=frozenset({"GET"}), who=SIGNED_IN, queries=WHO + 5, kept=PRIVATE
    ),
    "api/v1/facilities/<which>": Address(
        "/api/v1/facilities/{facility}",
        methods=frozenset({"GET"}),
        who=SIGNED_IN,
        queries=WHO + 5,
        kept=PRIVATE,
        role="headquarters",
    ),
    "api/v1/contacts": Address(
        "/api/v1/contacts", methods=frozenset({"GET"}), who=SIGNED_IN, queries=WHO + 7, kept=PRIVATE
    ),
    "api/v1/contacts/<number>": Address(
        "/api/v1/contacts/{person}",
        methods=frozenset({"GET"}),
        who=SIGNED_IN,
        queries=WHO + 7,
        kept=PRIVATE,
        role="headquarters",
    ),
    "api/v1/portfolios": Address(
        "/api/v1/portfolios", methods=frozenset({"GET"}), who="read_programme", queries=WHO + 3, kept=PRIVATE
    ),
    "api/v1/posts": Address(
        "/api/v1/posts", methods=frozenset({"GET"}), who="read_programme", queries=WHO + 1, kept=PRIVATE
    ),
    # analytics; the census has no voyages, so that programs are told so
    "desk/what-if/": Address("/desk/what-if/?a=add:EG", who="ask_what_if", queries=WHO, kept=PRIVATE),
    "desk/what-if/impact.json": Address(
        "/desk/what-if/impact.json?a=add:EG", status=422, who="ask_what_if", queries=WHO, kept=PRIVATE
    ),
    "desk/what-if/tables.csv": Address(
        "/desk/what-if/tables.csv?a=add:EG", status=422, who="ask_what_if", queries=WHO, kept=PRIVATE
    ),
    "desk/what-if/tables.xlsx": Address(
        "/desk/what-if/tables.xlsx?a=add:EG", status=422, who="ask_what_if", queries=WHO, kept=PRIVATE
    ),
}

ADDRESSES |= AGENDA

# More of the same addresses, so that templates are rendered which the samples above leave out.
ALSO = (
    "/check/",
    "/check/?eta=nonsense",
    "/check/?example=1",
    "/ships/planner/",
    "/ships/planner/?eta=nonsense&guard_hour_us=much",
    "/ships/planner/?to=USHOU&eta=2026-03-20&p1=NGAPP&d1=2026-03-01",
    "/advisory/?on=nonsense",
    "/advisory/countries/NG/",
    "/advisory/countries/NL/",
    "/nowhere/",
)

# Templates that no plain reading of an address renders, each with where it is tested.
RENDERED_ELSEWHERE = {
    "advisories/drafting/no_preview.html": "tests/apps/drafting",
    "advisories/parts/places.html": "tests/apps/drafting",
    "advisories/site/country.html": "tests/apps/advisories",
    "advisories/site/edition.html": "tests/apps/advisories",
    "advisories/site/editions.html": "tests/apps/advisories",
    "advisories/site/frame.html": "tests/apps/advisories",
    "advisories/site/list.html": "tests/apps/advisories",
    "arrivals/ships/rows.html": "tests/apps/ships",
    **ASSESSMENTS_ELSEWHERE,
    **HOSTING_ELSEWHERE,
    **SUBSCRIPTIONS_ELSEWHERE,
    **QUEUE_ELSEWHERE,
    **LETTERS_ELSEWHERE,
    **TRAINING_ELSEWHERE,
    "visits/report/stale.html": "tests/apps/visits",
    "visits/desk/empty.html": "tests/apps/visits",
    "visits/partner/empty.html": "tests/apps/visits",
    "engagement/interactions/parts/invitation.html": "tests/apps/engagement",
    "visits/desk/which.html": "tests/apps/visits",
    "visits/agenda/begin.html": "tests/apps/visits",
    "visits/agenda/part.html": "tests/apps/visits",
    "visits/agenda/who.html": "tests/apps/visits",
    "engagement/people/imported.html": "tests/apps/engagement",
    "engagement/interactions/parts/on_the_desk.html": "tests/apps/engagement",
    "engagement/interactions/parts/reminders.html": "tests/apps/engagement",
    "registry/facilities/empty.html": "tests/apps/registry",
    "registry/facilities/partner_empty.html": "tests/apps/registry",
    "registry/merging/choose.html": "tests/apps/registry",
    "registry/reconciliation/gone.html": "tests/apps/registry",
    "engagement/parts/people.html": "tests/apps/engagement",
    "web/countries/own_empty.html": "tests/apps/web",
    "403.html": "tests/apps/web",
    "403_csrf.html": "tests/apps/web",
    "429.html": "tests/apps/accounts/signin",
    "account/logout.html": "tests/apps/accounts/signin",
    "accounts/invitation/accept.html": "tests/apps/accounts",
    "account/password_change.html": "tests/apps/accounts/signin",
    "account/reauthenticate.html": "tests/apps/accounts/signin",
    "accounts/signin/leaving.html": "tests/apps/accounts/signin",
    "accounts/signin/parts/recovery_alert.html": "tests/apps/accounts/signin",
    "accounts/signin/provider_refused.html": "tests/apps/accounts/signin",
    "mfa/authenticate.html": "tests/apps/accounts/signin",
    "mfa/recovery_codes/generate.html": "tests/apps/accounts/signin",
    "mfa/recovery_codes/index.html": "tests/apps/accounts/signin",
    "mfa/totp/activate_form.html": "tests/apps/accounts/signin",
    "mfa/totp/deactivate_form.html": "tests/apps/accounts/signin",
    "mfa/webauthn/add_form.html": "tests/apps/accounts/signin",
    "mfa/webauthn/authenticator_confirm_delete.html": "tests/apps/accounts/signin",
    "mfa/webauthn/edit_form.html": "tests/apps/accounts/signin",
    "mfa/webauthn/reauthenticate.html": "tests/apps/accounts/signin",
    "socialaccount/login.html": "tests/apps/accounts/signin",
    "web/outbox/message.html": "tests/apps/accounts/signin",
    "audit/parts/history.html": "tests/apps/audit",
    "audit/parts/pages.html": "tests/apps/audit",
    "files/damaged.html": "tests/apps/files",
    "files/parts/attachments.html": "tests/apps/files",
    "files/parts/upload.html": "tests/apps/files",
    "arrivals/checker/parts/report.html": "tests/apps/arrivals",
    "engagement/desk/empty.html": "tests/apps/engagement",
    "engagement/partner/empty.html": "tests/apps/engagement",
    "engagement/public/empty.html": "tests/apps/engagement",
    "analytics/parts/answer.html": "tests/apps/analytics",
    "analytics/parts/at_sea.html": "tests/apps/analytics",
    "analytics/parts/basis.html": "tests/apps/analytics",
    "analytics/parts/breakdown.html": "tests/apps/analytics",
    "analytics/parts/draft.html": "tests/apps/analytics",
    "analytics/parts/follows.html": "tests/apps/analytics",
    "analytics/parts/form.html": "tests/apps/analytics",
    "analytics/parts/map.html": "tests/apps/analytics",
    "analytics/parts/problems.html": "tests/apps/analytics",
    "analytics/parts/result.html": "tests/apps/analytics",
    "analytics/parts/ships.html": "tests/apps/analytics",
}
