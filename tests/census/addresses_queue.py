"""The addresses of the queue: what the watch does about arrivals, questions by a link, the hand-over."""

from tests.census.address import FORM, PRIVATE, WHO, Address

ACTS = {"decide/": 6, "assign/": 1, "note/": 1, "ask/": 2, "thread/": 1, "questions/<int:number>/": 2}
QUEUE = {
    "watch/queue/": Address("/watch/queue/?q=invented", who="use_watch", queries=WHO + 3, kept=PRIVATE),
    "watch/queue/rows/": Address("/watch/queue/rows/?seen=x", who="use_watch", queries=WHO, kept=PRIVATE),
    "watch/queue/export.<slug:form>": Address("/watch/queue/export.csv", who="use_watch", queries=WHO, kept=PRIVATE),
    "watch/handover/": Address(
        "/watch/handover/?zone=Houston-Galveston", methods=FORM, who="use_watch", queries=WHO + 14, kept=PRIVATE
    ),
    "watch/handover/<int:pk>/": Address(
        "/watch/handover/{handover}/", methods=FORM, who="use_watch", queries=WHO + 1, kept=PRIVATE
    ),
    "answer/<str:secret>/": Address("/answer/x/", status=404, queries=1, kept=PRIVATE),
    "answer/of/<int:number>/": Address("/answer/of/{arrival_question}/", status=404, methods=FORM, kept=PRIVATE),
}
for _tail, _queries in ACTS.items():
    _sample = _tail.replace("<int:number>", "{arrival_question}")
    QUEUE[f"watch/arrivals/<int:pk>/{_tail}"] = Address(
        f"/watch/arrivals/{{arrival}}/{_sample}",
        methods=FORM,
        who="act_on_arrivals",
        queries=WHO + 1 + _queries,
        kept=PRIVATE,
    )
QUEUE_ELSEWHERE = {
    "arrivals/answering/page.html": "tests/apps/watch",
    "arrivals/answering/answered.html": "tests/apps/watch",
    "arrivals/parts/decisions.html": "tests/apps/watch",
    "arrivals/parts/handover_lines.html": "tests/apps/watch",
}
