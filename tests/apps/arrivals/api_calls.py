"""What the tests of the API send."""

import copy
import json
from typing import Any

from django.test import Client

URL = "/api/v1/decisions"
NOTICE: dict[str, Any] = {
    "schema": "roadstead/notice/1",
    "vessel": {"name": "SECRET SHIP", "imo": "9074729", "flag": "PA", "commercial": True},
    "arrival": {"port": "USHOU", "eta": "2019-06-01T06:00:00Z"},
    "calls": [
        {
            "country": "DJ",
            "port": "DJJIB",
            "facility_name": "Doraleh Container Terminal",
            "arrived": "2019-05-10T02:00:00Z",
            "departed": "2019-05-11T18:00:00Z",
            "purpose": "cargo",
        },
        {"country": "NL", "port": "NLRTM", "departed": "2019-05-20T18:00:00Z"},
    ],
}


def changed(path: str, value: object) -> dict[str, Any]:
    """The notice with one field changed (“calls.0.departed”)."""
    notice = copy.deepcopy(NOTICE)
    node: Any = notice
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in way:
        node = node[part]
    node[last] = value
    return notice


def post(client: Client, notice: object, query: str = "", **headers: str) -> Any:
    body = notice if isinstance(notice, bytes) else json.dumps(notice).encode()
    return client.post(URL + query, body, content_type="application/json", headers=headers)
