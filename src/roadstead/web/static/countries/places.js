// Ports and facilities of one country. The tables below say the same; this file only adds the picture.
import { failed, frameIn, library } from "./drawing.js";

const COLOURS = { expired: "#8b1303", soon: "#e5a000", valid: "#4d8055", unknown: "#a9aeb1" };
const box = document.getElementById("places-map");

function features() {
  const points = JSON.parse(document.getElementById("places-map-data").textContent);
  return points.map(({ at, ...properties }) => ({ type: "Feature", properties, geometry: { type: "Point", coordinates: at } }));
}

function style(world, found) {
  const source = (wanted) => ({ type: "geojson", data: { type: "FeatureCollection", features: found.filter((one) => (one.properties.kind === "port") === wanted) } });
  const colour = ["match", ["get", "kind"], ...Object.entries(COLOURS).flat(), COLOURS.unknown];
  return {
    version: 8,
    sources: { world: { type: "geojson", data: world }, ports: source(true), facilities: source(false) },
    layers: [
      { id: "water", type: "background", paint: { "background-color": "#f1f5f9" } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": ["case", ["==", ["get", "iso"], box.dataset.country], "#dfe6d8", "#e9ecef"] } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": "#a9aeb1", "line-width": 0.7 } },
      { id: "ports", type: "circle", source: "ports", paint: { "circle-color": "#ffffff", "circle-radius": 4.5, "circle-stroke-color": "#3d4551", "circle-stroke-width": 1.5 } },
      { id: "facilities", type: "circle", source: "facilities", paint: { "circle-color": colour, "circle-radius": 5.5, "circle-stroke-color": "#ffffff", "circle-stroke-width": 1 } },
    ],
  };
}

// Where most of it lies: a port on a far island does not shrink the coast to a dot.
function view(found) {
  const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const points = found.map((one) => one.geometry.coordinates);
  const [x, y] = [middle(points.map((at) => at[0])), middle(points.map((at) => at[1]))];
  const near = points.filter((at) => Math.abs(at[0] - x) < 40 && Math.abs(at[1] - y) < 30);
  const xs = near.map((at) => at[0]);
  const ys = near.map((at) => at[1]);
  return [[Math.min(...xs) - 0.5, Math.min(...ys) - 0.5], [Math.max(...xs) + 0.5, Math.max(...ys) + 0.5]];
}

function answers(map, maplibre) {
  const popup = new maplibre.Popup({ closeButton: false, closeOnClick: false, className: "cf-popup" });
  const at = (point) => map.queryRenderedFeatures(point, { layers: ["facilities", "ports"] })[0];
  map.on("mousemove", ({ point }) => {
    const feature = at(point);
    map.getCanvas().style.cursor = feature?.properties.href ? "pointer" : "";
    if (!feature) return popup.remove();
    const text = document.createElement("div");
    text.append(Object.assign(document.createElement("strong"), { textContent: feature.properties.name }), document.createElement("br"), feature.properties.words);
    popup.setLngLat(feature.geometry.coordinates).setDOMContent(text).addTo(map);
  });
  map.on("mouseout", () => popup.remove());
  map.on("click", ({ point }) => { const href = at(point)?.properties.href; if (href) location.assign(href); });
}

async function draw() {
  try {
    const [maplibre, world] = await library(box);
    const found = features();
    const map = frameIn(maplibre, box, { style: style(world, found), bounds: view(found), fitBoundsOptions: { padding: 30, maxZoom: 8 }, maxZoom: 12 });
    answers(map, maplibre);
  } catch (error) {
    failed(box, error);
  }
}

if (box) {
  new IntersectionObserver((entries, watcher) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    draw();
  }, { rootMargin: "200px" }).observe(box);
}
