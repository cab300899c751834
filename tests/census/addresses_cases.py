"""The addresses of cases, of their packets, and of editions in draft."""

from tests.census.address import FORM, PRIVATE, WHO, Address

CASE, SIGNED, DRAFT = "/desk/cases/{case}/", "/desk/cases/{signed_case}/", "/desk/editions/{edition_draft}/"


def _act(sample: str, who: str = "open_cases", queries: int = WHO + 4) -> Address:
    """A page with a form that does one thing to a case."""
    return Address(sample, methods=FORM, who=who, queries=queries, kept=PRIVATE)


CASES = {
    "desk/cases/": Address("/desk/cases/?q=invented", who="read_programme", queries=WHO + 7, kept=PRIVATE),
    "desk/cases/export.<slug:form>": Address(
        "/desk/cases/export.csv", who="read_programme", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/cases/new/": _act("/desk/cases/new/?country=NG"),
    "desk/cases/<int:pk>/": Address(CASE, who="read_programme", queries=WHO + 30, kept=PRIVATE, role="liaison"),
    "desk/cases/<int:pk>/change/": _act(f"{CASE}change/", queries=WHO + 14),
    "desk/cases/<int:pk>/drop/": _act(f"{CASE}drop/"),
    "desk/cases/<int:pk>/steps/<slug:step>/": _act(f"{CASE}steps/review/", queries=WHO + 14),
    "desk/cases/<int:pk>/steps/<slug:step>/leave-out/": _act(f"{CASE}steps/consulted/leave-out/"),
    "desk/cases/<int:pk>/clock/stop/": _act(f"{CASE}clock/stop/"),
    "desk/cases/<int:pk>/clock/start/": _act(f"{CASE}clock/start/"),
    "desk/cases/<int:pk>/sources/new/": _act(f"{CASE}sources/new/"),
    "desk/cases/<int:pk>/sources/observations/": Address(
        f"{CASE}sources/observations/", who="open_cases", queries=WHO + 12, kept=PRIVATE
    ),
    "desk/cases/<int:pk>/sources/observations/<int:key>/": _act(
        f"{CASE}sources/observations/{{case_observation}}/", queries=WHO + 12
    ),
    "desk/cases/<int:pk>/sources/assessments/<int:key>/": _act(
        f"{CASE}sources/assessments/{{settled_assessment}}/", queries=WHO + 12
    ),
    "desk/cases/<int:pk>/sources/<int:number>/take-out/": _act(f"{CASE}sources/1/take-out/"),
    "desk/cases/<int:pk>/ships/": _act(f"{CASE}ships/"),
    "desk/cases/<int:pk>/ships/uncounted/": _act(f"{CASE}ships/uncounted/"),
    "desk/cases/<int:pk>/transition/new/": _act(f"{CASE}transition/new/"),
    "desk/cases/<int:pk>/transition/<int:number>/take-out/": _act(f"{CASE}transition/1/take-out/"),
    "desk/cases/<int:pk>/transition/<int:number>/done/": _act(f"{CASE}transition/1/done/"),
    "desk/cases/<int:pk>/packets/<int:number>/<slug:recipient>/": Address(
        f"{SIGNED}packets/1/host/", who="read_programme", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/cases/<int:pk>/packets/<int:number>/<slug:recipient>/packet.json": Address(
        f"{SIGNED}packets/1/programme/packet.json", who="read_programme", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/cases/<int:pk>/packets/<int:number>/<slug:recipient>/packet.pdf": Address(
        f"{SIGNED}packets/1/public/packet.pdf", who="read_programme", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/cases/<int:pk>/sign/<slug:part>/": _act(f"{CASE}sign/proposer/", "read_programme", WHO + 12),
    "desk/cases/<int:pk>/take-back/": _act(f"{CASE}take-back/", "read_programme"),
    "desk/editions/": Address("/desk/editions/", who="read_programme", queries=WHO + 5, kept=PRIVATE),
    "desk/editions/new/": _act("/desk/editions/new/", "draft_editions", WHO + 5),
    "desk/editions/<int:pk>/": Address(DRAFT, who="read_programme", queries=WHO + 24, kept=PRIVATE),
    "desk/editions/<int:pk>/preview/": Address(
        f"{DRAFT}preview/", who="read_programme", queries=WHO + 20, kept=PRIVATE
    ),
    "desk/editions/<int:pk>/change/": _act(f"{DRAFT}change/", "draft_editions"),
    "desk/editions/<int:pk>/drop/": _act(f"{DRAFT}drop/", "draft_editions"),
    "desk/editions/<int:pk>/publish/": _act(f"{DRAFT}publish/", "publish_editions"),
}
