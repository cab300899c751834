// A file that is dropped anywhere on the page is brought in. Without this file the field takes it all the same.
const form = document.querySelector("form[data-bring]");
const field = form?.querySelector("input[type=file]");

if (field) {
  let over = 0; // how many elements the file is over just now: entering a child comes before leaving its parent
  const show = (by) => {
    over = Math.max(0, over + by);
    form.classList.toggle("rs-drop--over", over > 0);
  };
  const holdsFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  document.addEventListener("dragenter", (event) => holdsFiles(event) && show(1));
  document.addEventListener("dragleave", (event) => holdsFiles(event) && show(-1));
  document.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    over = 0;
    show(0);
    if (event.dataTransfer.files.length !== 1) {
      document.querySelector("[data-bring-several]").hidden = false;
      return;
    }
    field.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
