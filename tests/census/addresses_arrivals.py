"""The addresses of the watch: arrivals and verdicts that changed."""

from tests.census.address import FORM, PRIVATE, WHO, Address

ARRIVALS = {
    "watch/arrivals/": Address(
        "/watch/arrivals/?q=invented&when=&zone=", who="use_watch", queries=WHO + 4, kept=PRIVATE
    ),
    "watch/arrivals/export.<slug:form>": Address(
        "/watch/arrivals/export.csv", who="use_watch", queries=WHO, kept=PRIVATE
    ),
    "watch/arrivals/<int:pk>/": Address("/watch/arrivals/{arrival}/", who="use_watch", queries=WHO + 20, kept=PRIVATE),
    "desk/editions/<int:pk>/effect/": Address(
        "/desk/editions/{edition_draft}/effect/", who="read_programme", queries=WHO + 12, kept=PRIVATE
    ),
    "watch/changes/": Address("/watch/changes/", who="use_watch", queries=WHO + 7, kept=PRIVATE),
    "watch/changes/export.<slug:form>": Address(
        "/watch/changes/export.csv", who="use_watch", queries=WHO + 2, kept=PRIVATE
    ),
    "watch/changes/<int:pk>/": Address(
        "/watch/changes/{verdict_change}/", methods=FORM, who="act_on_arrivals", queries=WHO + 3, kept=PRIVATE
    ),
}
