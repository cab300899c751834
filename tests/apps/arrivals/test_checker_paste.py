"""Tables pasted from spreadsheets."""

import pytest

from roadstead.arrivals.checker import paste, report
from roadstead.arrivals.checker.drafts import MOST_CALLS, Draft, Row

HEADED = [
    ["Port", "Terminal", "Arrived", "Departed", "Purpose", "DoS"],
    ["Apapa", "APM", "2024-05-01", "2024-05-02", "Loading", "refused"],
]


def table(rows, sign):
    return "\r\n".join(sign.join(cells) for cells in rows)


@pytest.mark.parametrize("sign", ["\t", ";", ","])
def test_every_usual_sign_parts_the_columns(sign):
    found = paste.read(table(HEADED, sign))
    assert found.problem == ""
    assert [line.row for line in found.lines] == [
        Row("Apapa", "APM", "2024-05-01", "2024-05-02", "cargo", declaration_of_security="r")
    ]


def test_commas_inside_names_do_not_part_columns():
    found = paste.read("Port;Departed\nLagos, NG;2024-05-02\nTema, GH;2024-05-01\n")
    assert [line.row.port for line in found.lines] == ["Lagos, NG", "Tema, GH"]
    quoted = paste.read('Port,Departed\n"Lagos, NG",2024-05-02\n')
    assert quoted.lines[0].row.port == "Lagos, NG"


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value"),
    [
        ("Last port", "Tema", "port", "Tema"),
        ("UN/LOCODE", "GHTEM", "port", "GHTEM"),
        ("Berth", "Quay 3", "terminal", "Quay 3"),
        ("IMO port facility number", "GHTEM-0001", "terminal", "GHTEM-0001"),
        ("ATA", "1 May 2024", "arrived", "2024-05-01"),
        ("Departure date", "1 May 2024", "departed", "2024-05-01"),
        ("Date of departure", "1 May 2024", "departed", "2024-05-01"),
        ("Purpose of call", "STS", "purpose", "ship_to_ship"),
        ("Security level", "2", "security_level_2", "y"),
        ("Security level", "1", "security_level_2", ""),
        ("Guarded", "No", "access_points_guarded", "n"),
        ("DoS", "yes", "declaration_of_security", "t"),
        ("DoS", "not attempted", "declaration_of_security", "n"),
        ("Logged", "X", "logged", "y"),
        ("Reported to COTP", "n/a", "reported", ""),
    ],
)
def test_headings_in_common_wordings(heading, cell, field, value):
    other = "Port" if field != "port" else "Departed"
    found = paste.read(f"{heading}\t{other}\n{cell}\t{'Tema' if other == 'Port' else '2024-05-01'}\n")
    assert getattr(found.lines[0].row, field) == value


def test_separate_columns_of_country_number_and_time_come_together():
    found = paste.read(
        "Port\tCountry\tFacility\tFacility number\tDeparture date\tDeparture time\n"
        "Lagos\tNG\tAPM\tNGAPP-0001\t2024-05-01\t14:30\n"
    )
    assert found.lines[0].row == Row("Lagos, NG", "APM (NGAPP-0001)", departed="2024-05-01T14:30")


def test_without_headings_days_tell_the_columns_apart():
    found = paste.read("Apapa\tAPM\t2024-05-01\t2024-05-02\tcargo\nTema\t\t2024-04-28\t2024-04-29\tbunkers\n")
    assert found.lines[0].row == Row("Apapa", "APM", "2024-05-01", "2024-05-02", "cargo")
    assert paste.read("Tema\t2024-04-29").lines[0].row == Row("Tema", departed="2024-04-29")


def test_what_cannot_be_read_stays_as_typed():
    found = paste.read("Port\tArrived\tDeparted\nApapa\t45123\t03/04/2024\n")
    assert found.lines[0].row == Row("Apapa", arrived="45123", departed="03/04/2024")


def test_unknown_purpose_and_answer_are_said_not_guessed():
    found = paste.read("Port\tDeparted\tPurpose\tLogged\nApapa\t2024-05-01\tfishing\tperhaps\n")
    line = found.lines[0]
    assert (line.row.purpose, line.row.logged) == ("other", "")
    assert len(line.notes) == 2


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        ('=HYPERLINK("http://x")', "formula"),
        ("@SUM(A1)", "formula"),
        ("Apa\x00pa", "U+0000"),
        ("Apa\u202epa", "U+202E"),
        ("x" * 300, "200"),
    ],
)
def test_formulas_and_hidden_characters_are_not_taken(cell, word):
    found = paste.read(f"Port\tDeparted\n{cell}\t2024-05-01\nTema\t2024-05-02\n")
    assert found.lines[0].row is None
    assert word in found.lines[0].notes[0]
    assert found.lines[1].row == Row("Tema", departed="2024-05-02")


@pytest.mark.parametrize(
    "text", ["", "  \n ", "hello", "a;b\nc;d", '"open', "x" * 300_000, "\n" * 5, "Port\n" * 3_000, "\ufeff", "\t\t\t"]
)
def test_what_is_no_table_is_refused_with_a_word(text):
    found = paste.read(text)
    assert found.problem
    assert not found.lines


def test_six_hundred_rows_keep_the_latest(db):
    rows = [f"Tema\t{2000 + number // 300}-{1 + number // 28 % 10:02d}-{1 + number % 28:02d}" for number in range(599)]
    merged = report.merge(Draft(), "Port\tDeparted\n" + "\n".join([*rows, "Apapa\t2024-05-01"]))
    assert len(merged.pasted.lines) == 600
    assert len(merged.draft.rows) == MOST_CALLS
    assert merged.draft.rows[0] == Row("Apapa", departed="2024-05-01")
    assert min(row.departed for row in merged.draft.rows) >= "2001"


def test_pasting_adds_to_what_was_typed():
    typed = Draft(to="USHOU", rows=(Row("GHTEM", departed="2024-05-01"), Row()))
    merged = report.merge(typed, "Port\tDeparted\nApapa\t2024-05-02\n")
    assert [row.port for row in merged.draft.rows] == ["GHTEM", "Apapa"]
    assert merged.draft.to == "USHOU"
