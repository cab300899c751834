// What the two maps of the country pages have in common.

export function failed(box, error) {
  if (error) console.warn("The map could not be drawn.", error);
  box.dataset.state = "failed";
  box.replaceChildren(Object.assign(document.createElement("p"), { className: "cf-map__slot", textContent: box.dataset.failed }));
}

// The library and the coastlines of the world; throws where the browser cannot draw.
export async function library(box) {
  if (!document.createElement("canvas").getContext("webgl2")) throw new Error("no WebGL");
  const [maplibre, answer] = await Promise.all([import(box.dataset.library), fetch(box.dataset.world)]);
  if (!answer.ok) throw new Error(`coastlines: ${answer.status}`);
  maplibre.setWorkerUrl(new URL(box.dataset.worker, location.href).href);
  return [maplibre, await answer.json()];
}

export function frameIn(maplibre, box, options) {
  const frame = Object.assign(document.createElement("div"), { className: "cf-map__frame" });
  box.replaceChildren(frame);
  const map = new maplibre.Map({
    container: frame, attributionControl: false, cooperativeGestures: true, dragRotate: false, pitchWithRotate: false,
    maxPitch: 0, renderWorldCopies: false, minZoom: -1, locale: { "Map.Title": box.dataset.canvas }, ...options,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
  map.once("idle", () => { box.dataset.state = "drawn"; });
  return map;
}
