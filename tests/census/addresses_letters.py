"""The addresses of letters: at the watch, and by the link that was sent."""

from tests.census.address import FORM, PRIVATE, SENT, WHO, Address

AT = "/watch/arrivals/{arrival}/letters/{letter}/"
LETTERS = {
    "watch/letters/": Address("/watch/letters/?q=invented", who="use_watch", queries=WHO + 5, kept=PRIVATE),
    "watch/letters/export.<slug:form>": Address(
        "/watch/letters/export.csv", who="use_watch", queries=WHO + 2, kept=PRIVATE
    ),
    "watch/arrivals/<int:pk>/letters/": Address(
        "/watch/arrivals/{arrival}/letters/", methods=FORM, who="use_watch", queries=WHO + 4, kept=PRIVATE
    ),
    "watch/arrivals/<int:pk>/letters/<int:letter>/": Address(
        AT, methods=FORM, who="use_watch", queries=WHO + 11, kept=PRIVATE
    ),
    "watch/arrivals/<int:pk>/letters/<int:letter>/letter.pdf": Address(
        f"{AT}letter.pdf", who="use_watch", queries=WHO + 3, kept=PRIVATE
    ),
    "watch/arrivals/<int:pk>/places/": Address(
        "/watch/arrivals/{arrival}/places/",
        status=405,
        methods=SENT,
        who="act_on_arrivals",
        queries=WHO - 1,
        kept=PRIVATE,
    ),
    "letters/<str:secret>/": Address("/letters/x/", status=404, queries=2, kept=PRIVATE),
    "letters/<str:secret>/letter.pdf": Address("/letters/x/letter.pdf", status=404, queries=2, kept=PRIVATE),
}
for _tail in ("sign", "send", "discard", "withdraw"):
    LETTERS[f"watch/arrivals/<int:pk>/letters/<int:letter>/{_tail}/"] = Address(
        f"{AT}{_tail}/", status=405, methods=SENT, who="act_on_arrivals", queries=WHO - 1, kept=PRIVATE
    )
LETTERS_ELSEWHERE = {"arrivals/letters/opened.html": "tests/apps/watch"}
