"""The addresses of reports of visits: of the desk, the host and everyone, and of the annual summary."""

from tests.census.address import PRIVATE, READ, SENT, WHO, Address

# The address below the visit: face, who, the rest, methods, queries beyond those of whoever asks.
BELOW = (
    ("desk", "read_programme", "", READ, 8),
    ("desk", "write_report", "draft/", SENT, 0),
    ("desk", "write_report", "sections/<int:number>/", SENT, 0),
    ("desk", "read_programme", "sections/<int:number>/versions/", READ, 5),
    ("desk", "write_report", "sections/<int:number>/restore/", SENT, 0),
    ("desk", "read_programme", "report.<slug:form>", READ, 4),
    ("desk", "write_report", "ask/<slug:of>/", SENT, 0),
    ("desk", "read_programme", "releases/<int:number>/", READ, 4),
    ("desk", "write_report", "releases/<int:number>/settle/", SENT, 0),
    ("desk", "read_programme", "releases/<int:number>/report.<slug:form>", READ, 4),
    ("partner", "read_shared", "", READ, 5),
    ("partner", "comment_report", "comment/", SENT, 0),
    ("partner", "read_shared", "report.<slug:form>", READ, 4),
)


def _address(face: str, who: str, tail: str, methods: frozenset[str], queries: int) -> tuple[str, Address]:
    route = f"{face}/visits/<int:pk>/report/{tail}"
    number = "{section}" if "sections" in tail else "{release}"
    sample = route.replace("<int:pk>", "{report_visit}").replace("<int:number>", number)
    return route, Address(
        "/" + sample.replace("<slug:form>", "docx").replace("<slug:of>", "host"),
        status=405 if methods == SENT else 200,
        methods=methods,
        who=who,
        queries=WHO + queries,
        kept=PRIVATE,
        asks_further=face == "partner",
    )


REPORT = {
    **dict(_address(*one) for one in BELOW),
    "desk/reports/annual/": Address("/desk/reports/annual/", who="read_programme", queries=WHO + 19, kept=PRIVATE),
    "desk/countries/<str:code>/annual/": Address(
        "/desk/countries/NG/annual/", who="read_programme", queries=WHO + 16, kept=PRIVATE
    ),
    "desk/reports/annual/export.<slug:form>": Address(
        "/desk/reports/annual/export.csv", who="read_programme", queries=WHO + 12, kept=PRIVATE
    ),
    "visits/": Address("/visits/", queries=5),
}
