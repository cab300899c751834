"""People with accounts, what they were granted, and how they come in."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.roles import Role
from roadstead.common.access.scope import ScopeKind

LONGEST_REASON = 300  # characters


class Users(BaseUserManager["User"]):
    """Accounts by their address."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """A person with an account; the address is the name to sign in with."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    language = models.CharField(_("language"), max_length=10, default="en")
    time_zone = models.CharField(_("time zone"), max_length=50, default="UTC")
    is_active = models.BooleanField(_("may sign in"), default=True)
    invented = models.BooleanField(_("made up for the demonstration"), default=False)
    joined_at = models.DateTimeField(_("since"))
    sessions_ended = models.PositiveIntegerField(_("how often every session was ended"), default=0)

    objects = Users()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="accounts_user_email_lower",
                condition=Q(email=Lower("email")),
                violation_error_message=_("An e-mail address is kept in small letters."),
            ),
            models.CheckConstraint(
                name="accounts_user_name",
                condition=~Q(name=""),
                violation_error_message=_("Give the name by which colleagues know this person."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What each session is held to at every request: it ends with the password, and when all of them are ended."""
        told = f"{self.password}:{self.sessions_ended}"
        return salted_hmac("roadstead.accounts.session", told, secret=secret, algorithm="sha256").hexdigest()


class Grant(models.Model):
    """A role given to a person: for what, from when until when, by whom and why. Withdrawn, never deleted."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(_("role"), max_length=15, choices=Role.choices)
    everywhere = models.BooleanField(default=False)
    valid_from = models.DateTimeField(_("from"))
    valid_until = models.DateTimeField(_("until"), null=True, blank=True)
    reason = models.CharField(_("why"), max_length=LONGEST_REASON)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    given_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=LONGEST_REASON, blank=True)

    class Meta:
        ordering = ["-given_at", "-pk"]
        indexes = [models.Index(fields=["person", "role"], name="accounts_grant_of_person")]
        constraints = [
            models.CheckConstraint(
                name="accounts_grant_role",
                condition=Q(role__in=Role.values),
                violation_error_message=_("There is no such role."),
            ),
            models.CheckConstraint(
                name="accounts_grant_validity",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
                violation_error_message=_("A role ends after it begins."),
            ),
            models.CheckConstraint(
                name="accounts_grant_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why the role is given."),
            ),
            models.CheckConstraint(
                name="accounts_grant_withdrawn_whole",
                condition=Q(withdrawn_at__isnull=True, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why="")),
                violation_error_message=_("Say why the role is withdrawn."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} ({self.person_id})"


class GrantScope(models.Model):
    """One thing that a grant reaches, by its code."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="scopes")
    kind = models.CharField(max_length=10, choices=ScopeKind.choices)
    value = models.CharField(max_length=80)

    class Meta:
        ordering = ["kind", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["grant", "kind", "value"],
                name="accounts_grant_scope_once",
                violation_error_message=_("The role already reaches this."),
            ),
            models.CheckConstraint(
                name="accounts_grant_scope_kind",
                condition=Q(kind__in=ScopeKind.values) & ~Q(value=""),
                violation_error_message=_("A role reaches countries, facilities, companies or zones."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"


class Invitation(models.Model):
    """A link by e-mail to whom a role is offered. Of the link only a digest is kept."""

    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=100)
    role = models.CharField(_("role"), max_length=15, choices=Role.choices)
    scopes = models.JSONField(_("what the role reaches"), default=list)
    role_until = models.DateTimeField(_("the role ends"), null=True, blank=True)
    reason = models.CharField(_("why"), max_length=LONGEST_REASON)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-invited_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="accounts_invitation_one_end",
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
                violation_error_message=_("An invitation is accepted or revoked, not both."),
            ),
            models.CheckConstraint(
                name="accounts_invitation_role",
                condition=Q(role__in=Role.values),
                violation_error_message=_("There is no such role."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_role_display()}"


class Elevation(models.Model):
    """A timed session of elevated power, tied to one sign-in by a number that only its session knows."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="elevations")
    reason = models.CharField(_("why"), max_length=LONGEST_REASON)
    nonce_digest = models.CharField(max_length=64)
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-began_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="accounts_elevation_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why elevated power is needed."),
            ),
            models.CheckConstraint(
                name="accounts_elevation_ends",
                condition=Q(ends_at__gt=F("began_at")),
                violation_error_message=_("Elevated power ends after it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.began_at:%Y-%m-%d %H:%M}"


class Token(models.Model):
    """A token with which a program reads through the API for a person. Of the token only a digest is kept."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(_("what it is for"), max_length=100)
    beginning = models.CharField(_("how it begins"), max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    permissions: Any = models.JSONField(_("rights"), default=list)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="accounts_token_expires",
                condition=Q(expires_at__gt=F("made_at")),
                violation_error_message=_("A token expires after it was made."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Notification(models.Model):
    """A word to one person about something that happened, with where to look."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notifications")
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(
                fields=["person", "-at"], condition=Q(read_at__isnull=True), name="accounts_notification_unread"
            ),
            models.Index(fields=["person", "-at"], name="accounts_notification_of"),
        ]

    def __str__(self) -> str:
        return str(self.text)


class AccountRecovery(models.Model):
    """Help for someone who lost the second factor: two administrators, a waiting time, and the owner's own proof.

    Of both links, to stop it and to use it, only digests are kept.
    """

    class Ending(models.TextChoices):
        USED = "used", _("Used")
        STOPPED = "stopped", _("Stopped")
        LAPSED = "lapsed", _("Lapsed")

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="recoveries")
    reason = models.CharField(_("why"), max_length=LONGEST_REASON)
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    confirmed_at = models.DateTimeField(null=True)
    usable_from = models.DateTimeField(null=True)
    usable_until = models.DateTimeField()
    stop_digest = models.CharField(max_length=64, unique=True)
    use_digest = models.CharField(max_length=64, unique=True, null=True)
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(ended_at__isnull=True),
                name="accounts_recovery_one_at_a_time",
                violation_error_message=_("A recovery of this account is open already."),
            ),
            models.CheckConstraint(
                name="accounts_recovery_two_people",
                condition=~Q(confirmed_by=F("opened_by")),
                violation_error_message=_("Who opened a recovery does not confirm it."),
            ),
            models.CheckConstraint(
                name="accounts_recovery_not_oneself",
                condition=~Q(person=F("opened_by")) & ~Q(person=F("confirmed_by")),
                violation_error_message=_("Nobody opens or confirms the recovery of their own account."),
            ),
            models.CheckConstraint(
                name="accounts_recovery_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say how you know that it is the owner who asks."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.opened_at:%Y-%m-%d %H:%M}"


class Limit(models.Model):
    """How often somebody tried, for every process of the installation: the table of Django's database cache."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "accounts_limit"

    def __str__(self) -> str:
        return str(self.cache_key)
