"""The addresses of the agenda of a visit: the same work at the desk, to partners, and by a link."""

from tests.census.address import ANYONE, FORM, PRIVATE, READ, SENT, WHO, Address

AGENDA: dict[str, Address] = {}
for _tail, _methods, _queries in (
    ("", READ, 12),
    ("items/new/", FORM, 5),
    ("items/<int:item>/", FORM, 6),
    ("items/<int:item>/withdraw/", SENT, 0),
    ("accept/", SENT, 0),
    ("agree/", SENT, 0),
    ("seen/", SENT, 0),
    ("language/", SENT, 0),
    ("versions/", READ, 3),
    ("print/", READ, 11),
    ("agenda.pdf", READ, 8),
    ("agenda.ics", READ, 4),
    ("links/", FORM, 6),
    ("begin/", SENT, 0),
    ("links/<int:link>/revoke/", SENT, 0),
    ("who/", FORM, 0),
):
    for _face, _who, _lacking in (
        ("desk/visits/<int:pk>/agenda/", "read_programme", ("who/", "language/")),
        ("partner/visits/<int:pk>/agenda/", "read_shared", ("who/", "links/", "begin/", "links/<int:link>/revoke/")),
        ("agenda/of/<int:number>/", ANYONE, ("links/", "begin/", "links/<int:link>/revoke/")),
    ):
        if _tail not in _lacking:
            _sample = (_face + _tail).replace("<int:pk>", "{agenda_visit}").replace("<int:item>", "{agenda_item}")
            _sample = _sample.replace("<int:link>", "{agenda_link}").replace("<int:number>", "{agenda_link}")
            _link = _who == ANYONE
            AGENDA[_face + _tail] = Address(
                f"/{_sample}",
                status=405 if _methods == SENT else 404 if _link else 200,
                methods=_methods,
                who=_who,
                queries=0 if _link else WHO + _queries,
                kept="" if _link and _methods == SENT else PRIVATE,
                asks_further=not _link,
            )
AGENDA["agenda/<str:secret>/"] = Address("/agenda/x/", status=404, queries=1, kept=PRIVATE)
