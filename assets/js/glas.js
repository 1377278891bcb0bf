// Everything works without this file; it only makes some things quicker.
"use strict";

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// On paper nothing can be unfolded.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details:not([open])")) {
    fold.open = true;
    fold.dataset.unfolded = "";
  }
});
addEventListener("afterprint", () => {
  for (const fold of document.querySelectorAll("details[data-unfolded]")) {
    fold.open = false;
    delete fold.dataset.unfolded;
  }
});

// After a form came back with errors, the summary is where to go on reading.
document.getElementById("errors")?.focus();

// A form is sent once, even when the button is pressed twice.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent !== undefined) event.preventDefault();
    form.dataset.sent = "";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Copying cards: Enter goes to the next field, from the last one it saves; arriving in a field selects what is there.
for (const form of document.querySelectorAll("form[data-typing]")) {
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || event.isComposing) return;
    const fields = [...form.querySelectorAll("input:not([type=hidden]), textarea")];
    const next = fields[fields.indexOf(event.target) + 1];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  form.addEventListener("focusin", (event) => event.target.select?.());
}
