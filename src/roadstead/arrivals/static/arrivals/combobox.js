// A text field with a list of suggestions, after the ARIA Authoring Practices (editable combobox, list autocomplete,
// manual selection): arrows move, Enter takes, Escape closes and then empties nothing, Tab leaves what was typed.

const PAUSE = 180; // milliseconds between the last key and the question
const SHORTEST = 2; // letters
let count = 0;

export function combobox(input, { find, words, picked }) {
  if (input.getAttribute("role") === "combobox") return;
  const list = document.createElement("ul");
  list.id = `suggestions-${++count}`;
  list.className = "chk-combo__list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.suggestions);
  list.hidden = true;
  const said = document.createElement("span");
  said.className = "usa-sr-only";
  said.setAttribute("role", "status");
  const box = document.createElement("span");
  box.className = "chk-combo";
  input.replaceWith(box);
  box.append(input, list, said);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off",
  })) input.setAttribute(name, value);

  let options = [];
  let active = -1;
  let timer;
  let asking;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(at) {
    active = at;
    [...list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === at)));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function take(at) {
    input.value = options[at].value;
    close();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    clearTimeout(timer);
    picked?.();
  }

  function show(found) {
    options = found;
    list.replaceChildren(...found.map(row));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    said.textContent = found.length ? words.found.replace("{count}", found.length) : words.none;
    mark(-1);
    if (found.length) list.scrollIntoView({ block: "nearest" });
  }

  function row(option, index) {
    const item = document.createElement("li");
    item.id = `${list.id}-${index}`;
    item.className = "chk-combo__option";
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const note = document.createElement("small");
    note.textContent = option.note;
    item.append(option.text, note);
    // The press, not the click: the field would lose the focus before a click.
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => take(index));
    return item;
  }

  async function ask() {
    const text = input.value.trim();
    asking?.abort();
    if (text.length < SHORTEST || text.endsWith(")")) return close();
    asking = new AbortController();
    try {
      const found = await find(text, asking.signal);
      if (document.activeElement === input && input.value.trim() === text) show(found);
    } catch (error) {
      if (error.name !== "AbortError") close(); // without a network the field is a plain field
    }
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (event.isTrusted) timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", () => { clearTimeout(timer); close(); });
  input.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return void ask();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length);
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  });
}
