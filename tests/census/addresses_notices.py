"""The addresses of notices in: at the watch, for companies, for programs."""

from tests.census.address import FORM, PRIVATE, WHO, Address

GET = frozenset({"GET"})


def _pages(face: str, who: str, receipt: str) -> dict[str, Address]:
    at = f"{face}/notices/"
    return {
        at: Address(f"/{at}?q=notices&sort=name", who=who, queries=WHO + 3, kept=PRIVATE),
        f"{at}export.<slug:form>": Address(f"/{at}export.csv", who=who, queries=WHO, kept=PRIVATE),
        f"{at}new/": Address(f"/{at}new/", methods=FORM, who=who, queries=WHO, kept=PRIVATE),
        f"{at}template.csv": Address(f"/{at}template.csv", who=who, queries=WHO - 1, kept=PRIVATE),
        f"{at}<uuid:uid>/": Address(f"/{at}{receipt}/", who=who, queries=WHO + 2, kept=PRIVATE),
        f"{at}<uuid:uid>.json": Address(f"/{at}{receipt}.json", who=who, queries=WHO + 1, kept=PRIVATE),
    }


NOTICES = {
    **_pages("watch", "use_watch", "{receipt}"),
    **_pages("ships", "use_ships", "{own_receipt}"),
    "api/v1/notices": Address("/api/v1/notices", methods=GET, who="take_notices", queries=WHO + 1, kept=PRIVATE),
    "api/v1/notices/<uid>": Address(
        "/api/v1/notices/{own_receipt}", methods=GET, who="take_notices", queries=WHO + 1, kept=PRIVATE
    ),
}
