"""The front-end parts: pinned, complete, fit to be served, and drawn rightly."""

import importlib.util
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

REPOSITORY = Path(__file__).resolve().parents[3]
LOCK = REPOSITORY / "frontend" / "package-lock.json"


def load(name: str):
    spec = importlib.util.spec_from_file_location(name, REPOSITORY / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def build():
    return load("build_assets")


@pytest.fixture(scope="module")
def vendor(build) -> Path:
    if not finders.find("vendor/uswds/css/uswds.min.css"):
        pytest.fail("The front-end parts are not built: run “make assets”.")
    return build.VENDOR


@pytest.fixture(scope="module")
def world(vendor) -> dict:
    return json.loads((vendor / "world" / "world.geojson").read_text())


def test_versions_are_exact_and_the_lock_names_no_registry():
    wanted = json.loads((REPOSITORY / "frontend" / "package.json").read_text())["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    lock = json.loads(LOCK.read_text())
    assert lock["packages"][""]["dependencies"] == wanted
    assert "resolved" not in LOCK.read_text()
    assert all("integrity" in entry for path, entry in lock["packages"].items() if path)


def test_second_build_is_skipped(build, vendor, capsys, monkeypatch):
    monkeypatch.setattr(build, "_install", lambda: pytest.fail("npm was called"))
    assert build.main([]) == 0
    assert "up to date" in capsys.readouterr().out


def test_changed_or_missing_files_are_built_again(build, tmp_path, monkeypatch):
    monkeypatch.setattr(build, "VENDOR", tmp_path)
    assert not build._is_current("x")
    (tmp_path / build.STAMP).write_text(json.dumps({"inputs": "x", "files": [["a.css", 1]]}))
    assert not build._is_current("x")
    (tmp_path / "a.css").write_text("a")
    assert build._is_current("x")
    assert not build._is_current("y")


def test_unreachable_registry_is_explained(build):
    assert "name a mirror" in build._advice("npm error code ENOTFOUND")
    assert "checksum" in build._advice("npm error code EINTEGRITY")
    assert "lock file" in build._advice("npm error something else")


def test_failed_build_says_so_and_keeps_the_old_files(build, tmp_path, monkeypatch, capsys):
    def refuse() -> None:
        raise build.AssetsError("no registry")

    (tmp_path / "old.css").write_text("a")
    monkeypatch.setattr(build, "VENDOR", tmp_path)
    monkeypatch.setattr(build, "_install", refuse)
    assert build.main([]) == 1
    assert "no registry" in capsys.readouterr().err
    assert (tmp_path / "old.css").exists()


def test_files_are_collected_under_hashed_names(vendor, tmp_path):
    storage = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=storage):
        call_command("collectstatic", interactive=False, verbosity=0)
    names = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    assert {
        "vendor/uswds/css/uswds.min.css",
        "vendor/maplibre/maplibre-gl.mjs",
        "roadstead/roadstead.css",
    } <= names.keys()
    assert len(names) < 300


def test_kept_files_name_no_source_map(vendor):
    texts = [path for path in vendor.rglob("*") if path.suffix in (".css", ".js", ".mjs")]
    assert not [path.name for path in texts if b"sourceMappingURL=" in path.read_bytes()[-200:]]


def test_every_country_is_on_the_map_once(world):
    import pycountry

    codes = [feature["properties"]["iso"] for feature in world["features"] if feature["properties"]["iso"]]
    assert len(codes) == len(set(codes))
    assert {country.alpha_2 for country in pycountry.countries} <= set(codes)
    points = {f["properties"]["iso"] for f in world["features"] if f["geometry"]["type"] == "Point"}
    assert points == set(world["points_for_want_of_a_shape"])


@pytest.mark.parametrize("iso", ["RU", "FJ", "US", "NZ", "KI"])
def test_nothing_is_drawn_across_the_whole_map(world, iso):
    (feature,) = [f for f in world["features"] if f["properties"]["iso"] == iso]
    for polygon in feature["geometry"]["coordinates"]:
        longitudes = [x for x, _ in polygon[0]]
        assert max(longitudes) - min(longitudes) < 180


def test_coordinates_are_short_and_rings_closed(world):
    for feature in world["features"]:
        if feature["geometry"]["type"] == "Point":
            continue
        for ring in (ring for polygon in feature["geometry"]["coordinates"] for ring in polygon):
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert all(round(x, 3) == x and -180 <= x <= 180 for x, _ in ring)
