"""The pages of allauth that are open here, with the names by which it finds them."""

from allauth.account import views as account
from allauth.mfa.base import views as codes
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid

from roadstead.accounts.signin import pages
from roadstead.accounts.signin.entrances import FORM, READ, entrance, factor, own

urlpatterns = [
    entrance("login/", account.login, "account_login"),
    entrance("logout/", account.logout, "account_logout"),
    entrance("inactive/", account.account_inactive, "account_inactive", *READ),
    entrance("signup/", pages.no_signup, "account_signup"),
    own("reauthenticate/", account.reauthenticate, "account_reauthenticate"),
    own("email/", account.email, "account_email"),
    entrance("confirm-email/", pages.confirm_by_mail, "account_email_verification_sent", *READ),
    entrance(r"^confirm-email/(?P<key>[-:\w]+)/$", account.confirm_email, "account_confirm_email"),
    own("password/change/", account.password_change, "account_change_password"),
    own("password/set/", account.password_set, "account_set_password"),
    entrance("password/reset/", account.password_reset, "account_reset_password"),
    entrance("password/reset/done/", account.password_reset_done, "account_reset_password_done", *READ),
    entrance(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        "account_reset_password_from_key",
    ),
    entrance(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        "account_reset_password_from_key_done",
        *READ,
    ),
    own("2fa/", pages.to_security, "mfa_index", *READ),
    entrance("2fa/authenticate/", codes.authenticate, "mfa_authenticate"),
    own("2fa/reauthenticate/", codes.reauthenticate, "mfa_reauthenticate"),
    factor("2fa/totp/activate/", totp.activate_totp, "mfa_activate_totp"),
    factor("2fa/totp/deactivate/", totp.deactivate_totp, "mfa_deactivate_totp"),
    own("2fa/recovery-codes/", recovery.view_recovery_codes, "mfa_view_recovery_codes", *READ),
    factor("2fa/recovery-codes/generate/", recovery.generate_recovery_codes, "mfa_generate_recovery_codes"),
    own("2fa/webauthn/", pages.to_security, "mfa_list_webauthn", *READ),
    factor("2fa/webauthn/add/", passkeys.add_webauthn, "mfa_add_webauthn"),
    own("2fa/webauthn/reauthenticate/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    factor("2fa/webauthn/keys/<int:pk>/remove/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    own("2fa/webauthn/keys/<int:pk>/edit/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    entrance("2fa/webauthn/login/", passkeys.login_webauthn, "mfa_login_webauthn"),
    entrance("oidc/login/cancelled/", social.login_cancelled, "socialaccount_login_cancelled", *READ),
    entrance("oidc/login/error/", social.login_error, "socialaccount_login_error", *READ),
    entrance("oidc/<str:provider_id>/login/", pages.to_provider, "openid_connect_login"),
    entrance("oidc/<str:provider_id>/login/callback/", openid.callback, "openid_connect_callback", *FORM),
]
