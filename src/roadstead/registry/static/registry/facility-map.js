// Where a facility lies. The position above the map says the same; this file only adds the picture.

const LAND = "#d9dee3";
const WATER = "#f1f5f9";
const DOT = "#005ea2";

const box = document.getElementById("facility-map");
const points = JSON.parse(document.getElementById("facility-map-data").textContent);

function failed() {
  box.dataset.state = "failed";
  box.replaceChildren(Object.assign(document.createElement("p"), { className: "fac-map__slot", textContent: box.dataset.failed }));
}

function features() {
  return { type: "FeatureCollection", features: points.map(({ x, y, ...properties }) => ({
    type: "Feature", properties, geometry: { type: "Point", coordinates: [x, y] } })) };
}

function style(world) {
  return {
    version: 8,
    sources: { world: { type: "geojson", data: world }, points: { type: "geojson", data: features() } },
    layers: [
      { id: "water", type: "background", paint: { "background-color": WATER } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": LAND } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": "#ffffff", "line-width": 0.8 } },
      { id: "points", type: "circle", source: "points", paint: { "circle-color": DOT, "circle-radius": 7, "circle-stroke-color": "#ffffff", "circle-stroke-width": 2 } },
    ],
  };
}

async function draw() {
  try {
    if (!document.createElement("canvas").getContext("webgl2")) return failed();
    const [maplibre, answer] = await Promise.all([import(box.dataset.library), fetch(box.dataset.world)]);
    if (!answer.ok) return failed();
    maplibre.setWorkerUrl(new URL(box.dataset.worker, location.href).href);
    const frame = Object.assign(document.createElement("div"), { className: "fac-map__frame" });
    box.replaceChildren(frame);
    const map = new maplibre.Map({
      container: frame, style: style(await answer.json()), center: [points[0].x, points[0].y], zoom: 4,
      attributionControl: false, cooperativeGestures: true, dragRotate: false, pitchWithRotate: false, maxPitch: 0,
      renderWorldCopies: false, minZoom: 0, maxZoom: 9, locale: { "Map.Title": box.dataset.canvas },
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
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
