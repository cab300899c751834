// The queue by keyboard, and alive: the ship in hand is the one that has the focus, and keeps it when the rows are
// renewed. Everything also works without this file.

const HAND = "roadstead-queue-in-hand"; // in the session of the tab: the ship to come back to
const ACTING = "roadstead-queue-acting"; // in the session of the tab: an act was begun here
const OFF = "roadstead-keys-off"; // in the browser: single keys do nothing (WCAG 2.1.4)
const keys = document.getElementById("keys");
const said = document.getElementById("queue-said");
let hand = sessionStorage.getItem(HAND);

const rows = () => [...document.querySelectorAll("#queue tr[data-row]")];
const rowInHand = () => document.activeElement.closest?.("#queue tr[data-row]") ?? rows().find((row) => row.dataset.row === hand);

function take(row) {
  row?.querySelector("[data-open]").focus();
}

function keep(row) {
  hand = row.dataset.row;
  sessionStorage.setItem(HAND, hand);
}

function step(by) {
  const all = rows();
  const now = all.indexOf(rowInHand());
  take(all[now < 0 ? 0 : Math.min(Math.max(now + by, 0), all.length - 1)]);
}

function follow(what) {
  const row = rowInHand();
  const link = row?.querySelector(`[data-${what}]`);
  if (!link) return;
  keep(row);
  sessionStorage.setItem(ACTING, "1");
  link.click();
}

const DOES = {
  j: () => step(1),
  k: () => step(-1),
  Enter: () => follow("open"),
  o: () => follow("open"),
  d: () => follow("decide"),
  q: () => follow("ask"),
  a: () => follow("assign"),
  n: () => follow("note"),
  "/": () => document.getElementById("id_q")?.focus(),
  "?": () => keys.showModal(),
};

function isWriting(target) {
  return Boolean(target.closest("input, select, textarea, [contenteditable]"));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open || isWriting(event.target)) return;
  const inList = Boolean(event.target.closest("#queue tr[data-row]"));
  if (inList && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
    return;
  }
  if (localStorage.getItem(OFF) || !Object.hasOwn(DOES, event.key)) return;
  if (event.key === "Enter" && event.target.closest("a, button")) return; // what has the focus does what it does
  event.preventDefault();
  DOES[event.key]();
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest("#queue tr[data-row]");
  if (row) keep(row);
});

// Help, and single keys off and on

const opener = document.querySelector("[data-keys-open]");
const turner = keys.querySelector("[data-keys-off]");

function label() {
  turner.textContent = localStorage.getItem(OFF) ? turner.dataset.on : turner.dataset.off;
}

opener.hidden = false;
opener.addEventListener("click", () => keys.showModal());
turner.addEventListener("click", () => {
  if (localStorage.getItem(OFF)) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
  label();
});
label();

// Rows that renew themselves

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.id === "queue" && document.hidden) event.preventDefault();
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const whole = event.detail.serverResponse ?? "";
  if (event.target.id === "queue" && !whole.includes("data-queue")) event.detail.shouldSwap = false; // signed out, say
});

// Fields that are new have the focus taken from them; the ship in hand keeps it, wherever its row stands now.
let held = null;
document.addEventListener("htmx:beforeSwap", () => {
  const focused = document.activeElement;
  const row = focused.closest?.("#queue tr[data-row]");
  held = row ? { row: row.dataset.row, which: [...row.querySelectorAll("a")].indexOf(focused) } : null;
});
document.addEventListener("htmx:afterSwap", () => {
  const queue = document.getElementById("queue");
  if (queue && said) said.textContent = queue.dataset.said;
  const row = held && rows().find((one) => one.dataset.row === held.row);
  if (row && document.activeElement !== row.querySelectorAll("a")[held.which]) row.querySelectorAll("a")[held.which]?.focus({ preventScroll: true });
  held = null;
});

// Back from an act: the same ship, or the first one if it wants nobody any more
if (hand && document.activeElement === document.body && sessionStorage.getItem(ACTING)) take(rowInHand() ?? rows()[0]);
sessionStorage.removeItem(ACTING);
