// A self-assessment being filled in: everything typed is in this browser at once, and leaves it only when the server
// has it. Answers wait in localStorage under the uid of the self-assessment and the person; files in IndexedDB.

const page = document.querySelector("[data-filling]");
const said = page.dataset;
const token = page.querySelector("[name=csrfmiddlewaretoken]").value;
const outbox = page.querySelector("[data-outbox]");
const SOON = 1000, LATER = 15000; // milliseconds
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
    return JSON.parse(localStorage.getItem(said.key)) || memory.value || { device: fresh(), answers: {} };
  } catch {
    return memory.value || { device: fresh(), answers: {} };
  }
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

const waits = (held) => Object.keys(held.answers).length;
const question = (key) => page.querySelector(`[data-question="${CSS.escape(key)}"]`);

function tell(text) {
  if (outbox.textContent !== text) outbox.textContent = text;
}

function questionSays(key, text) {
  const line = question(key)?.querySelector("[data-state]");
  if (line) line.textContent = text;
}

const where = { said: "[data-said]", words: "[data-words]" };

function valueOf(key, name) {
  const at = question(key).querySelector(where[name]);
  return name === "words" ? at.value : at.querySelector("input:checked")?.value || "";
}

function show(key, name, value) {
  const at = question(key)?.querySelector(where[name]);
  if (!at || at.contains(document.activeElement)) return;
  if (name === "words") at.value = value;
  else for (const one of at.querySelectorAll("input")) one.checked = one.value === value;
}

function typed(key, name) {
  const base = Number(question(key).querySelector(where[name]).dataset.revision);
  change((held) => {
    const answer = (held.answers[key] ||= {});
    answer[name] = { value: valueOf(key, name), at: new Date().toISOString(), base };
  });
  soon();
}

function soon(wait = SOON) {
  tell(full ? said.saidFull : said.saidWaiting);
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

function post(to, body, headers = {}) {
  return fetch(to, { method: "POST", body, redirect: "manual", headers: { ...headers, "X-CSRFToken": token } });
}

async function send() {
  if (sending) return;
  const held = read();
  if (!waits(held)) return files();
  sending = true;
  const answers = Object.entries(held.answers).map(([answer, fields]) => ({ answer, fields }));
  const body = JSON.stringify({ device: held.device, sent_at: new Date().toISOString(), answers });
  let wait = LATER;
  try {
    const answer = await post(said.keep, body, { "Content-Type": "application/json" });
    if (answer.ok) wait = waits(arrived(held, await answer.json())) ? LATER : 0;
    else tell(answer.type === "opaqueredirect" || answer.status === 403 ? said.saidSignIn : said.saidWaiting);
  } catch {
    tell(said.saidWaiting);
  }
  sending = false;
  if (wait) timer = setTimeout(send, wait);
  else await files();
}

// What was typed while it was on its way stays; what the server has goes.
function arrived(sent, answer) {
  const left = change((held) => {
    for (const [key, kept] of Object.entries(answer.answers)) {
      const waiting = held.answers[key];
      for (const [name, field] of Object.entries(sent.answers[key])) {
        if (waiting?.[name]?.at === field.at) delete waiting[name];
        else if (waiting?.[name]) waiting[name].base = kept.revisions[name];
      }
      if (waiting && !Object.keys(waiting).length) delete held.answers[key];
    }
  });
  for (const [key, kept] of Object.entries(answer.answers)) {
    for (const [name, revision] of Object.entries(kept.revisions)) {
      const at = question(key)?.querySelector(where[name]);
      if (at) at.dataset.revision = revision;
      if (!left.answers[key]?.[name]) show(key, name, kept.values[name]);
    }
    questionSays(key, kept.late ? said.saidLate : kept.aside.length ? said.saidAside : "");
  }
  for (const [key, why] of Object.entries(answer.refused)) questionSays(key, `${said.saidRefused} ${why}`);
  progress(answer.progress);
  tell(waits(left) ? said.saidWaiting : said.saidKept);
  return left;
}

function progress(done) {
  const bar = document.querySelector(".rs-progress");
  bar.value = done.answered;
  const text = said.saidProgress.replace("{answered}", done.answered).replace("{questions}", done.questions);
  document.querySelector("[data-progress]").textContent = text;
}

// Files

function store(mode, act) {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open(said.key, 1);
    open.onupgradeneeded = () => open.result.createObjectStore("files", { keyPath: "uid" });
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const work = open.result.transaction("files", mode);
      const asked = act(work.objectStore("files"));
      work.oncomplete = () => { open.result.close(); resolve(asked.result); };
      work.onerror = () => reject(work.error);
    };
  });
}

function fileSays(key, uid, text) {
  const list = question(key)?.querySelector("[data-waiting]");
  if (!list) return;
  let line = [...list.children].find((one) => one.dataset.uid === uid);
  if (!line) {
    line = document.createElement("li");
    line.dataset.uid = uid;
    list.append(line);
  }
  line.textContent = text;
}

async function chosen(key) {
  const at = question(key), input = at.querySelector("[data-file]"), blob = input.files[0];
  const dated = at.querySelector("[data-dated]").value, what = at.querySelector("[data-what]");
  if (!blob || !dated) return questionSays(key, said.saidDay);
  if (blob.size > Number(said.limit)) return questionSays(key, `${blob.name}: ${said.saidLarge}`);
  const uid = fresh();
  try {
    await store("readwrite", (rows) => rows.put({ uid, key, dated, what: what.value, name: blob.name, blob }));
  } catch {
    return questionSays(key, `${blob.name}: ${said.saidFull}`);
  }
  questionSays(key, "");
  fileSays(key, uid, `${blob.name}: ${said.saidFile}`);
  input.value = what.value = "";
  soon(0);
}

async function files() {
  let waiting = [];
  try {
    waiting = await store("readonly", (rows) => rows.getAll());
  } catch {
    return;
  }
  for (const one of waiting) {
    const form = new FormData();
    for (const [name, value] of [["uid", one.uid], ["answer", one.key], ["dated_on", one.dated], ["what", one.what]]) form.append(name, value);
    form.append("file", one.blob, one.name);
    try {
      const answer = await post(said.evidenceAt, form);
      if ([201, 422, 413].includes(answer.status)) {
        const told = answer.status === 413 ? { problem: said.saidLarge } : await answer.json();
        await store("readwrite", (rows) => rows.delete(one.uid));
        fileSays(one.key, one.uid, told.said || `${one.name}: ${told.problem}`);
      } else {
        const told = answer.status === 409 ? await answer.json() : { problem: said.saidFile };
        fileSays(one.key, one.uid, `${one.name}: ${told.problem}`);
        if (answer.status !== 409) soon(LATER);
      }
    } catch {
      fileSays(one.key, one.uid, `${one.name}: ${said.saidFile}`);
      soon(LATER);
      return;
    }
  }
  if (!waits(read())) tell(said.saidKept);
}

// Whatever was left here by a page that was killed comes back into its fields, and is sent.
function restore() {
  const held = change(() => {});
  for (const [key, fields] of Object.entries(held.answers)) {
    for (const [name, field] of Object.entries(fields)) show(key, name, field.value);
  }
  if (waits(held)) soon(0);
  else files();
}

page.addEventListener("input", (event) => {
  if ("words" in event.target.dataset) typed(event.target.closest("[data-question]").dataset.question, "words");
});
page.addEventListener("change", (event) => {
  if (event.target.type === "radio") typed(event.target.closest("[data-question]").dataset.question, "said");
});
page.addEventListener("click", (event) => {
  if ("add" in event.target.dataset) chosen(event.target.closest("[data-question]").dataset.question);
});
window.addEventListener("online", () => soon(0));
document.addEventListener("visibilitychange", () => {
  if (waits(read())) soon(0);
});
restore();
