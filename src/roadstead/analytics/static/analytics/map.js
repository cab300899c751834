// The map of a what-if: countries that the draft changes, ports of call there, US ports where the ships arrive. The
// tables below it say the same; this file only adds the picture.

const LAND = "#d9dee3";
const WATER = "#f1f5f9";
const CHANGES = { add: "#c9705f", remove: "#7ba884", except: "#e0b84f" };
const DOTS = { foreign: "#8b1303", us: "#005ea2" };
const SMALLEST = 4;
const LARGEST = 18;
const WORLD = [[-130, -40], [150, 62]];

const box = document.getElementById("what-if-map");
const facts = JSON.parse(document.getElementById("what-if-map-data").textContent);

function failed() {
  box.dataset.state = "failed";
  box.replaceChildren(Object.assign(document.createElement("p"), { className: "wif-map__slot", textContent: box.dataset.failed }));
}

// The area of a dot tells its number; the largest are drawn first, so that they hide none.
function points() {
  const most = Math.max(1, ...facts.points.map((point) => point.n));
  const features = [...facts.points].sort((a, b) => b.n - a.n).map(({ x, y, n, ...properties }) => ({
    type: "Feature", geometry: { type: "Point", coordinates: [x, y] },
    properties: { ...properties, size: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(n / most) },
  }));
  return { type: "FeatureCollection", features };
}

function style(world) {
  const pairs = facts.countries.flatMap((country) => [country.iso, CHANGES[country.change]]);
  const fill = pairs.length ? ["match", ["coalesce", ["get", "iso"], ""], ...pairs, LAND] : LAND;
  return {
    version: 8,
    sources: { world: { type: "geojson", data: world }, points: { type: "geojson", data: points() } },
    layers: [
      { id: "water", type: "background", paint: { "background-color": WATER } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": fill } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": "#ffffff", "line-width": 0.6 } },
      { id: "points", type: "circle", source: "points", paint: {
        "circle-color": ["match", ["get", "kind"], "us", DOTS.us, DOTS.foreign], "circle-radius": ["get", "size"],
        "circle-opacity": 0.75, "circle-stroke-color": "#ffffff", "circle-stroke-width": 1 } },
    ],
  };
}

function answers(map, maplibre) {
  const popup = new maplibre.Popup({ closeButton: false, closeOnClick: false, className: "wif-popup" });
  map.on("mousemove", ({ point, lngLat }) => {
    const found = map.queryRenderedFeatures(point, { layers: ["points"] })[0];
    if (!found) return popup.remove();
    const text = document.createElement("div");
    const name = Object.assign(document.createElement("strong"), { textContent: found.properties.name });
    text.append(name, document.createElement("br"), found.properties.words);
    popup.setLngLat(lngLat).setDOMContent(text).addTo(map);
  });
  map.on("mouseout", () => popup.remove());
}

async function draw() {
  try {
    if (!document.createElement("canvas").getContext("webgl2")) return failed();
    const [maplibre, answer] = await Promise.all([import(box.dataset.library), fetch(box.dataset.world)]);
    if (!answer.ok) return failed();
    maplibre.setWorkerUrl(new URL(box.dataset.worker, location.href).href);
    const frame = Object.assign(document.createElement("div"), { className: "wif-map__frame" });
    box.replaceChildren(frame);
    const map = new maplibre.Map({
      container: frame, style: style(await answer.json()), bounds: WORLD, fitBoundsOptions: { padding: 8 },
      attributionControl: false, cooperativeGestures: true, dragRotate: false, pitchWithRotate: false, maxPitch: 0,
      renderWorldCopies: false, minZoom: -1, maxZoom: 9, locale: { "Map.Title": box.dataset.canvas },
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
    answers(map, maplibre);
    map.once("idle", () => { box.dataset.state = "drawn"; });
  } catch (error) {
    console.warn("The map could not be drawn.", error);
    failed();
  }
}

// The coastline waits until somebody scrolls near it.
new IntersectionObserver((entries, watcher) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  watcher.disconnect();
  draw();
}, { rootMargin: "200px" }).observe(box);
