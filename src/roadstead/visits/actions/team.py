"""The team of a visit."""

from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.audit.actions import action, record
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.shape import VisitError, hold, keep
from roadstead.visits.enums import TeamRole
from roadstead.visits.events import TeamChanged
from roadstead.visits.models import TeamMember, Visit

MOST = 40  # people


@action
def add_member(
    *,
    visit: Visit,
    revision: int,
    by: Viewer,
    person: int | None = None,
    name: str = "",
    agency: str = "",
    role: TeamRole = TeamRole.MEMBER,
) -> TeamMember:
    """Take somebody into the team: a person of the programme by number, or somebody by name and agency.

    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    held, called = hold(visit, revision, by), " ".join(name.split())
    team = TeamMember.objects.filter(visit=held).stated()
    if person is None and not called:
        raise VisitError(_("Choose somebody, or give a name."), "person")
    if person is not None and called:
        raise VisitError(_("Choose somebody or give a name, not both."), "name")
    if role == TeamRole.LEAD:
        raise VisitError(_("Who leads is said under “Change”."), "role")
    if person is not None and not readers.staff_among({person}).exists():
        raise VisitError(_("This person has no part in the programme (any more)."), "person")
    if person is not None and team.filter(person=person).exists():
        raise VisitError(_("This person is in the team already."), "person")
    if called and team.filter(name__iexact=called).exists():
        raise VisitError(_("Somebody of this name is in the team already."), "name")
    if team.count() >= MOST:
        raise VisitError(_("A team has at most %(most)s people.") % {"most": MOST})
    made = TeamMember.objects.create(
        visit=held, person_id=person, name=called, agency=" ".join(agency.split()), role=role
    )
    keep(held)
    who = called or made.person.name  # type: ignore[union-attr]  # one of the two is there
    record(TeamChanged(joined=True, role=role.value, member=who), subject=held, by=by, about=person)
    return made


@action
def remove_member(*, visit: Visit, revision: int, member: int, by: Viewer) -> None:
    """Take somebody out of the team; who leads stays until another leads. Raises as `add_member` does."""
    held = hold(visit, revision, by)
    one = TeamMember.objects.filter(visit=held, pk=member).stated().select_related("person").get()
    if one.role == TeamRole.LEAD:
        raise VisitError(_("Who leads stays in the team. Let another lead first."))
    who, about = one.name or (one.person.name if one.person else ""), one.person_id
    role = str(one.role)
    one.delete()
    keep(held)
    record(TeamChanged(joined=False, role=role, member=who), subject=held, by=by, about=about)
