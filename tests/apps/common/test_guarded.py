"""No way of reading marked rows without saying for whom."""

import asyncio
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.guarded import Guarded, ViewerNotStatedError
from roadstead.common.access.viewer import PUBLIC
from roadstead.engagement.models import Information, Receipt
from tests import people
from tests.apps.engagement.planting import plant

pytestmark = pytest.mark.django_db
Rows = Any


@pytest.fixture
def record() -> Information:
    return plant(title="A note", mark="programme")


@pytest.fixture
def receipt(record: Information) -> Receipt:
    return Receipt.objects.create(information=record, person=record.written_by, seen_at=record.written_at)


READS: dict[str, Callable[[Rows], object]] = {
    "iteration": list,
    "length": len,
    "truth": bool,
    "membership": lambda rows: rows.model() in rows,
    "repr": repr,
    "slice": lambda rows: rows[0],
    "slice with a step": lambda rows: rows[0:4:2],
    "get": lambda rows: rows.get(pk=1),
    "get by a filter": lambda rows: rows.filter(title="A note").get(),
    "first": lambda rows: rows.first(),
    "last": lambda rows: rows.last(),
    "earliest": lambda rows: rows.earliest("written_at"),
    "latest": lambda rows: rows.latest("written_at"),
    "values": lambda rows: list(rows.values("title")),
    "values_list": lambda rows: list(rows.values_list("title")),
    "flat": lambda rows: list(rows.values_list("title", flat=True)),
    "named": lambda rows: list(rows.values_list("title", named=True)),
    "only": lambda rows: list(rows.only("title")),
    "defer": lambda rows: list(rows.defer("title")),
    "distinct": lambda rows: list(rows.distinct()),
    "reverse": lambda rows: list(rows.reverse()),
    "order": lambda rows: list(rows.order_by("title")),
    "alias": lambda rows: list(rows.alias(n=Count("states")).filter(n=0)),
    "annotate": lambda rows: list(rows.annotate(n=Count("states"))),
    "complex filter": lambda rows: list(rows.complex_filter(Q(title="A note"))),
    "exclude over a link": lambda rows: list(rows.exclude(states="NG")),
    "select for update": lambda rows: list(rows.select_for_update()),
    "using": lambda rows: list(rows.using("default")),
    "extra": lambda rows: list(rows.extra(select={"one": "1"})),
    "iterator": lambda rows: list(rows.iterator(10)),
    "in_bulk": lambda rows: rows.in_bulk([1]),
    "in_bulk of all": lambda rows: rows.in_bulk(),
    "in_bulk by a field": lambda rows: rows.in_bulk(field_name="uid"),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "contains": lambda rows: rows.contains(rows.model(pk=1)),
    "aggregate": lambda rows: rows.aggregate(models.Max("title")),
    "aggregate over a slice": lambda rows: rows[:3].aggregate(models.Max("title")),
    "dates": lambda rows: list(rows.dates("valid_until", "year")),
    "datetimes": lambda rows: list(rows.datetimes("written_at", "year")),
    "explain": lambda rows: rows.explain(),
    "raw": lambda rows: list(rows.raw("SELECT * FROM engagement_information")),
    "sql": lambda rows: str(rows.query),
    "pickle": lambda rows: pickle.dumps(rows),
    "query handed over": lambda rows: _with_query(rows, rows.query.clone()),
    "update": lambda rows: rows.update(title="Changed"),
    "delete": lambda rows: rows.delete(),
    "raw delete": lambda rows: rows._raw_delete("default"),
    "bulk_update": lambda rows: rows.bulk_update([rows.model(pk=1, title="Changed")], ["title"]),
    "get_or_create": lambda rows: rows.get_or_create(title="A note"),
    "update_or_create": lambda rows: rows.update_or_create(title="A note"),
    "union": lambda rows: list(rows.order_by().union(rows.order_by().filter(kind="note"))),
    "union with what is stated": lambda rows: list(_public().union(rows.order_by())),
    "union from what is stated": lambda rows: list(rows.order_by().union(_public())),
    "union from elsewhere": lambda rows: list(User.objects.order_by().values("pk").union(rows.order_by().values("pk"))),
    "intersection": lambda rows: list(_public().intersection(rows.order_by())),
    "difference": lambda rows: list(_public().difference(rows.order_by())),
    "or": lambda rows: list(rows.model.objects.visible_to(PUBLIC) | rows),
    "or the other way": lambda rows: list(rows | rows.model.objects.visible_to(PUBLIC)),
    "and": lambda rows: list(rows.model.objects.visible_to(PUBLIC) & rows),
    "xor": lambda rows: list(rows.model.objects.visible_to(PUBLIC) ^ rows),
    "or of slices": lambda rows: list(rows[:1] | rows[:2]),
    "visible or all": lambda rows: list(rows.visible_to(PUBLIC) | rows.for_the_system("a test")),
    "in a filter": lambda rows: list(User.objects.filter(pk__in=rows.values("written_by"))),
    "in an exclusion": lambda rows: list(User.objects.exclude(pk__in=rows.values("written_by"))),
    "its query in a filter": lambda rows: list(User.objects.filter(pk__in=rows.values("written_by").query)),
    "in Exists": lambda rows: list(User.objects.filter(Exists(rows.filter(written_by=OuterRef("pk"))))),
    "in Subquery": lambda rows: list(User.objects.annotate(t=Subquery(rows.values("title")[:1]))),
    "in an order": lambda rows: list(User.objects.order_by(Subquery(rows.values("title")[:1]))),
    "in values": lambda rows: list(User.objects.values(t=Subquery(rows.values("title")[:1]))),
    "in an aggregate": lambda rows: User.objects.aggregate(n=Count(Subquery(rows.values("pk")[:1]))),
    "in an update": lambda rows: User.objects.update(name=Subquery(rows.values("title")[:1])),
    "in a deletion": lambda rows: User.objects.filter(pk__in=rows.values("written_by")).delete(),
    "below another": lambda rows: list(Receipt.objects.for_the_system("a test").filter(information__in=rows)),
    "asynchronous iteration": lambda rows: _run(_each(rows)),
    "asynchronous iterator": lambda rows: _run(_each(rows.aiterator())),
    "aget": lambda rows: _run(rows.aget(pk=1)),
    "afirst": lambda rows: _run(rows.afirst()),
    "acount": lambda rows: _run(rows.acount()),
    "aexists": lambda rows: _run(rows.aexists()),
    "aaggregate": lambda rows: _run(rows.aaggregate(models.Max("title"))),
    "ain_bulk": lambda rows: _run(rows.ain_bulk()),
    "acontains": lambda rows: _run(rows.acontains(rows.model(pk=1))),
    "aexplain": lambda rows: _run(rows.aexplain()),
    "aupdate": lambda rows: _run(rows.aupdate(title="Changed")),
    "adelete": lambda rows: _run(rows.adelete()),
}


def _public() -> Rows:
    return Information.objects.visible_to(PUBLIC).order_by()  # SQLite unites nothing that has an order


def _with_query(rows: Rows, query: Any) -> object:
    fresh = rows.none()
    fresh.query = query
    return list(fresh)


async def _each(rows: Any) -> list[Any]:
    return [row async for row in rows]


def _run(asked: Any) -> object:
    """Asynchronous reading without a second thread, which would see another SQLite."""

    async def waited() -> object:
        return await asked

    return asyncio.run(waited())


@pytest.mark.parametrize("way", READS)
def test_no_reading_without_a_viewer(record: Information, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    monkeypatch.setattr("django.db.models.query.sync_to_async", _at_once)
    monkeypatch.setattr("django.db.models.sql.compiler.SQLCompiler.execute_sql", _reached)
    with pytest.raises(ViewerNotStatedError):
        READS[way](Information.objects.all())


def test_the_list_of_ways_names_every_method_that_reads() -> None:
    """A method that a later Django adds is looked at by a person before it is used here."""
    building = {
        *("all", "filter", "exclude", "complex_filter", "union", "intersection", "difference", "select_for_update"),
        *("select_related", "prefetch_related", "annotate", "alias", "order_by", "distinct", "extra", "reverse"),
        *("defer", "only", "using", "none", "values", "values_list", "dates", "datetimes", "as_manager"),
    }
    writing = {"create", "acreate", "bulk_create", "abulk_create"}
    ours = {"visible_to", "withheld_from", "for_the_system", "stated"}
    reading = {
        *("iterator", "aiterator", "aggregate", "aaggregate", "count", "acount", "get", "aget", "get_or_create"),
        *("aget_or_create", "update_or_create", "aupdate_or_create", "earliest", "aearliest", "latest", "alatest"),
        *("first", "afirst", "last", "alast", "in_bulk", "ain_bulk", "delete", "adelete", "update", "aupdate"),
        *("exists", "aexists", "contains", "acontains", "explain", "aexplain", "raw", "bulk_update", "abulk_update"),
    }
    members = [name for name in dir(type(Information.objects.all())) if not name.startswith("_")]
    methods = {name for name in members if callable(getattr(type(Information.objects.all()), name))}
    assert methods - building - writing - ours - reading - {"resolve_expression"} == set()


@pytest.mark.parametrize("way", ["foreign key", "prefetch", "select_related", "values", "filter", "order", "annotate"])
def test_no_reading_over_a_relation(receipt: Receipt, way: str) -> None:
    rows = Receipt.objects.visible_to(people.viewer(people.holder(Role.ANALYST)))
    ways: dict[str, Callable[[], object]] = {
        "foreign key": lambda: rows.get().information,
        "prefetch": lambda: list(rows.prefetch_related("information")),
        "select_related": lambda: list(rows.select_related("information")),
        "values": lambda: list(rows.values("information__title")),
        "filter": lambda: list(rows.filter(information__title="A note")),
        "order": lambda: list(rows.order_by("information__title")),
        "annotate": lambda: list(rows.annotate(title=models.F("information__title"))),
    }
    with pytest.raises(ViewerNotStatedError):
        ways[way]()


def test_reading_with_a_viewer_works_in_all_these_ways(record: Information, receipt: Receipt) -> None:
    viewer = people.viewer(people.holder(Role.ANALYST))
    rows = Information.objects.visible_to(viewer)
    assert rows.get() == record
    assert list(rows.exclude(states="NG")) == [record]
    assert rows.filter(title__contains="note").count() == 1
    assert rows.annotate(n=Count("states")).get().n == 0
    assert list(rows.order_by().union(rows.order_by())) == [record]
    assert list(rows | rows.filter(kind="note")) == [record]
    assert rows.aggregate(n=Count("pk")) == {"n": 1}
    assert rows.select_related("written_by").get().written_by.name
    assert rows[:1].aggregate(n=Count("pk")) == {"n": 1}
    seen = Receipt.objects.visible_to(viewer)
    assert seen.filter(information=record).count() == seen.filter(information__in=rows).count() == 1
    assert seen.prefetch_related(Prefetch("information", rows)).get().information == record
    assert Receipt.objects.for_the_system("a test").select_related("information").get().information == record
    assert list(Information.objects.none()) == []
    assert list(Information.objects.all().none()) == []


def test_a_row_in_hand_is_saved_and_read_anew(record: Information) -> None:
    record.title = "Another"
    record.save()
    record.title = "Not saved"
    record.refresh_from_db()
    assert record.title == "Another"


def test_what_is_withheld_is_the_rest(record: Information) -> None:
    public = plant(title="For all", mark="public")
    assert list(Information.objects.visible_to(PUBLIC)) == [public]
    assert list(Information.objects.all().withheld_from(PUBLIC)) == [record]


def test_reading_for_the_system_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="needs a reason"):
        Information.objects.for_the_system("")


def test_stating_a_viewer_leaves_the_query_it_came_from_unstated() -> None:
    rows = Information.objects.all()
    rows.for_the_system("a test")
    with pytest.raises(ViewerNotStatedError):
        list(rows)


def test_no_relation_leads_to_marked_rows_from_a_model_that_asks_for_no_viewer() -> None:
    """Such a relation would be a join in a query that knows no viewers."""
    guarded = [one for one in apps.get_models() if issubclass(one, Guarded)]
    assert guarded
    for model in guarded:
        for field in model._meta.get_fields(include_hidden=True):
            if not field.is_relation or field.related_model is None or issubclass(field.related_model, Guarded):  # type: ignore[arg-type]
                continue
            if field.auto_created and not field.concrete:
                assert field.related_model._meta.auto_created, f"{field.related_model} points to {model.__name__}"  # type: ignore[union-attr]
            else:
                hidden = field.remote_field.hidden  # type: ignore[union-attr]
                assert hidden, f"{model.__name__}.{field.name}: say related_name='+'"


def _at_once(function: Callable[..., Any]) -> Callable[..., Any]:
    async def called(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return called


def _reached(*args: object, **kwargs: object) -> object:
    compiler = args[0]
    compiler.as_sql()  # type: ignore[attr-defined]
    raise AssertionError("the database was reached")
