// The what-if's form, made quicker: rows are added in place. All of it also works without this file.

function another(button) {
  const rows = [...button.closest("[data-group]").querySelectorAll("[data-row]")];
  const fresh = rows.at(-1).cloneNode(true);
  const number = rows.length + 1;
  // Ids end in the row's number, with a field's name behind it: a_add_2, a_add_2_since.
  const renamed = (id) => id.replace(/_\d+(?=_|-|$)/, `_${number}`);
  for (const element of fresh.querySelectorAll("[id]")) element.id = renamed(element.id);
  for (const label of fresh.querySelectorAll("label")) label.htmlFor = renamed(label.htmlFor);
  for (const error of fresh.querySelectorAll(".usa-error-message")) error.remove();
  for (const input of fresh.querySelectorAll("input, select")) {
    input.value = "";
    for (const told of ["aria-describedby", "aria-invalid"]) input.removeAttribute(told);
  }
  for (const group of fresh.querySelectorAll(".usa-form-group--error")) group.classList.remove("usa-form-group--error");
  for (const input of fresh.querySelectorAll(".usa-input--error")) input.classList.remove("usa-input--error");
  rows.at(-1).after(fresh);
  fresh.querySelector("select, input").focus();
}

for (const button of document.querySelectorAll("[data-another]")) {
  button.type = "button";
  button.addEventListener("click", () => another(button));
}

// The fold with the form opens where a link or an error leads into it.
function open() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
addEventListener("hashchange", open);
for (const link of document.querySelectorAll('a[href="#change"]')) link.addEventListener("click", () => setTimeout(open));
open();

// Ten million voyages take a few seconds: say that they are being counted, and take it back when one comes back.
const working = document.querySelector("[data-working]");
document.getElementById("what-if")?.addEventListener("submit", () => { working.textContent = working.dataset.working; });
addEventListener("pageshow", () => { if (working) working.textContent = ""; });
