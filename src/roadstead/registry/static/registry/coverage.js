// The world map of responsible officers. The tables beside and below say the same; this file only adds the picture.

const GAP = "#8b1303";
const OFFICERS = [
  "#3b6ea8", "#e0a030", "#4f9d69", "#8e6bb0", "#2a9d9a", "#b8860b", "#6b8e23",
  "#5c7cfa", "#a0699b", "#1f7a6c", "#c9a227", "#4a6078", "#7fb069", "#9d8df1",
  "#0e7c9b", "#8d7b4a", "#46825c", "#7d5ba6", "#5fa8d3", "#a3a36b",
];
const LAND = "#cdd4db";
const WATER = "#f1f5f9";
const SMALL = 3.2; // degrees; a country narrower than this is also drawn as a dot
const VIEW = [[-130, -50], [178, 70]]; // where there are ports

const box = document.getElementById("coverage-map");
const facts = JSON.parse(document.getElementById("coverage-map-data").textContent);
const byCode = new Map(facts.map((entry) => [entry.iso, entry]));

function failed() {
  box.dataset.state = "failed";
  box.replaceChildren(Object.assign(document.createElement("p"), { className: "rs-cover__slot", textContent: box.dataset.failed }));
}

function bounds(coordinates, box = [180, 90, -180, -90]) {
  if (typeof coordinates[0] === "number") {
    const [x, y] = coordinates;
    return [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  return coordinates.reduce((found, part) => bounds(part, found), box);
}

// Small States are dots, placed on their largest island, so that nobody overlooks them.
function dots(world) {
  const found = [];
  for (const feature of world.features) {
    const entry = byCode.get(feature.properties.iso);
    if (!entry) continue;
    const parts = feature.geometry.type === "MultiPolygon" ? feature.geometry.coordinates : [feature.geometry.coordinates];
    const boxes = parts.map((part) => bounds(part)).map((b) => ({ b, size: (b[2] - b[0]) * (b[3] - b[1]) }));
    const main = boxes.reduce((a, c) => (c.size > a.size ? c : a)).b;
    if (main[2] - main[0] > SMALL || main[3] - main[1] > SMALL) continue;
    const coordinates = [(main[0] + main[2]) / 2, (main[1] + main[3]) / 2];
    found.push({ type: "Feature", properties: { iso: entry.iso }, geometry: { type: "Point", coordinates } });
  }
  return { type: "FeatureCollection", features: found };
}

function byOfficer() {
  const pairs = facts.flatMap((entry) => [entry.iso, entry.colour === "gap" ? GAP : OFFICERS[entry.colour]]);
  return pairs.length ? ["match", ["coalesce", ["get", "iso"], ""], ...pairs, LAND] : LAND;
}

function style(world) {
  return {
    version: 8,
    sources: { world: { type: "geojson", data: world }, dots: { type: "geojson", data: dots(world) } },
    layers: [
      { id: "water", type: "background", paint: { "background-color": WATER } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": byOfficer() } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": "#ffffff", "line-width": 0.6 } },
      { id: "chosen", type: "line", source: "world", filter: ["==", ["get", "iso"], ""], paint: { "line-color": "#1b1b1b", "line-width": 2 } },
      { id: "dots", type: "circle", source: "dots", paint: { "circle-color": byOfficer(), "circle-radius": 5.5, "circle-stroke-color": "#ffffff", "circle-stroke-width": 1.5 } },
      { id: "chosen-dot", type: "circle", source: "dots", filter: ["==", ["get", "iso"], ""], paint: { "circle-color": "transparent", "circle-radius": 9, "circle-stroke-color": "#1b1b1b", "circle-stroke-width": 2 } },
    ],
  };
}

function choose(map, iso) {
  map.setFilter("chosen", ["==", ["get", "iso"], iso]);
  map.setFilter("chosen-dot", ["==", ["get", "iso"], iso]);
}

function answers(map, maplibre) {
  const popup = new maplibre.Popup({ closeButton: false, closeOnClick: false, className: "rs-cover__popup" });
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
    if (!document.createElement("canvas").getContext("webgl2")) return failed();
    const [maplibre, answer] = await Promise.all([import(box.dataset.library), fetch(box.dataset.world)]);
    if (!answer.ok) return failed();
    maplibre.setWorkerUrl(new URL(box.dataset.worker, location.href).href);
    const frame = Object.assign(document.createElement("div"), { className: "rs-cover__frame" });
    box.replaceChildren(frame);
    const map = new maplibre.Map({
      container: frame, style: style(await answer.json()), bounds: VIEW, fitBoundsOptions: { padding: 8 },
      attributionControl: false, cooperativeGestures: true, dragRotate: false, pitchWithRotate: false, maxPitch: 0,
      renderWorldCopies: false, minZoom: -1, maxZoom: 7, locale: { "Map.Title": box.dataset.canvas },
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
    answers(map, maplibre);
    map.once("load", () => followTable(map));
    map.once("idle", () => { box.dataset.state = "drawn"; });
  } catch (error) {
    console.warn("The map could not be drawn.", error);
    failed();
  }
}

// A megabyte and a half of coastline waits until somebody scrolls near it.
new IntersectionObserver((entries, watcher) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  watcher.disconnect();
  draw();
}, { rootMargin: "200px" }).observe(box);
