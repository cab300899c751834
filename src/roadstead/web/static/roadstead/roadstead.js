// The few things that HTML cannot do by itself. No page needs this file to be read or used.

// An explained term closes on Escape without moving the pointer or the focus (WCAG 1.4.13), until one comes back.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll(".rs-term").forEach((term) => term.classList.add("rs-term--closed"));
});
for (const leaving of ["pointerout", "focusout"]) {
  document.addEventListener(leaving, (event) => {
    const term = event.target.closest?.(".rs-term");
    if (term && !term.contains(event.relatedTarget)) term.classList.remove("rs-term--closed");
  });
}

// Near the far edge of the window a meaning opens towards the middle.
for (const coming of ["pointerover", "focusin"]) {
  document.addEventListener(coming, (event) => {
    const term = event.target.closest?.(".rs-term");
    if (!term || term.classList.contains("rs-term--end")) return;
    const { left, right } = term.lastElementChild.getBoundingClientRect();
    term.classList.toggle("rs-term--end", left < 0 || right > document.documentElement.clientWidth);
  });
}

// What went wrong is read first: the summary of errors takes the focus when a form comes back.
document.querySelector(".rs-error-summary")?.focus();
