// The page of an arrival by keyboard: the keys of the queue do here what they do there, and Escape goes back to it.

const OFF = "roadstead-keys-off"; // as the queue keeps it

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
  if (event.target.closest("input, select, textarea, dialog, [contenteditable], .maplibregl-map")) return;
  const link = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
