// The world coloured by a measure. The table below says the same; this file only adds the picture.
import { failed, frameIn, library } from "./drawing.js";

const COLOURS = {
  alarm: "#8b1303", ask: "#e5a000", advised: "#7a8fa6", former: "#c7b299", land: "#e3e7eb", none: "#a9aeb1",
  good: "#4d8055", lack: "#d0654f", "step-1": "#9dc3e6", "step-2": "#4a86c5", "step-3": "#162e51",
  "officer-1": "#0b648f", "officer-2": "#c05600", "officer-3": "#54278f", "officer-4": "#5d7d0c",
  "officer-5": "#ab2165", "officer-6": "#8a7237", "officer-7": "#2e8367", "officer-8": "#6a7d9e", others: "#3d4551",
};
const LAND = "#f0f2f4"; // not among the countries that were found
const WATER = "#f1f5f9";
const SMALL = 2.2; // degrees; a country narrower than this is also drawn as a dot
const VIEW = [[-125, -48], [178, 68]];

const box = document.getElementById("countries-map");
const facts = JSON.parse(document.getElementById("countries-map-data").textContent);
const byCode = new Map(facts.map((entry) => [entry.iso, entry]));

function bounds(coordinates, found = [180, 90, -180, -90]) {
  if (typeof coordinates[0] === "number") {
    const [x, y] = coordinates;
    return [Math.min(found[0], x), Math.min(found[1], y), Math.max(found[2], x), Math.max(found[3], y)];
  }
  return coordinates.reduce((sofar, part) => bounds(part, sofar), found);
}

// Small States are dots, placed on their largest island, so that nobody overlooks them.
function dots(world) {
  const found = [];
  for (const feature of world.features) {
    if (!byCode.has(feature.properties.iso)) continue;
    const { type, coordinates } = feature.geometry;
    const parts = type === "MultiPolygon" ? coordinates : [coordinates];
    const boxes = parts.map((part) => bounds(part)).map((b) => ({ b, size: (b[2] - b[0]) * (b[3] - b[1]) }));
    const main = boxes.reduce((a, c) => (c.size > a.size ? c : a)).b;
    if (main[2] - main[0] > SMALL || main[3] - main[1] > SMALL) continue;
    const middle = [(main[0] + main[2]) / 2, (main[1] + main[3]) / 2];
    found.push({ type: "Feature", properties: { iso: feature.properties.iso }, geometry: { type: "Point", coordinates: middle } });
  }
  return { type: "FeatureCollection", features: found };
}

function byMeasure() {
  const pairs = facts.flatMap((entry) => [entry.iso, COLOURS[entry.colour]]);
  return pairs.length ? ["match", ["coalesce", ["get", "iso"], ""], ...pairs, LAND] : LAND;
}

function style(world) {
  return {
    version: 8,
    sources: { world: { type: "geojson", data: world }, dots: { type: "geojson", data: dots(world) } },
    layers: [
      { id: "water", type: "background", paint: { "background-color": WATER } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": byMeasure() } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": "#ffffff", "line-width": 0.6 } },
      { id: "chosen", type: "line", source: "world", filter: ["==", ["get", "iso"], ""], paint: { "line-color": "#1b1b1b", "line-width": 2 } },
      { id: "dots", type: "circle", source: "dots", paint: { "circle-color": byMeasure(), "circle-radius": 4, "circle-stroke-color": "#ffffff", "circle-stroke-width": 1 } },
      { id: "chosen-dot", type: "circle", source: "dots", filter: ["==", ["get", "iso"], ""], paint: { "circle-color": "transparent", "circle-radius": 8, "circle-stroke-color": "#1b1b1b", "circle-stroke-width": 2 } },
    ],
  };
}

function choose(map, iso) {
  map.setFilter("chosen", ["==", ["get", "iso"], iso]);
  map.setFilter("chosen-dot", ["==", ["get", "iso"], iso]);
}

function answers(map, maplibre) {
  const popup = new maplibre.Popup({ closeButton: false, closeOnClick: false, className: "cf-popup" });
  const at = (point) => map.queryRenderedFeatures(point, { layers: ["dots", "land"] }).map((f) => byCode.get(f.properties.iso)).find(Boolean);
  map.on("mousemove", ({ point, lngLat }) => {
    const entry = at(point);
    map.getCanvas().style.cursor = entry ? "pointer" : "";
    choose(map, entry?.iso ?? "");
    if (!entry) return popup.remove();
    const text = document.createElement("div");
    text.append(Object.assign(document.createElement("strong"), { textContent: entry.name }), document.createElement("br"), entry.words);
    popup.setLngLat(lngLat).setDOMContent(text).addTo(map);
  });
  map.on("mouseout", () => { popup.remove(); choose(map, ""); });
  map.on("click", ({ point }) => { const entry = at(point); if (entry) location.assign(entry.href); });
}

// A row of the table under the pointer or the focus is shown on the map.
function followTable(map) {
  for (const row of document.querySelectorAll("[data-country]")) {
    for (const coming of ["pointerenter", "focusin"]) row.addEventListener(coming, () => choose(map, row.dataset.country));
    for (const leaving of ["pointerleave", "focusout"]) row.addEventListener(leaving, () => choose(map, ""));
  }
}

async function draw() {
  try {
    const [maplibre, world] = await library(box);
    const map = frameIn(maplibre, box, { style: style(world), bounds: VIEW, fitBoundsOptions: { padding: 8 }, maxZoom: 7 });
    answers(map, maplibre);
    map.once("load", () => followTable(map));
  } catch (error) {
    failed(box, error);
  }
}

// A megabyte and a half of coastline waits until somebody scrolls near it.
if (box) {
  new IntersectionObserver((entries, watcher) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    draw();
  }, { rootMargin: "200px" }).observe(box);
}
