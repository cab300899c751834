"""Everything that somebody comes to by following links, from a page on."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client

MOST = 1_000  # addresses of one walk; far more than a small world has
PRINTED = (".pdf", ".docx", ".xlsx")  # packed, so that nothing could be read in them: one of each kind is fetched


class Links(HTMLParser):
    """The addresses of links on a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def walk(client: Client, begin: str, *within: str) -> dict[str, str]:
    """Each address below some paths that links lead to, with what it answers; pages, files and lists alike."""
    left, answers, printed = [begin], dict[str, str](), set[str]()
    while left:
        address = left.pop()
        if address in answers or (kind := _printed(address)) in printed:
            continue
        printed |= {kind} - {""}
        response = client.get(address, follow=True)
        assert response.status_code == 200, f"{address} answered {response.status_code}"
        assert len(answers) < MOST, "the walk does not end"
        body = b"".join(response) if response.streaming else response.content
        answers[address] = body.decode(errors="replace")
        if "html" in response["Content-Type"]:
            found = (
                urlsplit(urljoin(address, href))._replace(fragment="").geturl() for href in _links(answers, address)
            )
            left += [one for one in found if one.startswith(within) and one not in answers]
    return answers


def _printed(address: str) -> str:
    """The kind of a packed file, whatever its number; "" for any other address."""
    path = urlsplit(address).path
    return re.sub(r"[0-9]+", "N", path) if path.endswith(PRINTED) else ""


def _links(answers: dict[str, str], address: str) -> list[str]:
    return Links(answers[address]).found


def words(page: str) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
