// A report saves itself: a section goes to its own address soon after the last key. Whoever comes second sees both.

const page = document.querySelector("[data-report]");
const said = page.dataset;
const SOON = 1500, LATER = 10000; // milliseconds

for (const form of page.querySelectorAll("[data-section]")) watch(form);

function watch(form) {
  const field = form.elements.text, state = form.querySelector("[data-state]");
  const conflict = form.querySelector("[data-conflict]");
  let timer = 0, sending = false, kept = field.value;

  async function save() {
    clearTimeout(timer);
    if (sending || field.value === kept || !conflict.hidden) return;
    const text = field.value;
    sending = true;
    state.textContent = said.saving;
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: new FormData(form), redirect: "manual", keepalive: text.length < 20000,
        headers: { Accept: "application/json" },
      });
      if (answer.ok) {
        form.elements.revision.value = (await answer.json()).revision;
        kept = text;
        state.textContent = said.saved;
        if (field.value !== kept) soon();
      } else if (answer.status === 409) {
        differs(await answer.json());
      } else if (answer.status === 422) {
        state.textContent = (await answer.json()).problem;
      } else {
        state.textContent = said.signIn;
        soon(LATER);
      }
    } catch {
      state.textContent = said.waiting;
      soon(LATER);
    }
    sending = false;
  }

  function soon(wait = SOON) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  function differs(told) {
    const text = document.createElement("pre");
    text.dir = "auto";
    text.textContent = told.theirs;
    const head = document.createElement("p");
    head.textContent = `${told.problem} ${said.by} ${told.by}:`;
    const acts = document.createElement("p");
    acts.className = "rs-acts";
    acts.append(button(said.mine, () => {}), button(said.theirs, () => {
      field.value = told.theirs;
      kept = told.theirs;
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
        form.elements.revision.value = told.revision;
        conflict.hidden = true;
        state.textContent = "";
        act();
        field.focus();
        save();
      });
      return made;
    }
  }

  field.addEventListener("input", () => soon());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) save();
  });
  window.addEventListener("beforeunload", (event) => {
    if (field.value !== kept) event.preventDefault();
  });
}
