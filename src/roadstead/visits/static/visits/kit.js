// The kit of a visit: everything typed is in this browser at once, and leaves it only when the server has it.
// Texts and answers wait in localStorage, in an outbox for each tab, under the uid of the visit and the person; pictures
// in IndexedDB. Every tab sends every outbox, so that what a page that was killed has left is sent by the next.

const kit = document.querySelector("[data-kit]");
const said = kit.dataset;
const outbox = kit.querySelector("[data-outbox]");
const clock = kit.querySelector("[data-clock]");
const SOON = 1200, LATER = 15000; // milliseconds
const SIDE = 2560, QUALITY = 0.85; // of a picture that is made smaller
const PREFIX = `${said.key}.`;
const memory = new Map(); // where the browser refuses to keep anything
let token = kit.querySelector("[name=csrfmiddlewaretoken]").value;
let timer = 0, sending = false, full = false;

// crypto.randomUUID is there over https alone.
function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// A tab has a name of its own, which outlives a reload: two tabs are two devices, and do not write over each other.
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
    return JSON.parse(localStorage.getItem(PREFIX + name)) || memory.get(name) || { notes: {}, answers: {} };
  } catch {
    return memory.get(name) || { notes: {}, answers: {} };
  }
}

function change(name, act) {
  const held = read(name);
  act(held);
  try {
    if (waits(held)) localStorage.setItem(PREFIX + name, JSON.stringify(held));
    else localStorage.removeItem(PREFIX + name);
    memory.delete(name);
    full = false;
  } catch {
    memory.set(name, held);
    full = true;
  }
  return held;
}

function waits(held) {
  return Object.keys(held.notes).length + Object.keys(held.answers).length;
}

function allWait() {
  return names().reduce((sum, name) => sum + waits(read(name)), 0);
}

function tell(text) {
  if (outbox.textContent !== text) outbox.textContent = text;
}

function article(uid) {
  const found = kit.querySelector(`[data-note="${CSS.escape(uid)}"]`);
  if (found) return found;
  const copy = kit.querySelector("[data-blank]").content.firstElementChild.cloneNode(true);
  copy.dataset.note = uid;
  for (const one of copy.querySelectorAll("[id]")) one.id = one.id.replace("blank", uid);
  for (const one of copy.querySelectorAll("[for]")) one.htmlFor = one.htmlFor.replace("blank", uid);
  for (const one of copy.querySelectorAll("[data-observe]")) one.href = one.href.replace("blank", uid);
  kit.querySelector("[data-notes]").append(copy);
  return copy;
}

function fieldOf(uid, name) {
  return article(uid).querySelector(`[data-field="${CSS.escape(name)}"]`);
}

function noteSays(uid, text) {
  article(uid).querySelector("[data-state]").textContent = text;
}

function typed(field) {
  const uid = field.closest("[data-note]").dataset.note, name = field.dataset.field;
  change(tab, (held) => {
    const note = (held.notes[uid] ||= { fields: {} });
    note.fields[name] = { value: field.value, at: new Date().toISOString(), base: Number(field.dataset.revision) };
  });
  soon();
}

function answered(radio) {
  const row = radio.closest("[data-element]"), element = row.dataset.element;
  const facility = radio.closest("[data-checklist]").dataset.checklist, base = Number(row.dataset.revision);
  change(tab, (held) => {
    const one = { element, facility, looked: radio.value, at: new Date().toISOString(), base };
    held.answers[`${facility}|${element}`] = one;
  });
  soon();
}

function soon(wait = SOON) {
  tell(full ? said.saidFull : said.saidWaiting);
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

async function send() {
  if (sending) return;
  sending = true;
  let wait = 0;
  for (const name of names()) {
    const held = read(name);
    if (waits(held) && !(await sent(name, held))) {
      wait = LATER;
      break;
    }
  }
  sending = false;
  if (allWait()) timer = setTimeout(send, wait || SOON);
  else await pictures();
}

// One outbox, and whether the server has it now.
async function sent(name, held) {
  const notes = Object.entries(held.notes).map(([uid, note]) => ({ uid, fields: note.fields }));
  const body = { device: name, person: Number(said.person), sent_at: new Date().toISOString(), notes };
  body.answers = Object.values(held.answers);
  try {
    const answer = await post(said.keep, JSON.stringify(body), { "Content-Type": "application/json" });
    if (answer.ok) {
      return arrived(name, held, await answer.json());
    }
    if (answer.type === "opaqueredirect" || answer.status === 403) tell(said.saidSignIn);
    else if (answer.status === 409) tell((await answer.json()).problem);
    else tell(said.saidWaiting);
  } catch {
    tell(full ? said.saidFull : said.saidWaiting);
  }
  return false;
}

// A token is worth nothing after a new sign-in: then the page is asked for another, once.
async function post(where, body, headers = {}, again = true) {
  const how = { method: "POST", body, redirect: "manual", headers: { ...headers, "X-CSRFToken": token } };
  const answer = await fetch(where, how);
  if (answer.status !== 403 || !again) return answer;
  const page = await fetch(location.pathname, { redirect: "manual" });
  if (!page.ok) return page;
  const parsed = new DOMParser().parseFromString(await page.text(), "text/html");
  const found = parsed.querySelector("[data-kit] [name=csrfmiddlewaretoken]");
  if (!found || found.value === token) return answer;
  token = found.value;
  return post(where, body, headers, false);
}

// What was typed while it was on its way stays; what the server has goes. Whether all of it was taken.
function arrived(name, held, answer) {
  const left = change(name, (now) => {
    for (const [uid, note] of Object.entries(answer.notes)) leave(now.notes, uid, held.notes[uid], note);
    for (const key of Object.keys(answer.answers)) {
      if (now.answers[key]?.at === held.answers[key]?.at) delete now.answers[key];
    }
  });
  for (const [uid, note] of Object.entries(answer.notes)) noteArrived(uid, note);
  for (const [key, one] of Object.entries(answer.answers)) answerArrived(key, one);
  for (const [uid, why] of Object.entries(answer.refused)) noteSays(uid, `${said.saidRefused} ${why}`);
  clock.textContent = answer.clock;
  clock.hidden = !answer.clock;
  const refused = Object.values(answer.refused)[0] || answer.problem;
  tell(waits(left) ? refused || said.saidWaiting : said.saidKept);
  return !refused;
}

function leave(notes, uid, before, note) {
  const now = notes[uid];
  if (!now) return;
  for (const [name, field] of Object.entries(before.fields)) {
    if (now.fields[name]?.at === field.at) delete now.fields[name];
    // What is typed on goes from what stands now, if that is one's own; else it is held against the other's.
    else if (now.fields[name] && note.values[name] === field.value) now.fields[name].base = note.revisions[name];
  }
  if (!Object.keys(now.fields).length) delete notes[uid];
}

function typedOn(uid, name) {
  return names().some((one) => read(one).notes[uid]?.fields[name]);
}

function noteArrived(uid, note) {
  for (const [name, value] of Object.entries(note.values)) {
    const field = fieldOf(uid, name);
    if (field.value !== value && !typedOn(uid, name) && document.activeElement !== field) field.value = value;
    // A text that nobody was shown is no ground for the next: it is then put beside, and not written over.
    if (field.value === value) field.dataset.revision = note.revisions[name];
  }
  const others = article(uid).querySelector("[data-others]");
  others.replaceChildren(...note.others.map(wording));
  for (const one of article(uid).querySelectorAll("[data-observe]")) one.hidden = false;
  noteSays(uid, note.aside.length ? said.saidAside : "");
}

function wording(other) {
  const block = document.createElement("div"), head = document.createElement("p"), text = document.createElement("p");
  block.className = "rs-note__other";
  head.className = "rs-soft";
  head.textContent = other.said;
  text.textContent = other.value;
  text.className = "rs-note__wording";
  text.dir = "auto";
  block.append(head, text);
  return block;
}

function answerArrived(key, one) {
  const [facility, element] = key.split("|");
  const list = `[data-checklist="${CSS.escape(facility)}"] [data-element="${CSS.escape(element)}"]`;
  const row = kit.querySelector(list);
  if (!row) return;
  const waiting = names().some((name) => read(name).answers[key]);
  if (!waiting) {
    row.dataset.revision = one.revision;
    const radio = row.querySelector(`input[value="${one.looked}"]`);
    if (radio) radio.checked = true;
  }
  row.querySelector("[data-others]").textContent = one.others;
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

function pictureSays(uid, id, text) {
  const list = article(uid).querySelector("[data-pictures]");
  let line = [...list.children].find((one) => one.dataset.id === id);
  if (!line) {
    line = document.createElement("li");
    line.dataset.id = id;
    list.append(line);
  }
  line.textContent = text;
  return line;
}

function megabytes(size) {
  return `${(size / 1048576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} MB`;
}

function chosen(input) {
  const uid = input.closest("[data-note]").dataset.note, picked = [...input.files];
  input.value = "";
  for (const blob of picked) take(uid, fresh(), blob.name, blob);
}

async function take(uid, id, name, blob) {
  if (blob.size > Number(said.limit)) return tooLarge(uid, id, name, blob);
  const known = fieldOf(uid, "text");
  if (Number(known.dataset.revision) === 0 && !typedOn(uid, "text")) typed(known); // its note goes before it
  try {
    await store("readwrite", (rows) => rows.put({ id, uid, name, blob }));
    pictureSays(uid, id, `${name}: ${said.saidPicture}`);
  } catch {
    pictureSays(uid, id, `${name}: ${said.saidFull}`);
  }
  soon();
}

// Refused before a byte of it is sent; what may help is one tap away.
function tooLarge(uid, id, name, blob) {
  const line = pictureSays(uid, id, `${name}: ${said.saidLarge.replace("{size}", megabytes(blob.size))} `);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "usa-button usa-button--outline";
  button.textContent = said.saidShrink;
  button.addEventListener("click", async () => {
    button.disabled = true;
    const small = await shrunk(blob);
    if (small) await take(uid, id, name.replace(/\.[^.]*$/, "") + ".jpg", small);
    else pictureSays(uid, id, `${name}: ${said.saidUnread}`);
  });
  line.append(button);
}

// Fewer points; the place where it was taken does not come along.
async function shrunk(blob) {
  try {
    const picture = await createImageBitmap(blob);
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  } catch {
    return null;
  }
}

async function pictures() {
  let waiting = [];
  try {
    waiting = await store("readonly", (rows) => rows.getAll());
  } catch {
    return;
  }
  for (const one of waiting) {
    const form = new FormData();
    form.append("uid", one.uid);
    form.append("file", one.blob, one.name);
    try {
      const answer = await post(said.picturesAt, form);
      if (answer.status === 201 || answer.status === 422 || answer.status === 413) {
        const told = answer.status === 413 ? { problem: said.saidLarge.replace("{size}", megabytes(one.blob.size)) } : await answer.json();
        await store("readwrite", (rows) => rows.delete(one.id));
        pictureSays(one.uid, one.id, told.said || `${one.name}: ${told.problem}`);
      } else {
        pictureSays(one.uid, one.id, `${one.name}: ${said.saidPicture}`);
        soon(LATER);
      }
    } catch {
      pictureSays(one.uid, one.id, `${one.name}: ${said.saidPicture}`);
      soon(LATER);
      return;
    }
  }
  if (waiting.length) tell(said.saidKept);
}

// Whatever was left here by a page that was killed comes back into its fields, and is sent; of two the later.
function restore() {
  const latest = {};
  for (const name of names()) {
    const held = read(name);
    for (const [uid, note] of Object.entries(held.notes)) {
      for (const [field, one] of Object.entries(note.fields)) {
        const before = latest[`${uid}|${field}`];
        if (before && before.at > one.at) continue;
        latest[`${uid}|${field}`] = one;
        fieldOf(uid, field).value = one.value;
      }
    }
    for (const one of Object.values(held.answers)) {
      const list = `[data-checklist="${CSS.escape(one.facility)}"] [data-element="${CSS.escape(one.element)}"]`;
      const radio = kit.querySelector(`${list} input[value="${one.looked}"]`);
      if (radio) radio.checked = true;
    }
  }
  if (allWait()) soon(0);
  else pictures();
}

kit.addEventListener("input", (event) => {
  if (event.target.dataset.field) typed(event.target);
});
kit.addEventListener("change", (event) => {
  if (event.target.type === "radio") answered(event.target);
  if ("picture" in event.target.dataset) chosen(event.target);
});
for (const button of kit.querySelectorAll("[data-new]")) {
  button.addEventListener("click", () => article(fresh()).querySelector("[data-field=text]").focus());
}
window.addEventListener("online", () => soon(0));
window.addEventListener("offline", () => tell(allWait() ? said.saidWaiting : said.saidOffline));
window.addEventListener("beforeunload", (event) => {
  if (full && allWait()) event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  if (allWait()) soon(0);
});
restore();
