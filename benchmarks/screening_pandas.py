"""The same screening in pandas, as its author would write it. Truth is 0 no, 1 unknown, 2 yes: “and” is the lesser."""

from pathlib import Path

import numpy as np
import pandas as pd  # type: ignore[import-untyped]  # its stubs would be one more dependency
import pyarrow as pa

MEASURES = ["security_level_2", "access_points_guarded", "dos_attempted", "logged", "reported"]
COLUMNS = ["voyage_id", "arrival_at", "country", "port", "facility", "departed_at", "purpose", *MEASURES]
DOMESTIC = ["US", "PR", "VI", "GU", "MP", "AS", "UM"]
DOUBTFUL = ["anchorage", "ship_to_ship", "medical", "other"]
LAST_CALLS = 5
OUTCOMES = np.array(["does_not_apply", "cannot_tell", "applies"])
STEPS = ("caught", "caught_on_visit", "brings")


def screen(plain: Path, target: Path, small: dict[str, pa.Table]) -> None:
    """small: standings, berths, wordings and consequences, the small tables that the engine asks, ready made."""
    lists = {name: table.to_pandas() for name, table in small.items()}
    calls = pd.read_parquet(plain, columns=COLUMNS)
    days = pd.to_datetime(lists["wordings"].on_day).astype("datetime64[us]")
    lists["wordings"]["on_day"] = days
    eta = calls.arrival_at.dt.tz_localize(None)
    calls["day"] = eta.dt.floor("D").clip(days.min(), days.max())
    arrivals = calls.groupby("voyage_id", sort=False).day.max().rename("arrival_day").reset_index()
    stops = _stops(calls)
    listed = _listed(stops, lists["standings"])
    judged = _judged(_beside(_placed(stops, listed), lists["berths"]))
    said = _said(judged, lists["wordings"], lists["consequences"])
    _verdicts(arrivals, said, lists["wordings"]).to_parquet(target, compression="zstd", index=False)


def _stops(calls: pd.DataFrame) -> pd.DataFrame:
    """Stops that may take a place."""
    calls["country"] = calls.country.fillna(calls.port.str[:2])
    takes = ~calls.country.isin(DOMESTIC) & (calls.departed_at <= calls.arrival_at) & (calls.purpose != "canal_transit")
    stops = calls[takes]
    return stops.assign(is_call=np.where(stops.purpose.isin(DOUBTFUL), 1, 2).astype("int8"))


def _listed(stops: pd.DataFrame, standings: pd.DataFrame) -> pd.DataFrame:
    for name in ("at_day", "visit_open", "visit_listed"):
        standings[name] = pd.to_datetime(standings[name].astype(str)).astype("datetime64[us]")
    possible = stops[stops.country.isin(standings.at_country.unique())]
    return possible.merge(standings, left_on=["country", "day"], right_on=["at_country", "at_day"])


def _placed(stops: pd.DataFrame, listed: pd.DataFrame) -> pd.DataFrame:
    """Listed calls with how many other stops are surely, or perhaps, later."""
    asked = listed[["voyage_id", "departed_at"]].drop_duplicates()
    others = stops.loc[stops.voyage_id.isin(asked.voyage_id), ["voyage_id", "departed_at", "is_call"]]
    pairs = others.merge(asked, on="voyage_id", suffixes=("", "_asked"))
    pairs = pairs[pairs.departed_at >= pairs.departed_at_asked]
    pairs["surely"] = (pairs.departed_at > pairs.departed_at_asked) & (pairs.is_call == 2)
    counted = pairs.groupby(["voyage_id", "departed_at_asked"]).agg(low=("surely", "sum"), high=("surely", "size"))
    counted.index.names = ["voyage_id", "departed_at"]
    return listed.merge(counted.reset_index(), on=["voyage_id", "departed_at"])


def _beside(listed: pd.DataFrame, berths: pd.DataFrame) -> pd.DataFrame:
    listed["at_port"] = listed.port.fillna("").where(listed.by_port, "")
    listed["at_facility"] = listed.facility.fillna("")
    keys = ["at_exceptions", "at_port", "at_facility"]
    found = listed.rename(columns={"exceptions": "at_exceptions"}).merge(berths, on=keys, how="left")
    return found.fillna({"excepted_code": 0, "duties_only_code": 0})


def _judged(calls: pd.DataFrame) -> pd.DataFrame:
    departed = calls.departed_at.dt.tz_localize(None).dt.floor("D")
    counted = np.select([calls.high <= LAST_CALLS, calls.low + 1 > LAST_CALLS], [2, 0], 1)
    visited = np.select([departed >= calls.visit_listed, departed < calls.visit_open], [2, 0], 1)
    met = np.minimum.reduce([_truth(calls[name]) for name in MEASURES])
    caught = np.minimum.reduce([counted, calls.is_call, calls.listed_code, 2 - calls.excepted_code])
    calls["caught"] = caught
    calls["caught_on_visit"] = np.minimum(caught, visited)
    calls["brings"] = np.minimum(caught, 2 - calls.duties_only_code)
    calls["guards_met"] = np.maximum.reduce([calls.duties_only_code, met, 2 - caught])
    for number, name in enumerate(MEASURES, 1):
        calls[f"C{number}"] = (_truth(calls[name]) == 0) & (caught > 0)
    return calls.assign(caught_calls=caught == 2, unknown_calls=caught == 1)


def _truth(measure: "pd.Series[bool]") -> np.ndarray[tuple[int], np.dtype[np.int8]]:
    return np.where(measure.isna(), 1, np.where(measure == True, 2, 0)).astype("int8")  # noqa: E712 - null is no True


def _said(judged: pd.DataFrame, wordings: pd.DataFrame, consequences: pd.DataFrame) -> pd.DataFrame:
    unmet = {f"C{number}": "any" for number in range(1, 6)}
    counts = {"caught_calls": "sum", "unknown_calls": "sum", "day": "max", "guards_met": "min"}
    voyages = judged.groupby("voyage_id").agg(counts | unmet | dict.fromkeys(STEPS, "max")).reset_index()
    texts = [voyages[name].map({True: f"{name} ", False: ""}) for name in unmet]
    voyages["unmet_duties"] = sum(texts[1:], texts[0]).str.strip()
    voyages = voyages.merge(wordings[["on_day", "wording"]], left_on="day", right_on="on_day")
    same = ["wording", "brings", "guards_met"]
    return voyages.merge(consequences, left_on=same, right_on=[f"in_{name}" for name in same])


def _verdicts(arrivals: pd.DataFrame, said: pd.DataFrame, wordings: pd.DataFrame) -> pd.DataFrame:
    found = arrivals.merge(said, on="voyage_id", how="left")
    found = found.merge(
        wordings[["on_day", "edition"]].rename(columns={"on_day": "of"}), left_on="arrival_day", right_on="of"
    )
    counts = {name: found[name].fillna(0).astype("int16") for name in ("caught_calls", "unknown_calls")}
    words = {name: found[name].fillna("none") for name in ("boarding", "armed_guards")}
    on_arrival, on_visit = (OUTCOMES[found[name].fillna(0).astype(int)] for name in STEPS[:2])
    tests = {"arrival_in_us": on_arrival, "visit_to_listed_port": on_visit}
    columns = {
        "voyage_id": found.voyage_id,
        "outcome": on_arrival,
        **counts,
        "unmet_duties": found.unmet_duties.fillna(""),
    }
    return pd.DataFrame(columns | words | tests | {"edition": found.edition})
