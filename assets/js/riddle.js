// Solves what the page asks and sends the form on. Without it somebody waits some seconds and presses the button.
"use strict";

const form = document.querySelector("form[data-riddle]");
const told = form?.querySelector("[data-told]");

// SHA-256 (FIPS 180-4) of one short text, as far as its first word. Browsers offer theirs only over https, and one call at
// a time.
const PRIMES = [];
for (let number = 2; PRIMES.length < 64; number += 1) {
  if (PRIMES.every((prime) => number % prime !== 0)) PRIMES.push(number);
}
const fraction = (root) => (root - Math.floor(root)) * 4294967296 | 0;
const BEGIN = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUND = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const W = new Int32Array(64);
const turned = (word, by) => (word >>> by) | (word << (32 - by));

function compress(state) {
  for (let i = 16; i < 64; i += 1) {
    const a = W[i - 15];
    const b = W[i - 2];
    W[i] = W[i - 16] + (turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)) + W[i - 7] + (turned(b, 17) ^ turned(b, 19) ^ (b >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + W[i]) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]) | 0);
}

// The first word of the hash; blocks before `from` are in `state` already.
function firstWord(text, from, state) {
  const blocks = Math.ceil((text.length + 9) / 64);
  const byte = (at) => {
    if (at < text.length) return text.charCodeAt(at);
    return at === text.length ? 128 : 0;
  };
  for (let block = from; block < blocks; block += 1) {
    fill(block, byte);
    if (block === blocks - 1) W[15] = text.length * 8;
    state = compress(state);
  }
  return state[0] >>> 0;
}

function fill(block, byte) {
  for (let i = 0; i < 16; i += 1) {
    const at = block * 64 + i * 4;
    W[i] = (byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3);
  }
}

if (form) {
  const riddle = form.dataset.riddle;
  const bits = Number(form.dataset.difficulty);
  const below = 2 ** (32 - bits);
  // The riddle is longer than a block and comes first, so that block is worked on once.
  fill(0, (at) => riddle.charCodeAt(at));
  const begun = compress(BEGIN);
  let tried = 0;
  told.textContent = form.dataset.computing;
  // In pieces, so that the page stays alive.
  const piece = () => {
    for (const until = tried + 4000; tried < until; tried += 1) {
      if (firstWord(`${riddle}:${tried}`, 1, begun) < below) {
        form.querySelector("[name='glas:solution']").value = String(tried);
        form.requestSubmit();
        return;
      }
    }
    setTimeout(piece);
  };
  piece();
}
