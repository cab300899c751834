"""The field's terms of art, each explained once, in words a newcomer follows."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it is written in a sentence, and what it means."""

    word: str | Promise
    meaning: str | Promise


TERMS = {
    "conditions_of_entry": Term(
        _("conditions of entry"),
        _("What a ship must do before it may enter a US port, because it has called at a port found to lack security."),
    ),
    "port_security_advisory": Term(
        _("Port Security Advisory"),
        _("The Coast Guard’s public notice. It names the countries concerned and says what ships must do."),
    ),
    "captain_of_the_port": Term(
        _("Captain of the Port"),
        _("The Coast Guard officer in charge of safety and security in one zone of US waters."),
    ),
    "isps_code": Term(
        _("ISPS Code"),
        _("The International Ship and Port Facility Security Code: the common rules for secure ships and ports."),
    ),
    "designated_authority": Term(
        _("Designated Authority"),
        _("The part of a government that answers for the security of its port facilities under the ISPS Code."),
    ),
    "declaration_of_security": Term(
        _("Declaration of Security"),
        _("A short agreement between a ship and a port facility on who does which security tasks during a call."),
    ),
    "security_level": Term(
        _("security level"),
        _("How alert a ship or port must be: 1 is normal, 2 is heightened, 3 is for a threat that is likely or near."),
    ),
    "port_facility_security_officer": Term(
        _("port facility security officer"),
        _("The person who answers for the security of one port facility. Often shortened to PFSO."),
    ),
    "liaison_officer": Term(
        _("liaison officer"),
        _(
            "A Coast Guard officer who keeps in touch with a group of countries and visits their ports. In full: "
            "International Port Security Liaison Officer."
        ),
    ),
    "notice_of_arrival": Term(
        _("notice of arrival"),
        _("The report that a ship sends before it reaches a US port. It lists the last five foreign ports of call."),
    ),
    "facility_exception": Term(
        _("excepted facility"),
        _("A port facility in a listed country that was found to be secure. A call there alone does not count."),
    ),
    "determination": Term(
        _("determination"),
        _("The formal finding that the ports of a country keep up effective measures against terrorism, or do not."),
    ),
    "reciprocal_visit": Term(
        _("reciprocal visit"),
        _("A visit in return: officials of another country come to see how US ports are kept secure."),
    ),
    "statement_of_compliance": Term(
        _("Statement of Compliance"),
        _("A government’s paper that a port facility meets the ISPS Code."),
    ),
    "marsec_level": Term(
        _("MARSEC level"),
        _("The Coast Guard’s word for the security level in US ports."),
    ),
}


def find(key: str, shown: str = "") -> Term:
    """The term under `key`; `shown` replaces the word where a sentence needs another form of it."""
    try:
        term = TERMS[key]
    except KeyError:
        raise ValueError(f"The glossary has no term “{key}”; it has {', '.join(sorted(TERMS))}.") from None
    return Term(shown or term.word, term.meaning)
