// While somebody answers: what was typed is kept, what is wrong is told beside its question, and what an answer brings up
// appears. The server decides all of it, by the same form and the same page that it shows without this file.
"use strict";

const form = document.querySelector("form[data-live]");
const kept = form?.querySelector("[data-kept]");
const TEXTS = "textarea, input:not([type=radio], [type=checkbox], [type=hidden], [type=file])";
/** In bytes: such a picture travels quickly enough. */
const SMALL = 1_500_000;
/** In points, as the house keeps pictures. */
const LONGEST_SIDE = 3000;
let asked = 0;
let waiting;
let isUnsent = false;

function say(words) {
  if (kept.textContent !== words) kept.textContent = words;
}

function typed() {
  // A file goes with the page itself, when somebody sends it.
  const written = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const fields = new URLSearchParams(written);
  fields.append("glas:step", "look");
  return fields;
}

function soon(delay) {
  isUnsent = true;
  clearTimeout(waiting);
  waiting = setTimeout(look, delay);
}

async function look() {
  const turn = ++asked;
  try {
    const answer = await fetch(form.action, { method: "POST", body: typed(), redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Something newer is on its way, and its answer tells more.
    if (turn !== asked || form.dataset.sent !== undefined) return;
    isUnsent = false;
    const fresh = page.querySelector("form[data-live]");
    if (fresh) show(fresh);
    say(form.dataset.saved);
  } catch {
    if (turn === asked) say(form.dataset.lost);
  }
}

// Blocks are known by their question; one is put in the place of another only where more differs than what was typed.
function show(fresh) {
  const focus = document.activeElement?.id;
  const now = new Map([...form.querySelectorAll("[data-block]")].map((block) => [block.dataset.block, block]));
  const values = new FormData(form);
  let appeared = false;
  let before;
  for (const block of fresh.querySelectorAll("[data-block]")) {
    const known = now.get(block.dataset.block);
    now.delete(block.dataset.block);
    let stands = known;
    if (!known) {
      if (before) before.after(block);
      else form.querySelector("[data-block], .buttons").before(block);
      stands = block;
      appeared = true;
    } else if (bare(known) !== bare(block) && !holdsFile(known)) {
      fill(block, values);
      known.replaceWith(block);
      stands = block;
    }
    before = stands;
  }
  for (const gone of now.values()) gone.remove();
  form.querySelector("[name='glas:had']").value = fresh.querySelector("[name='glas:had']").value;
  if (focus && document.activeElement?.id !== focus) {
    const field = document.getElementById(focus);
    field?.focus();
    if (field?.matches(TEXTS)) field.setSelectionRange?.(field.value.length, field.value.length);
  }
  const told = form.querySelector("[data-appeared]");
  if (appeared && told) told.textContent = form.dataset.appeared;
}

/** Whether somebody has chosen a file in it that the server does not have yet: no script can choose it again. */
function holdsFile(block) {
  return [...block.querySelectorAll("input[type=file]")].some((field) => field.files.length > 0);
}

/** The block without what somebody typed or chose. */
function bare(block) {
  const copy = block.cloneNode(true);
  for (const field of copy.querySelectorAll("input, textarea, option")) {
    field.removeAttribute("checked");
    field.removeAttribute("selected");
    if (field.matches("textarea")) field.textContent = "";
    else if (field.matches(TEXTS)) field.removeAttribute("value");
  }
  return copy.outerHTML;
}

/** Puts back what stands on the page at this moment: the server knows what was sent some time ago. */
function fill(block, values) {
  for (const field of block.querySelectorAll("input, textarea, select")) {
    const all = values.getAll(field.name);
    if (field.type === "radio" || field.type === "checkbox") field.checked = all.includes(field.value);
    else if (field.type !== "hidden" && field.type !== "file" && all.length > 0) field.value = all.at(-1);
  }
}

/** A telephone's picture loses what nobody keeps before it travels; what is too large is said before, not after. */
async function chosen(field) {
  const said = field.closest("fieldset").querySelector("[data-file-error]");
  const files = [...field.files];
  const lighter = await Promise.all(files.map(smaller));
  // Somebody chose others meanwhile.
  if (files.some((file, place) => field.files[place] !== file)) return;
  const isTooLarge = lighter.some((file) => file.size > Number(field.dataset.largest));
  said.hidden = !isTooLarge;
  said.textContent = isTooLarge ? field.dataset.tooLarge : "";
  if (isTooLarge) field.value = "";
  else if (lighter.some((file, place) => file !== files[place])) {
    const carried = new DataTransfer();
    lighter.forEach((file) => carried.items.add(file));
    field.files = carried.files;
  }
}

/** The picture with as many points as are kept of it; the file itself where it is small already or cannot be made so. */
async function smaller(file) {
  if (file.type !== "image/jpeg" || file.size < SMALL) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((done) => canvas.toBlob(done, file.type, 0.88));
    return made && made.size < file.size ? new File([made], file.name, { type: file.type }) : file;
  } catch {
    return file;
  }
}

if (form) {
  form.addEventListener("change", (event) => {
    if (event.target.type === "file") chosen(event.target);
    else soon(event.target.matches(TEXTS) ? 0 : 150);
  });
  form.addEventListener("input", (event) => {
    if (event.target.matches(TEXTS)) soon(1500);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    asked += 1;
    if (navigator.onLine) return;
    // Nothing is lost by waiting: the browser would show a page of its own in the place of this one.
    event.preventDefault();
    delete form.dataset.sent;
    say(form.dataset.lost);
  });
  addEventListener("online", () => soon(0));
  addEventListener("offline", () => say(form.dataset.lost));
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && isUnsent && form.dataset.sent === undefined) {
      navigator.sendBeacon(form.action, typed());
    }
  });
}
