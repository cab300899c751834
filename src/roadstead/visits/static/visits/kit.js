// The kit of a visit: everything typed is in this browser at once, and leaves it only when the server has it.
// Texts and answers wait in localStorage under the uid of the visit and the person; pictures in IndexedDB.

const kit = document.querySelector("[data-kit]");
const said = kit.dataset;
const token = kit.querySelector("[name=csrfmiddlewaretoken]").value;
const outbox = kit.querySelector("[data-outbox]");
const SOON = 1200, LATER = 15000; // milliseconds
let timer = 0, sending = false, full = false;
const memory = { value: null }; // where the browser refuses to keep anything

// crypto.randomUUID is there over https alone.
function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(said.key)) || memory.value || empty();
  } catch {
    return memory.value || empty();
  }
}

function empty() {
  return { device: fresh(), notes: {}, answers: {} };
}

// Every change reads what is kept, changes that, and writes it, so that two tabs do not undo each other.
function change(act) {
  const held = read();
  act(held);
  memory.value = held;
  try {
    localStorage.setItem(said.key, JSON.stringify(held));
    full = false;
  } catch {
    full = true;
  }
  return held;
}

function waits(held) {
  return Object.keys(held.notes).length + Object.keys(held.answers).length;
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
  kit.querySelector("[data-notes]").append(copy);
  return copy;
}

function noteSays(uid, text) {
  article(uid).querySelector("[data-state]").textContent = text;
}

function typed(field) {
  const uid = field.closest("[data-note]").dataset.note, name = field.dataset.field;
  change((held) => {
    const note = (held.notes[uid] ||= { fields: {} });
    note.fields[name] = { value: field.value, at: new Date().toISOString(), base: Number(field.dataset.revision) };
  });
  soon();
}

function answered(radio) {
  const element = radio.closest("[data-element]").dataset.element;
  const facility = radio.closest("[data-checklist]").dataset.checklist;
  change((held) => {
    held.answers[`${facility}|${element}`] = { element, facility, looked: radio.value, at: new Date().toISOString() };
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
  const held = read();
  if (!waits(held)) return pictures();
  sending = true;
  const notes = Object.entries(held.notes).map(([uid, note]) => ({ uid, fields: note.fields }));
  const body = { device: held.device, sent_at: new Date().toISOString(), notes, answers: Object.values(held.answers) };
  let wait = LATER;
  try {
    const answer = await post(said.keep, JSON.stringify(body), { "Content-Type": "application/json" });
    if (answer.ok) {
      const left = arrived(held, await answer.json());
      wait = waits(left) ? LATER : 0;
    } else {
      tell(answer.type === "opaqueredirect" || answer.status === 403 ? said.saidSignIn : said.saidWaiting);
    }
  } catch {
    tell(said.saidWaiting);
  }
  sending = false;
  if (wait) timer = setTimeout(send, wait);
  else await pictures();
}

function post(where, body, headers = {}) {
  return fetch(where, { method: "POST", body, redirect: "manual", headers: { ...headers, "X-CSRFToken": token } });
}

// What was typed while it was on its way stays; what the server has goes.
function arrived(sent, answer) {
  for (const [uid, note] of Object.entries(answer.notes)) {
    for (const [name, revision] of Object.entries(note.revisions)) {
      const field = article(uid).querySelector(`[data-field="${name}"]`);
      field.dataset.revision = revision;
    }
    noteSays(uid, note.aside.length ? said.saidAside : "");
  }
  for (const [uid, why] of Object.entries(answer.refused)) noteSays(uid, `${said.saidRefused} ${why}`);
  const left = change((held) => {
    for (const [uid, note] of Object.entries(answer.notes)) {
      const waiting = held.notes[uid];
      for (const [name, field] of Object.entries(sent.notes[uid].fields)) {
        if (waiting && waiting.fields[name]?.at === field.at) delete waiting.fields[name];
        else if (waiting && waiting.fields[name]) waiting.fields[name].base = note.revisions[name];
      }
      if (waiting && !Object.keys(waiting.fields).length) delete held.notes[uid];
    }
    for (const [key, one] of answer.answers ? [] : Object.entries(sent.answers)) {
      if (held.answers[key]?.at === one.at) delete held.answers[key];
    }
  });
  for (const [uid, note] of Object.entries(answer.notes)) {
    for (const [name, value] of Object.entries(note.values)) {
      const field = article(uid).querySelector(`[data-field="${name}"]`);
      if (!left.notes[uid]?.fields[name] && field.value !== value && document.activeElement !== field) field.value = value;
    }
  }
  tell(waits(left) ? answer.answers || said.saidWaiting : said.saidKept);
  return left;
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
      work.onerror = () => reject(work.error);
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
}

async function chosen(input) {
  const uid = input.closest("[data-note]").dataset.note, blob = input.files[0];
  if (!blob) return;
  const id = fresh();
  input.value = "";
  if (blob.size > Number(said.limit)) return pictureSays(uid, id, `${blob.name}: ${said.saidLarge}`);
  if (!read().notes[uid]) typed(article(uid).querySelector("[data-field=text]")); // its note goes before it
  try {
    await store("readwrite", (rows) => rows.put({ id, uid, name: blob.name, blob }));
    pictureSays(uid, id, `${blob.name}: ${said.saidPicture}`);
  } catch {
    pictureSays(uid, id, `${blob.name}: ${said.saidFull}`);
  }
  soon();
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
        const told = answer.status === 413 ? { problem: said.saidLarge } : await answer.json();
        await store("readwrite", (rows) => rows.delete(one.id));
        pictureSays(one.uid, one.id, told.said || `${one.name}: ${told.problem}`);
      } else {
        pictureSays(one.uid, one.id, `${one.name}: ${said.saidPicture}`);
        soon(LATER);
      }
    } catch {
      soon(LATER);
      return;
    }
  }
}

// Whatever was left here by a page that was killed comes back into its fields, and is sent.
function restore() {
  const held = change(() => {});
  for (const [uid, note] of Object.entries(held.notes)) {
    for (const [name, field] of Object.entries(note.fields)) {
      article(uid).querySelector(`[data-field="${name}"]`).value = field.value;
    }
  }
  for (const one of Object.values(held.answers)) {
    const list = `[data-checklist="${CSS.escape(one.facility)}"] [data-element="${CSS.escape(one.element)}"]`;
    const radio = kit.querySelector(`${list} input[value="${one.looked}"]`);
    if (radio) radio.checked = true;
  }
  if (waits(held)) soon(0);
  else pictures();
}

kit.addEventListener("input", (event) => {
  if (event.target.dataset.field) typed(event.target);
});
kit.addEventListener("change", (event) => {
  if (event.target.type === "radio") answered(event.target);
  if ("picture" in event.target.dataset) chosen(event.target);
});
kit.querySelector("[data-new]").addEventListener("click", () => {
  article(fresh()).querySelector("[data-field=text]").focus();
});
window.addEventListener("online", () => soon(0));
document.addEventListener("visibilitychange", () => {
  if (waits(read())) soon(0);
});
restore();
