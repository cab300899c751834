// A long list of boxes gets a field that narrows it, and a line that says what is chosen. Without script, it scrolls.
"use strict";
for (const frame of document.querySelectorAll("[data-picks]")) {
  const boxes = [...frame.querySelectorAll(".rs-picks__one")];
  if (boxes.length > 12) {
    const find = document.createElement("input");
    find.type = "text";
    find.inputMode = "search";
    find.autocomplete = "off";
    find.className = "usa-input rs-picks__find";
    find.setAttribute("aria-label", frame.dataset.picks);
    find.placeholder = frame.dataset.picks;
    const chosen = document.createElement("p");
    chosen.className = "rs-picks__chosen";
    chosen.setAttribute("aria-live", "polite");
    frame.before(find, chosen);
    const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
    const say = () => {
      const names = boxes.filter((box) => box.firstElementChild.checked).map((box) => box.textContent.trim());
      chosen.textContent = names.join(", ");
    };
    find.addEventListener("input", () => {
      for (const box of boxes) box.hidden = !plain(box.textContent).includes(plain(find.value.trim()));
    });
    find.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    frame.addEventListener("change", say);
    say();
  }
}
