"""What is loaded: the traps of the sources, the report, and every way to find a port. One loading for the module."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from roadstead.registry import actions, queries
from roadstead.registry.loading.report import LoadReport
from roadstead.registry.models import Country, CountryName, Port, PortName, PortNameWord, Zone, ZoneMembership
from roadstead.registry.presenters import reference as presenters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

# South, north, west, east in whole degrees; generous, so that only a wrong place falls outside.
BOXES = {
    "AR": (-56, -21, -74, -53),
    "AU": (-44, -9, 112, 155),
    "BR": (-34, 6, -74, -32),
    "CM": (1, 14, 8, 17),
    "CU": (19, 24, -85, -74),
    "DJ": (10, 13, 41, 44),
    "FR": (41, 52, -6, 10),
    "GB": (48, 61, -9, 5),
    "GM": (13, 14, -17, -13),
    "ID": (-12, 7, 94, 142),
    "IN": (6, 36, 68, 98),
    "IQ": (29, 38, 38, 49),
    "IT": (35, 48, 6, 19),
    "JP": (24, 46, 122, 154),
    "KH": (9, 15, 102, 108),
    "LY": (19, 34, 9, 26),
    "MG": (-26, -11, 43, 51),
    "NG": (2, 14, 2, 15),
    "PR": (17, 19, -68, -65),
    "YE": (12, 19, 41, 55),
    "ZA": (-35, -22, 16, 33),
}


def codes(text: str, **limits: object) -> list[str]:
    return [match.code for match in queries.find_ports(text, **limits)]  # type: ignore[arg-type]


def first(text: str) -> queries.PortMatch:
    return queries.find_ports(text)[0]


# Traps of the sources


def test_sihanoukville_lies_at_ten_degrees_thirty_six_minutes() -> None:
    port = queries.port("KHKOS")
    assert port is not None
    assert port.latitude == pytest.approx(10.6, abs=0.001)
    assert port.longitude == pytest.approx(103.51667, abs=0.001)


def test_no_position_is_ninety_one_degrees_or_nowhere() -> None:
    placed = Port.objects.filter(latitude__isnull=False)
    assert placed.count() > 13_000
    assert not placed.filter(latitude__gt=90).exists()
    assert not placed.filter(latitude=0, longitude=0).exists()
    assert not placed.filter(position_source="").exists()


@pytest.mark.parametrize("code", ["USOTS", "USLMO", "USSIT", "USADQ", "USSWD", "USWQF", "USNIK", "USNLO"])
def test_ports_that_unlocode_does_not_call_ports(code: str) -> None:
    port = queries.port(code)
    assert port is not None
    assert port.reason == "zone"
    assert port.latitude is not None


def test_every_port_of_a_zone_has_a_position() -> None:
    assert not Port.objects.filter(zone_memberships__isnull=False, latitude__isnull=True).exists()


@pytest.mark.parametrize("code", ["NGAPP", "NGTIN", "NGBON", "IDTPP", "CMLIT", "DJDCT", "LRMLW"])
def test_ports_that_an_advisory_names_rank_first_whatever_their_status(code: str) -> None:
    port = queries.port(code)
    assert port is not None
    assert port.standing == 0


@pytest.mark.parametrize(("country", "box"), BOXES.items())
def test_positions_lie_in_their_country(country: str, box: tuple[int, int, int, int]) -> None:
    south, north, west, east = box
    points = queries.port_points(country=country, surest=9)  # type: ignore[arg-type]
    assert points
    outside = [p for p in points if not (south <= p.latitude <= north and west <= p.longitude <= east)]
    assert outside == []


def test_the_sign_of_pago_pago_and_the_zero_of_akpo_are_mended() -> None:
    pago_pago, akpo = queries.port("ASPPG"), queries.port("NGAKP")
    assert pago_pago is not None
    assert akpo is not None
    assert pago_pago.latitude == pytest.approx(-14.27, abs=0.05)
    assert (akpo.latitude, akpo.position_source) == (pytest.approx(3.13), "authored")


def test_a_namesake_in_another_state_is_not_taken() -> None:
    maine, virginia = queries.port("USPWM"), queries.port("USPTM")
    assert maine is not None
    assert virginia is not None
    assert maine.longitude == pytest.approx(-70.25, abs=0.1)
    assert virginia.latitude == pytest.approx(36.83, abs=0.1)


# Countries


def test_countries() -> None:
    everywhere = queries.countries()
    assert len(everywhere) == 249
    assert {"TW", "NR", "KM"} <= {country.code for country in everywhere}
    assert {"AN", "CS", "SU"} <= {country.code for country in queries.countries(withdrawn=True)}
    assert all(country.region for country in everywhere if country.code != "AQ")


@pytest.mark.parametrize("code", ["BO", "CH", "LA", "MN", "PY", "UG", "KZ", "AZ", "TM", "SM", "LI"])
def test_landlocked(code: str) -> None:
    country = queries.country(code)
    assert country is not None
    assert (country.coast, country.coastline_km) == ("landlocked", 0)


@pytest.mark.parametrize("code", ["KH", "PS", "TW", "GP", "MC", "BA", "JO", "IQ", "CD", "GU", "NR"])
def test_coastal(code: str) -> None:
    country = queries.country(code)
    assert country is not None
    assert country.coast == "coastal"


def test_no_country_is_left_unknown() -> None:
    unknown = Country.objects.filter(kind="country", coast="unknown")
    assert list(unknown.values_list("code", flat=True)) == []
    assert Country.objects.filter(coast="landlocked").count() == 44


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Cambodia"),
        ("fr", "Cambodge"),
        ("es", "Camboya"),
        ("pt", "Camboja"),
        ("ar", "كمبوديا"),
        ("ru", "Камбоджа"),
        ("zh", "柬埔寨"),
    ],
)
def test_names_in_seven_languages(language: str, name: str) -> None:
    country = queries.country("kh", language=language)
    assert country is not None
    assert country.name == name
    assert CountryName.objects.filter(language=language, main=True, country__kind="country").count() >= 245
    assert queries.find_countries(name)[0].code == "KH"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("burma", "MM"),
        ("Swaziland", "SZ"),
        ("the gambia", "GM"),
        ("congo", "CG"),
        ("dr congo", "CD"),
        ("CU", "CU"),
        ("Viet", "VN"),
    ],
)
def test_countries_by_any_name(text: str, code: str) -> None:
    assert queries.find_countries(text)[0].code == code


@pytest.mark.parametrize("text", ["", "\x00", "…", "zz", "x" * 10_000, "'; --"])
def test_no_country(text: str) -> None:
    assert queries.find_countries(text) == []
    assert queries.country(text) is None


def test_no_two_countries_share_a_name() -> None:
    for language in ("en", "fr", "es", "pt", "ar", "ru", "zh"):
        names = [country.name for country in queries.countries(language=language)]
        assert len(set(names)) == len(names), language


# Finding a port


@pytest.mark.parametrize("text", ["USHOU", "us hou", "US-HOU", "ushou ", "Houston", "HOUSTON", "Houston, TX", "Hoston"])
def test_houston(text: str) -> None:
    assert first(text).code == "USHOU"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mayaguez", "PRMAZ"),
        ("Mayagüez", "PRMAZ"),
        ("Bombay", "INBOM"),
        ("mumbai", "INBOM"),
        ("Kompong Som", "KHKOS"),
        ("Kampong Saom", "KHKOS"),
        ("Sihanoukville", "KHKOS"),
        ("sihanukville", "KHKOS"),
        ("Göteborg", "SEGOT"),
        ("Goteborg", "SEGOT"),
        ("Goeteborg", "SEGOT"),
        ("Gothenburg", "SEGOT"),
        ("Leningrad", "RULED"),
        ("Sankt Petersburg", "RULED"),
        ("St Petersburg, FL", "USPIE"),
        ("Saint Petersburg, USA", "USPIE"),
        ("Dutch Harbor", "USDUT"),
        ("Saigon", "VNSGN"),
        ("Constantinople", "TRIST"),
        ("Danzig", "PLGDN"),
        ("Batavia", "IDJKT"),
        ("Port Swettenham", "MYPKG"),
        ("Lourenco Marques", "MZMPM"),
        ("Tin Can Island", "NGTIN"),
        ("Apapa", "NGAPP"),
        ("Roterdam", "NLRTM"),
        ("Djibuti", "DJJIB"),
        ("Port of Antwerp", "BEANR"),
        ("Los Ang", "USLAX"),
        ("Jebel Ali", "AEJEA"),
        ("Shanghai", "CNSHA"),
    ],
)
def test_a_port_by_what_people_call_it(text: str, code: str) -> None:
    assert first(text).code == code


def test_the_name_that_matched_is_said() -> None:
    bombay, gothenburg, houston = first("Bombay"), first("Gothenburg"), first("Houston")
    assert (bombay.label, bombay.kind, bombay.matched) == ("Mumbai, formerly Bombay", "former", "Bombay")
    assert gothenburg.label == "Göteborg, also Gothenburg"
    assert (houston.label, houston.exact) == ("Houston", True)
    assert not first("Hoston").exact
    assert first("USHOU").kind == "code"


def test_both_codes_of_one_harbour_are_found() -> None:
    assert set(codes("Cape Canaveral")) >= {"USPCV", "USCPV"}
    assert set(codes("Port Canaveral")) >= {"USPCV", "USCPV"}
    assert set(codes("Unalaska")) >= {"USDUT", "USUAA"}


def test_saint_petersburg_is_found_in_every_spelling() -> None:
    assert codes("Saint Petersburg")[:2] == codes("St. Petersburg")[:2] == ["RULED", "USPIE"]


def test_a_word_inside_a_name_is_enough() -> None:
    assert "USLAX" in codes("angeles")
    assert "VEPLC" in codes("la cruz") or "VEPCZ" in codes("la cruz", limit=50)


def test_search_within_a_country() -> None:
    assert codes("Lagos", country="PT") == ["PTLOS"]
    assert codes("Portland, ME") == ["USPWM"]
    assert all(code.startswith("NG") for code in codes("port", country="ng"))


def test_a_hint_that_fits_nothing_is_set_aside() -> None:
    assert "USHOU" in codes("Houston, ZZ")


def test_surer_ports_come_first() -> None:
    assert codes("Rotterdam")[0] == "NLRTM"
    assert codes("London")[0] == "GBLON"
    assert codes("San")[0] != codes("San", country="PH")[0]


def test_the_order_is_the_same_every_time() -> None:
    for text in ("san", "port", "a", "roterdam", "saint john"):
        assert codes(text, limit=50) == codes(text, limit=50)


HOSTILE = [
    "",
    " ",
    "\x00",
    "\u202e\u2066",
    "Αθήνα",
    "ميناء جدة",
    "%",
    "_____",
    "\\",
    "'; DROP TABLE registry_port; --",
    "x" * 10_000,
    "ab, " * 3000,
    "a" * 300 + ", TX",
    "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "￿" * 50,
    "US\x00HOU",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_anything_may_be_typed(text: str, client: Client) -> None:
    assert len(queries.find_ports(text)) <= 10
    assert client.get("/ports/", {"q": text, "country": text}).status_code == 200
    assert client.get("/reference/", {"q": text}).status_code == 200


@pytest.mark.parametrize("text", ["a", "USHOU", "Houston", "Hoston", "Houston, ZZ", "Hoston, ZZ", "x" * 10_000])
def test_a_search_takes_at_most_four_queries(text: str, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(4):
        queries.find_ports(text)


def test_an_index_answers_the_search() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the plan on PostgreSQL depends on statistics")
    plan = PortNameWord.objects.filter(key__gte="hou", key__lt="hov").explain()
    assert "USING INDEX registry_port_word_key" in plan or "USING COVERING INDEX registry_port_word_key" in plan


@pytest.mark.parametrize("limit", [-1, 0])
def test_no_places_no_ports(limit: int) -> None:
    assert queries.find_ports("Houston", limit=limit) == []


@pytest.mark.parametrize("text", ["", "US", "USHOUX", "U5HOU", "ÜSHOU", "US\nHOU", "x" * 9999])
def test_what_is_no_code(text: str) -> None:
    assert queries.port(text) is None
    assert queries.zone_of(text) is None
    assert queries.ports_by_code([text]) == {}


@pytest.mark.parametrize("text", ["", "\x00", "U\x00S", "\ud800", "ЮС", "x" * 9999])
def test_what_is_no_country_code(text: str) -> None:
    assert queries.seaports_of(text) == [] or text == "U\x00S"
    assert len(queries.find_ports("Houston", country=text)) <= 2


def test_ports_by_code_and_of_a_country() -> None:
    assert set(queries.ports_by_code(["us hou", "KHKOS", "nonsense", "ZZZZZ"])) == {"USHOU", "KHKOS"}
    cambodian = queries.seaports_of("kh")
    assert [port.code for port in cambodian][:2] == ["KHKOS", "KHPNH"]
    assert queries.seaports_of("ZZ") == []


def test_points_for_a_map() -> None:
    points = queries.port_points()
    assert 2_500 < len(points) < 5_000
    assert {"USHOU", "KHKOS"} <= {point.code for point in points}


# Zones


def test_zones() -> None:
    assert Zone.objects.count() == 41
    assert ZoneMembership.objects.values("port").distinct().count() == 215
    houston = queries.zone_of("US HOU")
    assert houston is not None
    assert (houston.zone, houston.districts, houston.confidence) == ("Houston-Galveston", ("Eighth",), "verified")
    assert houston.as_of.isoformat() == "2026-02-09"
    assert houston.source
    assert queries.zone_of("KHKOS") is None
    assert queries.zone_of("nonsense") is None


def test_whittier_is_a_question() -> None:
    whittier = queries.zone_of("USWQF")
    assert whittier is not None
    assert whittier.zone is None
    assert whittier.zones == ("Prince William Sound (Valdez)", "Western Alaska (Anchorage)")
    assert whittier.confidence == "conflict"
    assert "Whittier" in whittier.note


def test_a_port_cannot_quietly_stand_in_two_zones() -> None:
    known = ZoneMembership.objects.get(port_id="USHOU")
    with pytest.raises(IntegrityError), transaction.atomic():
        ZoneMembership.objects.create(
            port_id="USHOU", zone_id="Mobile", named_as="Houston", confidence="verified", as_of=known.as_of, source="x"
        )


def test_half_a_position_is_refused() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Port.objects.filter(pk="USHOU").update(longitude=None)


# Loading


def test_the_report(loaded: LoadReport) -> None:
    assert loaded.changed
    assert loaded.counts["countries"] == 249
    assert loaded.counts["zones"] == 41
    assert loaded.counts["ports_in_zones"] == 215
    assert loaded.counts["ports"] == Port.objects.count() > 17_400
    assert loaded.counts["port_names"] == PortName.objects.count()
    assert loaded.seconds < 60
    assert {source.name for source in loaded.sources} >= {"UN/LOCODE", "searoute", "pycountry", "pyworldatlas"}
    dropped = {(row.code, row.reason) for row in loaded.dropped}
    assert ("NLSAB", "far_from_country") in dropped
    assert ("BGGTB", "withdrawn") in dropped
    assert ("USPWM", "far_from_subdivision") in dropped
    assert ("USWQF", "conflict") in {(row.code, row.reason) for row in loaded.conflicts}


def test_every_reason_can_be_said(loaded: LoadReport) -> None:
    lines = "\n".join(presenters.report_lines(loaded, every_row=True))
    assert "249  countries and territories" in lines
    assert all(row["reason"] and "_" not in row["reason"] for row in presenters.refused_rows(loaded))


def test_a_second_loading_changes_nothing_and_says_so(
    loaded: LoadReport, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(1):
        again = actions.load_reference_data(by="tests")
    assert not again.changed
    assert again.seconds < 1
    assert (again.counts, again.dropped, again.digest) == (loaded.counts, loaded.dropped, loaded.digest)
    assert actions.is_current()


def snapshot() -> list[list[tuple[object, ...]]]:
    return [
        list(Country.objects.order_by("pk").values_list()),
        list(Port.objects.order_by("pk").values_list()),
        list(Zone.objects.order_by("pk").values_list()),
        list(PortName.objects.order_by("port", "folded").values_list("port", "name", "kind", "folded", "skeleton")),
        list(
            PortNameWord.objects.order_by("name__port", "key", "position").values_list("name__port", "key", "position")
        ),
        list(ZoneMembership.objects.order_by("port", "zone").values_list("port", "zone", "confidence", "note")),
    ]


def test_a_forced_loading_ends_in_the_same_rows_and_retires_what_is_gone() -> None:
    before = snapshot()
    Port.objects.create(locode="ZZOLD", name="Gone", country_id="US", reason="function", standing=2)
    Port.objects.filter(pk="USHOU").update(name="Wrong")
    report = actions.load_reference_data(by="tests", force=True)
    assert report.changed
    gone = Port.objects.get(pk="ZZOLD")
    assert gone.retired
    assert "ZZOLD" not in codes("Gone", limit=50) + codes("ZZOLD")
    Port.objects.filter(pk=gone.pk)._raw_delete("default")  # no person removes a port, so no query asks for whom
    assert snapshot() == before


def test_the_command_prints_the_report() -> None:
    text, as_json, checked, quiet = StringIO(), StringIO(), StringIO(), StringIO()
    call_command("load_reference_data", stdout=text)
    call_command("load_reference_data", format="json", stdout=as_json)
    call_command("load_reference_data", check=True, stdout=checked)
    call_command("load_reference_data", verbosity=0, stdout=quiet)
    assert "Nothing changed since the last loading" in text.getvalue()
    assert "Captain of the Port zones" in text.getvalue()
    assert json.loads(as_json.getvalue())["counts"]["zones"] == 41
    assert "current" in checked.getvalue()
    assert quiet.getvalue() == ""


def test_the_check_fails_where_nothing_is_loaded() -> None:
    from roadstead.registry.models import ReferenceLoad

    ReferenceLoad.objects.all().delete()
    with pytest.raises(CommandError, match="run load_reference_data"):
        call_command("load_reference_data", check=True)


# Pages


def test_suggestions(client: Client) -> None:
    response = client.get("/ports/", {"q": "Bombay"})
    assert response["Content-Type"] == "application/json"
    assert "public" in response["Cache-Control"]
    assert response.json()["results"][0] == {
        "code": "INBOM",
        "name": "Mumbai",
        "country": "IN",
        "country_name": "India",
        "subdivision": "MH",
        "matched": "Bombay",
        "kind": "former",
        "label": "Mumbai, formerly Bombay",
        "exact": True,
    }


def test_suggestions_say_the_zone(client: Client) -> None:
    rows = {row["code"]: row for row in client.get("/ports/?q=USHOU").json()["results"]}
    assert rows["USHOU"]["zone"] == "Houston-Galveston"
    whittier = client.get("/ports/?q=USWQF").json()["results"][0]
    assert whittier["zone"] is None
    assert len(whittier["zones"]) == 2


def test_suggestions_take_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(5):
        client.get("/ports/?q=San")


def test_pages_only_read(client: Client) -> None:
    assert client.post("/ports/").status_code == 405
    assert client.post("/reference/").status_code == 405


def test_the_reference_page(client: Client) -> None:
    page = client.get("/reference/", {"q": "Kompong Som"}).content.decode()
    assert "Kâmpóng Saôm, formerly Kompong Som" in page
    assert "10°36′ N 103°31′ E" in page
    assert "2023-1, in pyunlocode" in page
    assert "Captain of the Port zones" in page
    assert "the position lies in another state or province" in page


def test_the_reference_page_pages(client: Client) -> None:
    one, two = (client.get("/reference/", {"page": page}).content for page in (1, 2))
    assert one != two
    assert client.get("/reference/?page=zzz").status_code == 200


def test_the_reference_page_finds_nothing(client: Client) -> None:
    page = client.get("/reference/", {"q": "<script>zzzqqq"}).content.decode()
    assert "No port is known as" in page
    assert "<script>zzzqqq" not in page


@pytest.mark.parametrize(
    ("latitude", "longitude", "text"),
    [
        (10.6, 103.516667, "10°36′ N 103°31′ E"),
        (-34.1, -18.999, "34°06′ S 019°00′ W"),
        (None, None, ""),
        (0.0, 0.0, "00°00′ N 000°00′ E"),
    ],
)
def test_positions_are_written_in_degrees_and_minutes(
    latitude: float | None, longitude: float | None, text: str
) -> None:
    assert presenters.position_text(latitude, longitude) == text
