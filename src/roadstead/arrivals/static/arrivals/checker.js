// The voyage checker, made quicker: ports are looked up while typing, days have a calendar, calls are added in place,
// and what was typed stays in the address. Every bit of it also works without this file.

import { combobox } from "./combobox.js";

const form = document.getElementById("voyage");
const WAIT = 400; // milliseconds of quiet before the address is brought up to date
const LONGEST = 7900;

// Ports and terminals

function portFound(found) {
  const more = [found.subdivision, found.country_name].filter(Boolean).join(", ");
  return { value: `${found.name}, ${found.country_name} (${found.code})`, text: found.label, note: `${found.code} · ${more}` };
}

async function ports(text, signal) {
  const address = new URL(form.dataset.ports, location.href);
  address.searchParams.set("q", text);
  const answer = await fetch(address, { signal });
  return answer.ok ? (await answer.json()).results.map(portFound) : [];
}

async function fillTerminals(input) {
  const number = input.name.slice(1);
  const list = document.getElementById(`terminals-${number}`);
  const code = input.value.match(/\(([A-Za-z]{2})[A-Za-z0-9]{0,3}\)\s*$/);
  if (!list) return;
  list.replaceChildren();
  if (!code) return;
  const address = new URL(form.dataset.terminals, location.href);
  address.searchParams.set("country", code[1]);
  address.searchParams.set("eta", form.elements.eta.value);
  const answer = await fetch(address);
  if (!answer.ok) return;
  const { results } = await answer.json();
  list.replaceChildren(...results.map(({ value, note }) => {
    const option = new Option(note, value);
    return option;
  }));
}

// Days

function calendar(input) {
  const native = document.createElement("input");
  if (typeof native.showPicker !== "function" || input.parentElement.classList.contains("chk-day")) return;
  native.type = "date";
  native.className = "chk-day__native";
  native.tabIndex = -1;
  native.setAttribute("aria-hidden", "true");
  const box = document.createElement("span");
  box.className = "chk-day";
  const open = document.createElement("button");
  open.type = "button";
  open.className = "chk-tool chk-day__open";
  open.setAttribute("aria-label", `${form.dataset.calendar}: ${input.labels[0]?.innerText ?? ""}`);
  open.append(document.getElementById("calendar-icon").content.cloneNode(true));
  input.replaceWith(box);
  box.append(input, native, open);
  open.addEventListener("click", () => {
    native.value = (input.value.match(/^\d{4}-\d{2}-\d{2}/) ?? [""])[0];
    native.showPicker();
  });
  native.addEventListener("change", () => {
    if (!native.value) return;
    const time = (input.value.match(/[ T](\d{1,2}:\d{2})$/) ?? [""])[0];
    input.value = native.value + time;
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// What was typed stays in the address, so that a reload or a way back loses nothing.

let timer;
function remember() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const kept = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value && !(value === "cargo" || name === "table")) kept.append(name, value);
    kept.set("edit", "1");
    const address = `${form.getAttribute("action")}?${kept}`;
    if (address.length < LONGEST && !document.querySelector(".chk-verdict")) history.replaceState(null, "", address);
  }, WAIT);
}

// Adding, moving and removing calls without leaving the page

function dress(root) {
  root.querySelectorAll("[data-port]").forEach((input) => {
    combobox(input, { find: ports, words: form.dataset, picked: () => input.name !== "to" && fillTerminals(input) });
    if (input.name !== "to") input.addEventListener("change", () => fillTerminals(input));
  });
  root.querySelectorAll("[data-day]").forEach(calendar);
}

async function edit(button) {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value && name !== "table") asked.append(name, value);
  asked.set("do", button.value);
  const address = `${form.getAttribute("action")}?${asked}`;
  const answer = await fetch(address);
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const calls = page.getElementById("calls-part");
  if (!calls) return false;
  document.getElementById("calls-part").replaceWith(calls);
  form.elements.n.value = page.querySelector("#voyage [name=n]").value;
  dress(calls);
  remember();
  settle(button.value, calls);
  return true;
}

function settle(done, calls) {
  const [verb, number] = done.split(":");
  const rows = [...calls.querySelectorAll(".chk-call")];
  const at = { add: rows.length - 1, up: number - 2, down: Number(number), remove: Math.min(number - 1, rows.length - 1) }[verb] ?? 0;
  const row = rows[at];
  row?.querySelector("[data-port]")?.focus();
  document.getElementById("chk-said").textContent = row ? row.querySelector("legend").innerText : "";
}

if (form) {
  dress(form);
  form.addEventListener("input", remember);
  form.addEventListener("change", remember);
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    // A table that was pasted and not read yet is read now; it is too long for an address.
    form.method = form.elements.table?.value.trim() ? "post" : "get";
    if (!button?.matches("[data-edit]")) return;
    event.preventDefault();
    if (!(await edit(button))) {
      const plain = document.createElement("input");
      Object.assign(plain, { type: "hidden", name: "do", value: button.value });
      form.append(plain);
      form.submit();
    }
  });
}

// The verdict

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = document.querySelector(".chk-copied");
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = said.dataset.copied;
    } catch {
      said.textContent = said.dataset.failed;
    }
  });
}

function openAddressed() {
  const target = document.getElementById(location.hash.slice(1) || "-");
  target?.closest("details")?.setAttribute("open", "");
  if (target?.matches("details")) target.open = true;
}
addEventListener("hashchange", openAddressed);
openAddressed();
for (const link of document.querySelectorAll('a[href^="#"]')) link.addEventListener("click", () => setTimeout(openAddressed));
// On paper every reason is read: folded parts open for printing.
addEventListener("beforeprint", () => document.querySelectorAll(".chk-trace details").forEach((fold) => { fold.open = true; }));
