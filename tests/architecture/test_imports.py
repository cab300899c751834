"""Who may look at whom: the contracts hold, and what imports do not show is checked here."""

import sys

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model
from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure

from tests.architecture.source import ROOT, SOURCE, imports, modules, name, storeys

PURE = ("core",)
FROM_OUTSIDE = {"rulebook": {"msgspec", "yaml"}, "wire": {"msgspec", "openpyxl"}}  # notices come as workbooks, too


def test_the_contracts_hold(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "src"))
    monkeypatch.chdir(ROOT)
    configure()
    assert lint_imports(str(ROOT / "pyproject.toml"), no_logo=True, cache_dir=None), capsys.readouterr().out


def test_every_package_has_its_storey() -> None:
    present = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    declared = set().union(*storeys())
    assert present == declared


@pytest.mark.parametrize("package", PURE)
def test_the_core_imports_the_standard_library_alone(package: str) -> None:
    allowed = sys.stdlib_module_names | {"roadstead"}
    for path in modules(SOURCE / package):
        for imported in imports(path):
            assert imported.split(".")[0] in allowed, f"{name(path)} imports {imported}"
            assert not imported.startswith("roadstead.") or imported.startswith(f"roadstead.{package}"), name(path)


def test_the_core_has_no_clock_no_chance_and_no_files() -> None:
    forbidden = {
        "time",
        "random",
        "secrets",
        "uuid",
        "os",
        "io",
        "pathlib",
        "socket",
        "subprocess",
        "shutil",
        "sqlite3",
    }
    for path in modules(SOURCE / "core"):
        assert not forbidden & {imported.split(".")[0] for imported in imports(path)}, name(path)


@pytest.mark.parametrize("package", FROM_OUTSIDE)
def test_the_rule_book_and_the_wire_import_little(package: str) -> None:
    allowed = sys.stdlib_module_names | {"roadstead"} | FROM_OUTSIDE[package]
    for path in modules(SOURCE / package):
        assert {imported.split(".")[0] for imported in imports(path)} <= allowed, name(path)


def own_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("roadstead.")]


def test_models_are_found() -> None:
    assert own_models()


def test_foreign_keys_point_down_the_storeys() -> None:
    height = {package: number for number, floor in enumerate(reversed(storeys())) for package in floor}
    for model in own_models():
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey) or (field.many_to_many and not field.auto_created):
                target = field.related_model
                here, there = (height[one.__module__.split(".")[1]] for one in (model, target))
                assert there <= here, f"{model.__name__}.{field.name} points up to {target.__name__}"
