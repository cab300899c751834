// Acts of the watch by keyboard: the first field has the focus, Ctrl and Enter send, Escape goes back to the queue.

const form = document.querySelector("form[data-act]");
const back = document.querySelector("a[data-back]");

if (!document.querySelector(".rs-error-summary")) {
  form?.querySelector("select, textarea, input:not([type=hidden])")?.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form?.requestSubmit();
  } else if (event.key === "Escape" && !isChanged()) {
    back?.click();
  }
});

// What was typed is not lost to a slip of the finger.
function isChanged() {
  const fields = [...(form?.elements ?? [])];
  return fields.some((one) => (one.tagName === "TEXTAREA" || one.type === "text") && one.value !== one.defaultValue);
}
