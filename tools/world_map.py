"""Countries as GeoJSON from the world-atlas topology (Natural Earth, 1:50 million).

The topology glues what crosses the 180th meridian, so Russia, Fiji and Antarctica would be drawn as stripes right
across the map; `antimeridian` cuts them there. States too small to have a shape at this scale become points, so that
none is missing from the map.
"""

import warnings
from typing import Any

import antimeridian
import pycountry

DECIMALS = 3  # about 100 m: far finer than the drawing
SHORTEST_RING = 4

# ISO 3166 areas without a shape of their own at this scale, at their chief settlement (longitude, latitude).
POINTS = {
    "BQ": (-68.27, 12.15),
    "BV": (3.36, -54.42),
    "CC": (96.83, -12.16),
    "CX": (105.67, -10.42),
    "GF": (-52.33, 4.93),
    "GI": (-5.35, 36.14),
    "GP": (-61.53, 16.24),
    "MQ": (-61.07, 14.6),
    "RE": (55.45, -20.88),
    "SJ": (15.64, 78.22),
    "TK": (-171.85, -9.17),
    "TV": (179.2, -8.52),
    "UM": (-177.37, 28.21),
    "YT": (45.23, -12.78),
}
# Areas that the topology leaves without an ISO number. Drawing takes no side: areas that hold no ISO code are drawn
# with the State whose code covers them, and those that fit none keep their name without a code.
UNNUMBERED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}

Point = tuple[float, float]
Ring = list[Point]


def world(topology: dict[str, Any]) -> dict[str, Any]:
    """A feature collection with `iso` (alpha-2, or null) and `name`; points for States without a shape."""
    arcs = [_decode(arc, topology["transform"]) for arc in topology["arcs"]]
    shapes: dict[tuple[str | None, str], list[list[Ring]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        key = _identity(geometry)
        shapes.setdefault(key, []).extend(_polygons(geometry, arcs))
    features = [_shape(iso, name, polygons) for (iso, name), polygons in shapes.items()]
    drawn = {iso for iso, _ in shapes}
    features += [_point(iso, place) for iso, place in POINTS.items() if iso not in drawn]
    _check_complete(features)
    features.sort(key=lambda feature: feature["properties"]["iso"] or "~" + feature["properties"]["name"])
    return {
        "type": "FeatureCollection",
        "source": "Natural Earth 1:50m (public domain) by way of world-atlas 2.0.2 (ISC)",
        "points_for_want_of_a_shape": sorted(POINTS),
        "features": features,
    }


def _identity(geometry: dict[str, Any]) -> tuple[str | None, str]:
    name = geometry["properties"]["name"]
    if country := pycountry.countries.get(numeric=geometry.get("id") or ""):
        return country.alpha_2, getattr(country, "common_name", country.name)
    iso = UNNUMBERED.get(name)
    country = pycountry.countries.get(alpha_2=iso or "")
    return iso, country.name if country else name


def _decode(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """Undo the topology's delta coding."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    points: Ring = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return points


def _polygons(geometry: dict[str, Any], arcs: list[Ring]) -> list[list[Ring]]:
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [[_ring(indices, arcs) for indices in part] for part in parts]


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """Join arcs end to end; a negative index means the arc backwards."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def _shape(iso: str | None, name: str, polygons: list[list[Ring]]) -> dict[str, Any]:
    geometry: dict[str, Any] = {"type": "MultiPolygon", "coordinates": polygons}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", antimeridian.FixWindingWarning)
        # Straight cuts: at this scale the great circle differs by less than a line's width.
        fixed = antimeridian.fix_geojson(geometry, great_circle=False)
    parts = fixed["coordinates"] if fixed["type"] == "MultiPolygon" else [fixed["coordinates"]]
    rounded = [rings for part in parts if (rings := _rounded(part))]
    return {
        "type": "Feature",
        "properties": {"iso": iso, "name": name},
        "geometry": {"type": "MultiPolygon", "coordinates": rounded},
    }


def _rounded(part: list[Ring]) -> list[list[list[float]]]:
    """The rings with few decimals, without repeated points, and without rings that rounding made vanish."""
    rings: list[list[list[float]]] = []
    for ring in part:
        points: list[list[float]] = []
        for x, y in ring:
            point = [round(x, DECIMALS), round(y, DECIMALS)]
            if not points or points[-1] != point:
                points.append(point)
        if len(points) < SHORTEST_RING:
            if not rings:
                return []
            continue
        rings.append(points)
    return rings


def _point(iso: str, place: Point) -> dict[str, Any]:
    country = pycountry.countries.get(alpha_2=iso)
    if country is None:
        raise KeyError(iso)
    name = getattr(country, "common_name", country.name)
    return {
        "type": "Feature",
        "properties": {"iso": iso, "name": name},
        "geometry": {"type": "Point", "coordinates": list(place)},
    }


def _check_complete(features: list[dict[str, Any]]) -> None:
    """Every ISO area is on the map, and nothing spans it from edge to edge."""
    missing = {country.alpha_2 for country in pycountry.countries} - {f["properties"]["iso"] for f in features}
    if missing:
        raise ValueError(f"No shape and no point for {sorted(missing)}")
    for feature in features:
        if feature["geometry"]["type"] == "Point" or feature["properties"]["iso"] == "AQ":
            continue
        for part in feature["geometry"]["coordinates"]:
            longitudes = [x for x, _ in part[0]]
            if max(longitudes) - min(longitudes) > 180:
                raise ValueError(f"{feature['properties']['name']} is drawn across the whole map")
