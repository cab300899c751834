"""A receipt in words: what was reported, how it was judged, and how to prove it."""

import json
from typing import Any

from django.utils.translation import override

from roadstead.arrivals.enums import outcome_said
from roadstead.arrivals.letters import receipt as paper
from roadstead.arrivals.models import Receipt
from roadstead.arrivals.presenters.ships.log import TONES
from roadstead.arrivals.presenters.ships.wording import sentence, time


def shown(receipt: Receipt) -> dict[str, Any]:
    """What the template wants, read from the very file."""
    file = json.loads(receipt.document)
    said, signed = file["receipt"], file["signature"]
    return {
        "receipt": receipt,
        "said": said,
        "stay": sentence(
            "stay",
            {name: said["call"].get(name, "") for name in ("facility", "number", "arrived")}
            | {"departed": said["call"].get("departed", "")},
        ),
        "declaration": sentence("declaration", said["declaration"]) if said["declaration"] else "",
        "duties": [(one["code"], one["text"], one["met"], TONES[one["met"]]) for one in said["duties"]],
        "arrivals": [(one, outcome_said(one["outcome"]), time(one["eta"])) for one in said["arrivals"]],
        "signed": signed,
        "root": file["keys"]["root"],
        "reported": time(said["reported_at"]),
        "file": f"receipt-{receipt.uid}.json",
    }


def on_paper(receipt: Receipt) -> bytes:
    """The receipt as PDF."""
    with override("en"):  # for the Captain of the Port, whatever language the page has
        return paper.make(shown(receipt))
