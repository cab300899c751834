// The log of a call on a phone: what is entered is in this browser at once, and leaves it only when the server has it.
// Entries wait in localStorage, in an outbox for each tab, under the log and the person; what is half typed beside them;
// pictures in IndexedDB. Every tab sends every outbox, so that what a killed page has left is sent by the next.

const log = document.querySelector("[data-log]");
const said = log.dataset;
const outbox = log.querySelector("[data-outbox]");
const clock = log.querySelector("[data-clock]");
const waitingList = log.querySelector("[data-waiting]");
const SOON = 400, LATER = 15000; // milliseconds
const PREFIX = `${said.key}.`, DRAFTS = `${said.key}!drafts`;
const memory = new Map(); // where the browser refuses to keep anything
const refused = new Map(); // by uid, why the server did not take it
let token = log.querySelector("[name=csrfmiddlewaretoken]").value;
let timer = 0, sending = false, full = false;

// crypto.randomUUID is there over https alone.
function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// A tab has a name of its own, which outlives a reload: two tabs are two devices.
function nameOfTab() {
  const name = fresh();
  try {
    const before = sessionStorage.getItem(said.key);
    if (before) return before;
    sessionStorage.setItem(said.key, name);
  } catch {
    // A tab that is reloaded is then a new one, which costs nothing.
  }
  return name;
}
const tab = nameOfTab();

function names() {
  const found = new Set([tab, ...memory.keys()]);
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at);
      if (key.startsWith(PREFIX)) found.add(key.slice(PREFIX.length));
    }
  } catch {
    // The browser keeps nothing; what waits is in memory, and it is said.
  }
  return [...found];
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)) || memory.get(name) || [];
  } catch {
    return memory.get(name) || [];
  }
}

function change(name, act) {
  const held = act(read(name));
  try {
    if (held.length) localStorage.setItem(PREFIX + name, JSON.stringify(held));
    else localStorage.removeItem(PREFIX + name);
    memory.delete(name);
    full = false;
  } catch {
    memory.set(name, held);
    full = true;
  }
  return held;
}

function allWaiting() {
  return names().flatMap((name) => read(name).map((entry) => ({ name, entry })));
}

function tell(text) {
  if (outbox.textContent !== text) outbox.textContent = text;
}

// Forms

function fields(form) {
  return [...form.elements].filter((one) => one.name && (one.type !== "radio" || one.checked));
}

function instant(value) {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : at.toISOString();
}

function local(value) {
  const at = new Date(value);
  if (!value || Number.isNaN(at.getTime())) return "";
  return new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

function contentOf(form) {
  const content = {};
  for (const one of fields(form)) content[one.name] = one.type === "datetime-local" ? one.value && instant(one.value) : one.value;
  return content;
}

function fill(form, content) {
  for (const [name, value] of Object.entries(content)) {
    const text = Array.isArray(value) ? value.join("\n") : value;
    for (const one of form.elements) {
      if (one.name !== name) continue;
      if (one.type === "radio") one.checked = one.value === text;
      else one.value = one.type === "datetime-local" ? local(text) : text;
    }
  }
}

function formOf(kind, content) {
  const id = kind === "duty" ? `f-${content.code}` : `f-${kind}`;
  return document.getElementById(id);
}

function correct(kind, content, uid) {
  const form = formOf(kind, content);
  if (!form) return;
  form.hidden = false;
  fill(form, content);
  form.dataset.corrects = uid;
  form.dataset.once = "true";
  const part = form.closest("details");
  if (part) part.open = true;
  let words = form.querySelector("[data-correcting]");
  if (!words) {
    words = document.createElement("p");
    words.dataset.correcting = "";
    words.className = "s-correcting";
    words.setAttribute("role", "status");
    form.prepend(words);
  }
  words.textContent = said.saidCorrecting;
  const first = form.querySelector("input:not([type=hidden]), textarea, select");
  if (first) first.focus();
}

function entered(form) {
  const entry = {
    uid: fresh(),
    kind: form.dataset.entry,
    content: contentOf(form),
    corrects: form.dataset.corrects || "",
    at: new Date().toISOString(),
  };
  change(tab, (held) => [...held, entry]);
  // What only one entry can say is corrected by the next; what there can be many of begins anew.
  if (["stay", "duty", "posts", "declaration"].includes(entry.kind)) form.dataset.corrects = entry.uid;
  else {
    form.dataset.corrects = "";
    form.reset();
  }
  if (entry.kind === "struck") form.hidden = true;
  const words = form.querySelector("[data-correcting]");
  if (words) words.remove();
  forgetDraft(form);
  soon();
}

// What is half typed

function drafts() {
  try {
    return JSON.parse(localStorage.getItem(DRAFTS)) || {};
  } catch {
    return {};
  }
}

function keepDrafts(held) {
  try {
    localStorage.setItem(DRAFTS, JSON.stringify(held));
  } catch {
    // It is said where an entry cannot be kept either.
  }
}

function keepDraft(form) {
  keepDrafts({ ...drafts(), [form.id]: contentOf(form) });
}

function forgetDraft(form) {
  const held = drafts();
  delete held[form.id];
  keepDrafts(held);
}

// What waits

function showWaiting() {
  const lines = allWaiting().map(({ name, entry }) => {
    const line = document.createElement("li");
    const told = Object.values(entry.content).flat().filter(Boolean).join(" · ");
    line.textContent = `${told} `;
    const why = refused.get(entry.uid);
    if (why) {
      const words = document.createElement("strong");
      words.textContent = `${said.saidRefused} ${why} `;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "usa-button usa-button--unstyled";
      button.textContent = said.saidBack;
      button.addEventListener("click", () => {
        change(name, (held) => held.filter((one) => one.uid !== entry.uid));
        refused.delete(entry.uid);
        correct(entry.kind, entry.content, entry.corrects);
        showWaiting();
      });
      line.append(words, button);
    }
    return line;
  });
  waitingList.replaceChildren(...lines);
}

function soon(wait = SOON) {
  tell(full ? said.saidFull : said.saidWaiting);
  showWaiting();
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

async function send() {
  if (sending) return;
  sending = true;
  let wait = 0, arrived = 0;
  for (const name of names()) {
    const held = read(name).filter((one) => !refused.has(one.uid));
    if (!held.length) continue;
    const taken = await sent(name, held);
    if (taken === null) {
      wait = LATER;
      break;
    }
    arrived += taken;
  }
  sending = false;
  const left = allWaiting().filter(({ entry }) => !refused.has(entry.uid));
  if (arrived) await renew();
  showWaiting();
  if (left.length) timer = setTimeout(send, wait || SOON);
  else await pictures();
}

// One outbox; how many entries the server took, or null where it could not be asked.
async function sent(name, held) {
  const body = { device: name, person: Number(said.person), sent_at: new Date().toISOString(), entries: held.slice(0, 200) };
  try {
    const answer = await post(said.keep, JSON.stringify(body), { "Content-Type": "application/json" });
    if (answer.ok) return taken(name, await answer.json());
    if (answer.type === "opaqueredirect" || answer.status === 403) tell(said.saidSignIn);
    else if (answer.status === 409) tell((await answer.json()).problem);
    else tell(said.saidWaiting);
  } catch {
    tell(full ? said.saidFull : said.saidWaiting);
  }
  return null;
}

function taken(name, answer) {
  change(name, (held) => held.filter((one) => !answer.kept.includes(one.uid)));
  for (const [uid, why] of Object.entries(answer.refused)) refused.set(uid, why);
  clock.textContent = answer.clock;
  clock.hidden = !answer.clock;
  const why = Object.values(answer.refused)[0];
  if (why) tell(`${said.saidRefused} ${why}`);
  else tell(allWaiting().length ? said.saidWaiting : said.saidKept);
  return answer.kept.length;
}

// A token is worth nothing after a new sign-in: then the page is asked for another, once.
async function post(where, body, headers = {}, again = true) {
  const how = { method: "POST", body, redirect: "manual", headers: { ...headers, "X-CSRFToken": token } };
  const answer = await fetch(where, how);
  if (answer.status !== 403 || !again) return answer;
  const page = await fetch(location.pathname, { redirect: "manual" });
  if (!page.ok) return page;
  const found = parsed(await page.text()).querySelector("[data-log] [name=csrfmiddlewaretoken]");
  if (!found || found.value === token) return answer;
  token = found.value;
  return post(where, body, headers, false);
}

function parsed(text) {
  return new DOMParser().parseFromString(text, "text/html");
}

// What stands now, as the server has it; the forms keep what is typed in them.
async function renew() {
  try {
    const answer = await fetch(location.pathname, { redirect: "manual" });
    if (!answer.ok) return;
    const page = parsed(await answer.text());
    for (const one of log.querySelectorAll("[data-live]")) {
      const now = page.querySelector(`[data-live="${one.dataset.live}"]`);
      if (now) one.replaceWith(document.adoptNode(now));
    }
    for (const form of log.querySelectorAll("form[data-entry]")) {
      const now = page.getElementById(form.id);
      if (now && !form.querySelector("[data-correcting]")) form.dataset.corrects = now.dataset.corrects || "";
    }
  } catch {
    // The next that arrives shows it.
  }
}

// Pictures

function store(mode, act) {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open(said.key, 1);
    open.onupgradeneeded = () => open.result.createObjectStore("pictures", { keyPath: "id" });
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const work = open.result.transaction("pictures", mode);
      const asked = act(work.objectStore("pictures"));
      work.oncomplete = () => { open.result.close(); resolve(asked.result); };
      work.onerror = () => { open.result.close(); reject(work.error); };
      work.onabort = () => { open.result.close(); reject(work.error); };
    };
  });
}

function pictureSays(id, text) {
  const list = log.querySelector("[data-pictures]");
  let line = [...list.children].find((one) => one.dataset.id === id);
  if (!line) {
    line = document.createElement("li");
    line.dataset.id = id;
    list.append(line);
  }
  line.textContent = text;
}

async function chosen(input) {
  const picked = [...input.files];
  input.value = "";
  for (const blob of picked) {
    const id = fresh();
    if (blob.size > Number(said.limit)) {
      const size = `${(blob.size / 1048576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} MB`;
      pictureSays(id, `${blob.name}: ${said.saidLarge.replace("{size}", size)}`);
      continue;
    }
    try {
      await store("readwrite", (rows) => rows.put({ id, name: blob.name, blob }));
      pictureSays(id, `${blob.name}: ${said.saidPicture}`);
    } catch {
      pictureSays(id, `${blob.name}: ${said.saidFull}`);
    }
  }
  soon();
}

async function pictures() {
  let held = [], arrived = 0;
  try {
    held = await store("readonly", (rows) => rows.getAll());
  } catch {
    return;
  }
  for (const one of held) {
    const form = new FormData();
    form.append("uid", one.id);
    form.append("file", one.blob, one.name);
    try {
      const answer = await post(said.picturesAt, form);
      if (![201, 413, 422].includes(answer.status)) throw new Error(String(answer.status));
      const told = answer.status === 413 ? { problem: said.saidLarge.replace("{size}", "") } : await answer.json();
      await store("readwrite", (rows) => rows.delete(one.id));
      pictureSays(one.id, told.said || `${one.name}: ${told.problem}`);
      arrived += 1;
    } catch {
      pictureSays(one.id, `${one.name}: ${said.saidPicture}`);
      soon(LATER);
      return;
    }
  }
  if (!arrived) return;
  await renew();
  tell(said.saidKept);
}

log.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.entry) {
    event.preventDefault();
    entered(form);
  } else if ("report" in form.dataset && allWaiting().length) {
    event.preventDefault();
    soon(0);
    tell(said.saidFirst);
  }
});
log.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-entry]");
  if (form) keepDraft(form);
});
log.addEventListener("change", (event) => {
  if ("picture" in event.target.dataset) chosen(event.target);
});
log.addEventListener("click", (event) => {
  const button = event.target.closest("[data-correct], [data-strike]");
  if (!button) return;
  if (button.dataset.strike) correct("struck", {}, button.dataset.strike);
  else correct(button.dataset.kind, JSON.parse(button.dataset.content), button.dataset.correct);
});
window.addEventListener("online", () => soon(0));
window.addEventListener("offline", () => tell(allWaiting().length ? said.saidWaiting : said.saidOffline));
window.addEventListener("beforeunload", (event) => {
  if (full && allWaiting().length) event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  if (allWaiting().length) soon(0);
});

for (const one of log.querySelectorAll("[data-utc]")) one.value = local(one.dataset.utc);
for (const [id, content] of Object.entries(drafts())) {
  const form = document.getElementById(id);
  if (!form) continue;
  fill(form, content);
  const part = form.closest("details");
  if (part) part.open = true;
}
if (allWaiting().length) soon(0);
else pictures();
