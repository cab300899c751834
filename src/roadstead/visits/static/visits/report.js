// A report saves itself: a section is kept on this device with every key and goes to its own address soon after the
// last one. What the server has not got is there again when the page is opened anew. Whoever comes second sees both.

const page = document.querySelector("[data-report]");
const said = page.dataset;
const SOON = 1500, LATER = 10000; // milliseconds

for (const form of page.querySelectorAll("[data-section]")) watch(form);

function watch(form) {
  const field = form.elements.text, revision = form.elements.revision;
  const state = form.querySelector("[data-state]"), conflict = form.querySelector("[data-conflict]");
  const key = `${said.key}:${form.dataset.section}`;
  let timer = 0, sending = false, saved = field.value, held = true;

  function keep() {
    try {
      if (field.value === saved) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify({ text: field.value, base: revision.value }));
      held = true;
    } catch {
      held = false; // no room, or none given: leaving the page warns
    }
  }

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  async function save() {
    clearTimeout(timer);
    if (sending || field.value === saved || !conflict.hidden) return;
    const text = field.value;
    sending = true;
    state.textContent = said.saving;
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: new FormData(form), redirect: "manual", keepalive: text.length < 20000,
        headers: { Accept: "application/json" },
      });
      await settle(answer, text);
    } catch {
      state.textContent = said.waiting;
      soon(LATER);
    }
    sending = false;
    if (field.value !== text) soon(); // typed while it was sent
  }

  async function settle(answer, text) {
    if (answer.ok) {
      revision.value = (await answer.json()).revision;
      saved = text;
      keep();
      state.textContent = said.saved;
    } else if (answer.status === 409) {
      differs(await answer.json());
    } else if (answer.status === 422) {
      state.textContent = (await answer.json()).problem;
    } else {
      state.textContent = said.signIn;
      soon(LATER);
    }
  }

  function soon(wait = SOON) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  function differs(told) {
    const text = document.createElement("pre"), head = document.createElement("p"), acts = document.createElement("p");
    text.dir = "auto";
    text.textContent = told.theirs;
    head.textContent = `${told.problem} ${said.by} ${told.by}:`;
    acts.className = "rs-acts";
    acts.append(button(said.mine, () => {}), button(said.theirs, () => {
      field.value = told.theirs;
    }));
    conflict.replaceChildren(head, text, acts);
    conflict.hidden = false;
    state.textContent = told.problem;

    function button(word, act) {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "usa-button usa-button--outline";
      made.textContent = word;
      made.addEventListener("click", () => {
        revision.value = told.revision;
        saved = told.theirs;
        conflict.hidden = true;
        state.textContent = "";
        act();
        keep();
        field.focus();
        save();
      });
      return made;
    }
  }

  const before = kept();
  if (before && before.text !== saved) {
    const server = saved;
    field.value = before.text;
    if (before.base === revision.value) {
      state.textContent = said.found;
      soon();
    } else {
      differs({ problem: said.meanwhile, theirs: server, by: form.dataset.by, revision: revision.value });
    }
  } else keep();

  field.addEventListener("input", () => {
    keep();
    state.textContent = held ? said.kept : said.unsaved;
    soon();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) save();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!held && field.value !== saved) event.preventDefault();
  });
}
