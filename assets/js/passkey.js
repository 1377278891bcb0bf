// Asks the browser for a passkey and sends the form with what it signed. Only this page needs scripts: no form can ask a
// key. What the page says of it stands in its words, so that this file has none.
"use strict";

const form = document.querySelector("form[data-passkey]");
const button = form?.querySelector("[data-ask]");
const told = form?.querySelector("[data-told]");

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function withBytes(list) {
  return (list ?? []).map((known) => ({ ...known, id: bytes(known.id) }));
}

/** What the site asks, as the browser wants it. */
function asked() {
  const options = JSON.parse(form.dataset.options);
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  if (options.excludeCredentials) options.excludeCredentials = withBytes(options.excludeCredentials);
  if (options.allowCredentials) options.allowCredentials = withBytes(options.allowCredentials);
  return options;
}

/** What the key answered, as the site reads it. */
function answered({ id, rawId, type, response }) {
  const answer = { id, rawId: text(rawId), type, response: { clientDataJSON: text(response.clientDataJSON) } };
  if (response.attestationObject) {
    answer.response.attestationObject = text(response.attestationObject);
  } else {
    answer.response.authenticatorData = text(response.authenticatorData);
    answer.response.signature = text(response.signature);
    answer.response.userHandle = response.userHandle ? text(response.userHandle) : null;
  }
  return JSON.stringify(answer);
}

async function ask() {
  button.hidden = true;
  told.textContent = form.dataset.waiting;
  try {
    const options = { publicKey: asked() };
    const keys = navigator.credentials;
    const key = await (form.dataset.passkey === "create" ? keys.create(options) : keys.get(options));
    form.elements.namedItem("signed").value = answered(key);
    form.requestSubmit();
  } catch (error) {
    told.textContent = error.name === "InvalidStateError" ? form.dataset.known : form.dataset.failed;
    button.hidden = false;
    button.focus();
  }
}

if (form) {
  form.querySelector("[data-without]").hidden = true;
  if (window.PublicKeyCredential && navigator.credentials) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      ask();
    });
    ask();
  } else {
    told.textContent = form.dataset.unsupported;
  }
}
