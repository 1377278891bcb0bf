// Making a questionnaire without waiting for pages: moving by hand or keys, saving while somebody writes, lists that fit the
// question picked before. Everything works without this file. Its words stand in the page.
"use strict";

const main = document.getElementById("content");

/** Sends a form as its button would; gives the answer and the page in it. */
async function send(address, body) {
  const response = await fetch(address, { method: "POST", body: new URLSearchParams(body) });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { response, page };
}

/** Puts what came in the place of what is there; anything else than a page of ours is gone to. */
function show({ response, page }) {
  const next = page.getElementById("builder");
  if (!next) {
    location.assign(response.url);
    return false;
  }
  main.replaceChildren(...page.getElementById("content").childNodes);
  document.getElementById("errors")?.focus();
  prepare();
  return true;
}

/** The button or link of an item, so that the keyboard stays where it was. */
function focusOn(code, step) {
  const item = document.getElementById(`item-${code}`);
  const wanted = item?.querySelector(`:scope > .item-head ${step}:not(:disabled)`) ?? item?.querySelector("a");
  wanted?.focus();
}

let isBusy = false;

async function act(address, body, code, step) {
  if (isBusy) return;
  isBusy = true;
  try {
    if (show(await send(address, body))) focusOn(code, step);
  } catch {
    location.reload();
  } finally {
    isBusy = false;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (!form.matches("[data-outline]") || !button?.hasAttribute("formaction")) return;
  event.preventDefault();
  const step = button.dataset.step ? `[data-step=${button.dataset.step}]` : "a";
  const code = button.closest("[data-code]").dataset.code;
  act(button.getAttribute("formaction"), new FormData(form), code, step);
});

// Moving by hand. Keys move with the handle too.
let dragged = null;

function withHandles() {
  const form = document.querySelector("form[data-outline]");
  if (!form?.dataset.handle) return;
  for (const item of form.querySelectorAll("[data-code]")) {
    const buttons = item.querySelector(":scope > .item-head > .item-buttons");
    if (!buttons?.querySelector("[data-step]") || buttons.querySelector(".handle")) continue;
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = "plain small handle";
    handle.draggable = true;
    handle.textContent = "⠿";
    handle.setAttribute("aria-label", `${form.dataset.handle}: ${item.querySelector(".item-label").textContent.trim()}`);
    handle.addEventListener("keydown", (event) => {
      const step = { ArrowUp: "up", ArrowDown: "down" }[event.key];
      const button = step && buttons.querySelector(`[data-step=${step}]:not(:disabled)`);
      if (!button) return;
      event.preventDefault();
      act(button.getAttribute("formaction"), new FormData(form), item.dataset.code, ".handle");
    });
    handle.addEventListener("dragstart", (event) => {
      dragged = item;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", item.dataset.code);
      event.dataTransfer.setDragImage(item, 0, 0);
      item.classList.add("dragged");
    });
    handle.addEventListener("dragend", () => {
      item.classList.remove("dragged");
      form.querySelectorAll(".drop-before, .drop-last").forEach((place) => place.classList.remove("drop-before", "drop-last"));
      dragged = null;
    });
    buttons.prepend(handle);
  }
}

/** Before which item, or at the end of which group, something would land. */
function landing(event) {
  if (!dragged) return null;
  const over = event.target.closest?.("[data-code]");
  if (!over || dragged.contains(over)) return null;
  const list = over.querySelector(":scope > .sheet-items");
  const box = over.getBoundingClientRect();
  const isPage = dragged.hasAttribute("data-page");
  if (list && !isPage && event.clientY > box.top + 40) return { mark: over, within: over.dataset.code, before: "" };
  const around = over.parentElement.closest("[data-code]");
  if (isPage && around) return null;
  if (event.clientY > box.top + box.height / 2) {
    const next = over.nextElementSibling;
    if (next?.dataset.code) return { mark: next, within: around?.dataset.code ?? "", before: next.dataset.code };
    return { mark: around ?? over, within: around?.dataset.code ?? "", before: "" };
  }
  return { mark: over, within: around?.dataset.code ?? "", before: over.dataset.code };
}

document.addEventListener("dragover", (event) => {
  const place = landing(event);
  document.querySelectorAll(".drop-before, .drop-last").forEach((known) => known.classList.remove("drop-before", "drop-last"));
  if (!place) return;
  event.preventDefault();
  place.mark.classList.add(place.before ? "drop-before" : "drop-last");
});

document.addEventListener("drop", (event) => {
  const place = landing(event);
  if (!place) return;
  event.preventDefault();
  const form = document.querySelector("form[data-outline]");
  const body = new FormData(form);
  body.set("to", `${place.within}:${place.before}`);
  act(`${dragged.dataset.address}/place`, body, dragged.dataset.code, ".handle");
});

// The open question is saved while somebody writes.
function savesItself(form) {
  const told = document.querySelector("[data-autosave]");
  if (!told) return;
  let timer;
  let isSaving = false;
  const save = async () => {
    if (isSaving) return wait();
    isSaving = true;
    told.textContent = told.dataset.saving;
    try {
      const body = new FormData(form);
      body.set("step", "stay");
      body.delete("move");
      const { response, page } = await send(form.getAttribute("action"), body);
      const kept = page.querySelector("form[data-item]");
      const revision = kept?.querySelector("[name=revision]");
      if (response.ok && revision) {
        form.querySelector("[name=revision]").value = revision.value;
        form.action = kept.getAttribute("action");
        history.replaceState(null, "", kept.getAttribute("action"));
        told.textContent = told.dataset.saved;
      } else {
        const why = page.querySelector("#errors li")?.textContent ?? "";
        told.textContent = `${told.dataset.unsaved} ${why}`;
      }
    } catch {
      told.textContent = told.dataset.unsaved;
    } finally {
      isSaving = false;
    }
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(save, 2500);
  };
  form.addEventListener("input", (event) => {
    // Another kind has other fields, so it is saved by its button; the same holds for another scale.
    if (!["kind", "scale"].includes(event.target.name)) wait();
  });
  form.addEventListener("submit", () => clearTimeout(timer));
}

// Of a condition only what fits the question is offered.
function fits(claim) {
  const part = (name) => claim.querySelector(`[data-claim-${name}]`);
  const [question, test, answer, number] = ["question", "test", "answer", "number"].map(part);
  const chosen = question.selectedOptions[0];
  const code = question.value;
  const tests = chosen?.dataset.tests?.split(" ") ?? [];
  for (const option of test.options) option.hidden = option.disabled = code !== "" && !tests.includes(option.value);
  if (test.selectedOptions[0]?.disabled) test.value = tests[0];
  let hasAnswers = false;
  for (const group of answer.querySelectorAll("optgroup")) {
    const isOwn = group.dataset.question === code;
    group.hidden = group.disabled = code !== "" && !isOwn;
    hasAnswers ||= isOwn;
  }
  if (code !== "" && answer.value !== "" && !answer.value.startsWith(`${code}:`)) answer.value = "";
  const needs = !["answered", "unanswered"].includes(test.value);
  answer.closest("div").hidden = code !== "" && (!hasAnswers || !needs);
  number.closest("div").hidden = code === "" || hasAnswers || !needs;
  if (number.closest("div").hidden) number.value = "";
}

function picksFrom(field) {
  for (const claim of field.querySelectorAll(".claim")) {
    claim.addEventListener("change", () => fits(claim));
    fits(claim);
  }
  const lists = field.querySelector("[data-lists]");
  const text = field.querySelector("[data-text]");
  if (!lists || !text) return;
  const choose = () => {
    const isText = field.querySelector("[name=condition_as][value=text]").checked;
    lists.hidden = isText;
    text.hidden = !isText;
  };
  field.addEventListener("change", choose);
  choose();
}

// A new question shows only the fields of its kind.
function asksByKind(form) {
  const kind = form.querySelector("select[name=kind]");
  if (!kind) return;
  const choose = () => {
    for (const part of form.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(kind.value);
  };
  kind.addEventListener("change", choose);
  choose();
}

function prepare() {
  withHandles();
  document.querySelectorAll("form[data-item]").forEach(savesItself);
  document.querySelectorAll("[data-condition]").forEach(picksFrom);
  document.querySelectorAll("form[data-adding]").forEach(asksByKind);
}

prepare();
