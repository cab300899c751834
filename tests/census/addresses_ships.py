"""The addresses of companies, masters and agents; and where the watch confirms whose ship it is."""

from tests.census.address import FORM, PRIVATE, SENT, WHO, Address

READS = "read_own_arrivals | use_watch"
WRITES, OWN = "report_measures", "read_own_arrivals"

SHIPS = {
    "watch/fleets/": Address("/watch/fleets/", methods=FORM, who="act_on_arrivals", queries=WHO + 2, kept=PRIVATE),
    "ships/fleet/": Address("/ships/fleet/", methods=FORM, who=WRITES, queries=WHO + 4, kept=PRIVATE, role="operator"),
    "ships/fleet/<int:pk>/leave/": Address(
        "/ships/fleet/{own_ship}/leave/", 405, methods=SENT, who=WRITES, queries=WHO, kept=PRIVATE, role="operator"
    ),
    "ships/arrivals/": Address("/ships/arrivals/", who=OWN, queries=WHO + 4, kept=PRIVATE, role="operator"),
    "ships/arrivals/export.<slug:form>": Address(
        "/ships/arrivals/export.csv", who=OWN, queries=WHO + 3, kept=PRIVATE, role="operator"
    ),
    "ships/arrivals/<int:pk>/": Address(
        "/ships/arrivals/{own_arrival}/", methods=FORM, who=OWN, queries=WHO + 16, kept=PRIVATE, role="operator"
    ),
    "ships/arrivals/<int:pk>/questions/<int:number>/": Address(
        "/ships/arrivals/{own_arrival}/questions/{own_question}/",
        methods=FORM,
        who=WRITES,
        queries=WHO + 6,
        kept=PRIVATE,
        role="operator",
    ),
    "ships/arrivals/<int:pk>/letters/<int:letter>.pdf": Address(
        "/ships/arrivals/{own_arrival}/letters/{own_letter}.pdf",
        who=OWN,
        queries=WHO + 4,
        kept=PRIVATE,
        role="operator",
    ),
    "ships/measures/": Address("/ships/measures/", who=READS, queries=WHO + 3, kept=PRIVATE, role="operator"),
    "ships/measures/export.<slug:form>": Address(
        "/ships/measures/export.csv", who=READS, queries=WHO + 2, kept=PRIVATE, role="operator"
    ),
    "ships/measures/new/": Address(
        "/ships/measures/new/", methods=FORM, who=WRITES, queries=WHO + 2, kept=PRIVATE, role="operator"
    ),
    "ships/measures/<int:pk>/": Address(
        "/ships/measures/{own_log}/", who=READS, queries=WHO + 9, kept=PRIVATE, role="operator"
    ),
    "ships/measures/<int:pk>/keep/": Address(
        "/ships/measures/{own_log}/keep/", 405, methods=SENT, who=WRITES, queries=WHO, kept=PRIVATE, role="operator"
    ),
    "ships/measures/<int:pk>/pictures/": Address(
        "/ships/measures/{own_log}/pictures/", 405, methods=SENT, who=WRITES, queries=WHO, kept=PRIVATE, role="operator"
    ),
    "ships/measures/<int:pk>/report/": Address(
        "/ships/measures/{own_log}/report/", 405, methods=SENT, who=WRITES, queries=WHO, kept=PRIVATE, role="operator"
    ),
    "ships/receipts/<uuid:uid>/": Address(
        "/ships/receipts/{measures_receipt}/", who=READS, queries=WHO + 2, kept=PRIVATE, role="operator"
    ),
    "ships/receipts/<uuid:uid>.json": Address(
        "/ships/receipts/{measures_receipt}.json", who=READS, queries=WHO + 2, kept=PRIVATE, role="operator"
    ),
    "ships/receipts/<uuid:uid>.pdf": Address(
        "/ships/receipts/{measures_receipt}.pdf", who=READS, queries=WHO + 2, kept=PRIVATE, role="operator"
    ),
    "ships/passengers/": Address("/ships/passengers/?country=IR", queries=0),
}
