"""Components: what is given is escaped, what is unknown passes through, hint and error belong to their field."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler
from hypothesis import given
from hypothesis import strategies as st

from roadstead.common import dates, status
from roadstead.web import glossary

EVIL = "\"'><script>alert(1)</script>&amp;"


class Tags(HTMLParser):
    """Every tag of a fragment, with its attributes as a browser would read them."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def only(self, tag: str) -> dict[str, str | None]:
        (attrs,) = [attrs for name, attrs in self.found if name == tag]
        return attrs


def render(source: str, **context: object) -> str:
    template = engines["django"].from_string(CottonCompiler().process(source))
    return template.render(context, RequestFactory().get("/list/?q=a+b&page=2"))


def tags(source: str, **context: object) -> Tags:
    return Tags(render(source, **context))


class ShipForm(forms.Form):
    port = forms.CharField(label="Port", help_text="UN/LOCODE", max_length=5)
    note = forms.CharField(required=False)


def test_field_ties_hint_and_error_to_the_input():
    shown = tags('<c-field name="port" label="Port" hint="Five letters" error="Too long" value="HOUSTON" />')
    field = shown.only("input")
    assert field["aria-describedby"] == "id_port-hint id_port-error"
    assert field["aria-invalid"] == "true"
    assert {attrs.get("id") for _, attrs in shown.found} >= {"id_port", "id_port-hint", "id_port-error"}
    assert shown.only("label")["for"] == "id_port"


def test_field_without_hint_names_no_ids():
    field = tags('<c-field name="port" label="Port" />').only("input")
    assert "aria-describedby" not in field
    assert "aria-invalid" not in field
    assert "required" not in field


def test_field_of_a_form_brings_what_the_form_knows():
    shown = tags('<c-field :field="form.port" />', form=ShipForm({"port": "HOUSTON"}))
    field = shown.only("input")
    assert (field["value"], field["aria-describedby"]) == ("HOUSTON", "id_port-hint id_port-error")
    assert "required" in field
    assert "at most 5 characters" in shown.text


def test_page_wins_over_the_form():
    shown = tags('<c-field :field="form.port" label="Harbour" id="here" />', form=ShipForm())
    assert shown.only("input")["id"] == "here"
    assert "Harbour" in shown.text


@pytest.mark.parametrize(
    "source",
    [
        '<c-field name="a" :label="evil" :hint="evil" :error="evil" :value="evil" />',
        '<c-field name="a" label="a" type="textarea" :value="evil" :data-x="evil" />',
        '<c-field name="a" label="{{ evil }}" hint="{{ evil }}" :placeholder="evil" title="{{ evil }}" />',
        '<c-field :name="evil" :id="evil" label="a" />',
        '<c-select name="a" label="a" :options="evils" :value="evil" :empty="evil" />',
        '<c-radios name="a" :label="evil" :options="evils" :value="evil" />',
        '<c-checkbox name="a" :label="evil" :value="evil" :hint="evil" />',
        '<c-fieldset :legend="evil" :hint="evil" :error="evil">x</c-fieldset>',
        '<c-alert :heading="evil" :data-x="evil">{{ evil }}</c-alert>',
        '<c-button :href="evil" :title="evil">{{ evil }}</c-button>',
        '<c-tag :class="evil">{{ evil }}</c-tag>',
        '<c-status :value="evil" :word="evil" />',
        '<c-table :caption="evil"><tbody></tbody></c-table>',
        '<c-citation :href="evil" :text="evil" />',
        '<c-citation href="/x">{{ evil }}</c-citation>',
        '<c-date-said :on="evil" />',
        '<c-moment :when="evil" :heading="evil">{{ evil }}</c-moment>',
        '<c-definition :term="evil" :meaning="evil" />',
        '<c-definition key="isps_code">{{ evil }}</c-definition>',
        '<c-card :heading="evil" :href="evil">x<c-slot name="footer">{{ evil }}</c-slot></c-card>',
        '<c-breadcrumbs :items="crumbs" :here="evil" />',
        '<c-empty :heading="evil" :href="evil" :action="evil">{{ evil }}</c-empty>',
        '<c-steps :label="evil"><c-step :heading="evil">{{ evil }}</c-step></c-steps>',
        '<c-facts><c-fact :term="evil">{{ evil }}</c-fact></c-facts>',
        '<c-icon name="map" :label="evil" />',
    ],
)
def test_nothing_that_is_given_becomes_markup(source):
    shown = tags(source, evil=EVIL, evils=[(EVIL, EVIL)], crumbs=[(EVIL, EVIL)])
    assert "script" not in [name for name, _ in shown.found]
    assert not [key for _, attrs in shown.found for key in attrs if key.startswith(("on", "<", "alert"))]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_passed_attribute_reads_as_it_was_given(value):
    shown = tags('<c-button :data-x="value">x</c-button>', value=value)
    assert shown.only("button")["data-x"] == value


def test_unknown_attributes_pass_through_and_flags_stay_flags():
    shown = tags('<c-field name="a" label="a" hx-get="/x/" data-a="1" autofocus :disabled="off" />', off=False)
    field = shown.only("input")
    assert (field["hx-get"], field["data-a"], field["autofocus"]) == ("/x/", "1", None)
    assert "disabled" not in field
    assert "label" not in field


@pytest.mark.parametrize("name", ["onclick", "style", "OnLoad"])
def test_attributes_that_the_policy_forbids_are_refused(name):
    with pytest.raises(ValueError, match="content security policy"):
        render(f'<c-button {name}="x">x</c-button>')


def test_component_sees_nothing_of_the_page_around_it():
    shown = tags('<c-field name="a" label="a" />', hint="from the page", error="from the page", class_="x")
    assert "from the page" not in shown.text


def test_choices_grouped_plain_and_chosen():
    options = ["XX", ("cargo", "Cargo"), ("Off port", [("anchorage", "At anchor"), (1, "One")])]
    shown = tags('<c-select name="a" label="a" :options="options" :value="1" empty="-" />', options=options)
    values = [(attrs["value"], "selected" in attrs) for name, attrs in shown.found if name == "option"]
    assert values == [("", False), ("XX", False), ("cargo", False), ("anchorage", False), ("1", True)]
    assert shown.only("optgroup")["label"] == "Off port"


def test_radios_are_one_group_with_one_description():
    shown = tags(
        '<c-radios name="a" label="a" hint="h" error="e" :options="options" value="no" />', options=["yes", "no"]
    )
    assert shown.only("fieldset")["aria-describedby"] == "id_a-hint id_a-error"
    inputs = [attrs for name, attrs in shown.found if name == "input"]
    assert [one["id"] for one in inputs] == ["id_a-0", "id_a-1"]
    assert ["checked" in one for one in inputs] == [False, True]


def test_date_takes_dates_moments_and_what_was_typed():
    assert tags('<c-date name="a" label="a" :value="d" />', d=date(2019, 5, 30)).only("input")["value"] == "2019-05-30"
    moment = datetime(2019, 5, 30, 6, 5, tzinfo=UTC)
    shown = tags('<c-date name="a" label="a" time :value="d" />', d=moment).only("input")
    assert (shown["type"], shown["value"]) == ("datetime-local", "2019-05-30T06:05")
    assert tags('<c-date name="a" label="a" value="30/5" />').only("input")["value"] == "30/5"


@pytest.mark.parametrize("value", status.STATUSES)
def test_status_is_a_word_an_icon_and_a_colour(value):
    shown = tags('<c-status :value="value" />', value=value)
    assert shown.text.strip() == str(status.STATUSES[value].word)
    assert shown.only("svg")["aria-hidden"] == "true"
    assert f"rs-status--{status.STATUSES[value].tone}" in shown.only("span")["class"]


def test_status_without_an_entry_shows_its_own_word():
    assert "In review" in tags('<c-status value="in_review" />').text
    with pytest.raises(ValueError, match="tone"):
        render('<c-status value="no" tone="purple" />')


def test_inline_components_bring_no_space_of_their_own():
    source = (
        '(<c-citation href="/x">A</c-citation><c-tag>B</c-tag><c-status value="yes" /><c-date-said on="2019-05-30" />)'
    )
    shown = render(source)
    assert shown.startswith("(<cite")
    assert shown.endswith("</span>)")
    assert "</cite><span" in shown


def test_dates_say_what_they_are():
    assert "In force from 30 May 2019" in tags('<c-date-said on="2019-05-30" kind="in_force" />').text
    said = dates.said(datetime(2019, 5, 30, 23, 30, tzinfo=UTC), "published")
    assert (said.text, said.machine) == ("30 May 2019, 23:30 UTC", "2019-05-30T23:30:00Z")
    assert dates.said(None, "due").text == "date not known"
    assert dates.said("spring 2019").text == "spring 2019"
    assert dates.said("2019-02-30").text == "2019-02-30"
    with pytest.raises(ValueError, match="kind of date"):
        dates.said("2019-05-30", "someday")


def test_terms_are_explained_once_known():
    shown = tags('<c-definition key="isps_code" />')
    assert shown.only("dfn")["aria-describedby"] == "term-isps-code"
    assert all(str(term.meaning).endswith(".") for term in glossary.TERMS.values())
    with pytest.raises(ValueError, match="no term"):
        glossary.find("nothing")


def test_pages_keep_the_rest_of_the_question():
    shown = tags('<c-pagination :page="page" />', page=Paginator(range(100), 10).get_page(2))
    links = [attrs["href"] for name, attrs in shown.found if name == "a"]
    assert links[0] == "?q=a+b&page=1"
    assert render('<c-pagination :page="page" />', page=Paginator([], 10).get_page(1)).strip() == ""


def test_error_summary_only_where_something_is_wrong():
    assert render('<c-error-summary :form="form" />', form=ShipForm()).strip() == ""
    shown = tags('<c-error-summary :form="form" />', form=ShipForm({}))
    assert shown.only("a")["href"] == "#id_port"


def test_alert_announces_itself_only_when_asked():
    assert "role" not in tags("<c-alert>x</c-alert>").found[0][1]
    assert tags('<c-alert kind="error" live>x</c-alert>').found[0][1]["role"] == "alert"
    assert tags("<c-alert live>x</c-alert>").found[0][1]["role"] == "status"


def test_button_with_an_address_is_a_link():
    assert tags('<c-button href="/x/">x</c-button>').found[0][0] == "a"
    assert tags("<c-button>x</c-button>").only("button")["type"] == "submit"
