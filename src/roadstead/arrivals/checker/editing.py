"""Edits that the form's buttons ask for without a script: `do=add`, `do=remove:2`, `do=set:p2:NGAPP` …"""

from dataclasses import replace
from datetime import date, timedelta

from roadstead.arrivals.checker import moments
from roadstead.arrivals.checker.bridge import DAY_ENDS
from roadstead.arrivals.checker.drafts import MOST_CALLS, Draft, Row


def apply(draft: Draft, do: str) -> Draft:
    """The draft after an edit; an edit that makes no sense changes nothing.

    add, remove:N, up:N, down:N, sort and edit leave a form to go on with; set:NAME:VALUE goes on to the verdict.
    """
    verb, _sep, rest = do.partition(":")
    if verb == "set":
        name, _sep, value = rest.partition(":")
        return replace(draft.with_value(name, value), editing=False)
    if verb == "clear":
        return Draft()
    rows = list(draft.rows)
    if verb == "add" and len(rows) < MOST_CALLS:
        rows.append(Row())
    elif verb == "sort":
        rows.sort(key=_departure, reverse=True)
    elif rest.isascii() and rest.isdigit() and 1 <= int(rest) <= len(rows):
        rows = _moved(rows, verb, int(rest) - 1)
    return replace(draft, rows=tuple(rows) or (Row(),), editing=True)


def _moved(rows: list[Row], verb: str, at: int) -> list[Row]:
    if verb == "remove":
        return rows[:at] + rows[at + 1 :]
    other = at - 1 if verb == "up" else at + 1 if verb == "down" else at
    if 0 <= other < len(rows):
        rows[at], rows[other] = rows[other], rows[at]
    return rows


def _departure(row: Row) -> str:
    """Departures that can be read in order; the others behind them, as they stood."""
    moment = moments.read(row.departed).moment(DAY_ENDS)
    return moment.isoformat() if moment else ""


def example(today: date) -> Draft:
    """An invented voyage for a first look: one call hangs on a terminal that nobody named."""
    return Draft(
        to="USHOU",
        eta=f"{today + timedelta(days=3)}T06:00",
        ship="Example (invented)",
        flag="PA",
        type="General Dry Cargo Ship",
        commercial="y",
        rows=(
            Row(port="JMKIN", arrived=_ago(today, 5), departed=_ago(today, 4), purpose="bunkers"),
            Row(
                port="NGAPP", arrived=_ago(today, 24), departed=_ago(today, 21),
                security_level_2="y", access_points_guarded="y", declaration_of_security="r", logged="y",
            ),
            Row(port="GHTEM", arrived=_ago(today, 27), departed=_ago(today, 26)),
            Row(port="ESALG", arrived=_ago(today, 37), departed=_ago(today, 36)),
            Row(port="NLRTM", arrived=_ago(today, 44), departed=_ago(today, 41)),
        ),
    )  # fmt: skip


def _ago(today: date, days: int) -> str:
    return (today - timedelta(days=days)).isoformat()
