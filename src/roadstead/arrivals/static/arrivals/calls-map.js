// The calls of an arrival. The timeline below says the same; this file only adds the picture.

const COLOURS = { alarm: "#8b1303", ask: "#e5a000", quiet: "#a9aeb1", here: "#005ea2" };
const box = document.getElementById("calls-map");
const points = JSON.parse(document.getElementById("calls-map-data").textContent);

function failed(error) {
  if (error) console.warn("The map could not be drawn.", error);
  box.dataset.state = "failed";
  box.replaceChildren(Object.assign(document.createElement("p"), { className: "arr-map__slot", textContent: box.dataset.failed }));
}

// Each step by the shorter way round: beyond 180 degrees the world is drawn once more.
function unrolled() {
  let last = null;
  return points.map((one) => {
    let [x, y] = one.at;
    if (last !== null) {
      while (x - last > 180) x -= 360;
      while (x - last < -180) x += 360;
    }
    last = x;
    return { ...one, at: [x, y] };
  });
}

const feature = (geometry, properties = {}) => ({ type: "Feature", properties, geometry });

function style(world, found) {
  const line = feature({ type: "LineString", coordinates: found.map((one) => one.at) });
  const dots = found.map(({ at, ...properties }) => feature({ type: "Point", coordinates: at }, properties));
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: world },
      way: { type: "geojson", data: { type: "FeatureCollection", features: found.length > 1 ? [line] : [] } },
      calls: { type: "geojson", data: { type: "FeatureCollection", features: dots } },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": "#f1f5f9" } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": "#d9dee3" } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": "#ffffff", "line-width": 0.8 } },
      { id: "way", type: "line", source: "way", paint: { "line-color": "#3d4551", "line-width": 1.5, "line-dasharray": [2, 2] } },
      { id: "calls", type: "circle", source: "calls", paint: { "circle-color": ["match", ["get", "tone"], ...Object.entries(COLOURS).flat(), COLOURS.quiet], "circle-radius": 7, "circle-stroke-color": "#ffffff", "circle-stroke-width": 2 } },
    ],
  };
}

function bounds(found) {
  const xs = found.map((one) => one.at[0]);
  const ys = found.map((one) => one.at[1]);
  return [[Math.min(...xs) - 2, Math.max(Math.min(...ys) - 2, -85)], [Math.max(...xs) + 2, Math.min(Math.max(...ys) + 2, 85)]];
}

function answers(map, maplibre) {
  const popup = new maplibre.Popup({ closeButton: false, closeOnClick: false, className: "arr-popup" });
  map.on("mousemove", ({ point }) => {
    const [found] = map.queryRenderedFeatures(point, { layers: ["calls"] });
    if (!found) return popup.remove();
    const text = document.createElement("div");
    text.append(Object.assign(document.createElement("strong"), { textContent: found.properties.name }), document.createElement("br"), found.properties.words);
    popup.setLngLat(found.geometry.coordinates).setDOMContent(text).addTo(map);
  });
  map.on("mouseout", () => popup.remove());
}

async function draw() {
  try {
    if (!document.createElement("canvas").getContext("webgl2")) return failed();
    const [maplibre, answer] = await Promise.all([import(box.dataset.library), fetch(box.dataset.world)]);
    if (!answer.ok) return failed();
    maplibre.setWorkerUrl(new URL(box.dataset.worker, location.href).href);
    const found = unrolled();
    const frame = Object.assign(document.createElement("div"), { className: "arr-map__frame" });
    box.replaceChildren(frame);
    const map = new maplibre.Map({
      container: frame, style: style(await answer.json(), found), bounds: bounds(found), fitBoundsOptions: { padding: 30, maxZoom: 6 },
      attributionControl: false, cooperativeGestures: true, dragRotate: false, pitchWithRotate: false, maxPitch: 0,
      minZoom: -1, maxZoom: 9, locale: { "Map.Title": box.dataset.canvas },
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
    map.once("idle", () => { box.dataset.state = "drawn"; });
    answers(map, maplibre);
  } catch (error) {
    failed(error);
  }
}

// The coastline waits until somebody scrolls near it.
new IntersectionObserver((entries, watcher) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  watcher.disconnect();
  draw();
}, { rootMargin: "200px" }).observe(box);
