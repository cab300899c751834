"""Made-up values for the page that shows every component."""

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator

PAGES = 12


class SampleForm(forms.Form):
    """A form with each kind of field; its messages show how an error looks."""

    ship = forms.CharField(label="Name of the ship", help_text="As it stands in the notice of arrival.")
    port = forms.CharField(label="Port", help_text="UN/LOCODE, as in USHOU.", max_length=5)
    arrival = forms.DateField(label="Day of arrival")
    purpose = forms.ChoiceField(label="Why the ship called", choices=[("cargo", "Cargo"), ("bunkers", "Bunkers")])
    guarded = forms.ChoiceField(
        label="Was every access point guarded?", choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")]
    )
    sure = forms.BooleanField(label="These facts come from the ship’s log")


def context(page: str) -> dict[str, Any]:
    """What the page shows: a form that came back with errors, lists, dates."""
    return {
        "form": SampleForm(
            {"port": "HOUSTON", "purpose": "bunkers", "guarded": "unknown", "ship": 'M/V "Ampersand & Sons" <1>'}
        ),
        "fresh": SampleForm(),
        "crumbs": [("Home", "/"), ("For developers", "/components/")],
        "purposes": [
            ("In port", [("cargo", "Cargo"), ("stores", "Stores")]),
            ("Off port", [("anchorage", "At anchor"), ("ship_to_ship", "Ship to ship")]),
        ],
        "statuses": [
            "applies", "cannot_tell", "does_not_apply", "yes", "no", "unknown", "none", "may", "will", "required",
            "captain_of_the_port_decides", "normally_waived", "listed", "not_listed", "excepted", "removed",
        ],
        "day": date(2019, 5, 30),
        "moment": datetime(2019, 5, 16, 14, 5, tzinfo=UTC),
        "page": Paginator(range(PAGES * 10), 10).get_page(page),
    }  # fmt: skip
