// The latest changes, as they come. Each arrives once or more and is shown once.

import { sentence } from "./sentences.js";
import { moment, number, say, words } from "./words.js";

const SHOWN = 8;
const PAUSE = 1000;

const list = document.getElementById("changes");
const state = document.getElementById("changes-state");
const live = document.getElementById("live");
let shown = [];
let waiting = new Map();
let timer;

/** Shows changes from now on, and tells when some have come. */
export function follow(tell) {
  shown = JSON.parse(document.getElementById("changes-now").textContent).slice(0, SHOWN);
  render(new Set());
  const source = new EventSource("/api/changes/live");
  source.addEventListener("changes", (event) => take(JSON.parse(event.data), tell));
  source.addEventListener("error", () => announce(words.changes.reconnecting));
  source.addEventListener("open", () => {
    if (state.textContent === words.changes.reconnecting) {
      announce("");
    }
  });
  live.addEventListener("change", () => live.checked && show());
}

/** A burst is shown at once, and not before the one before has been read out. */
function take(changes, tell) {
  const known = new Set(shown.map((change) => change.id));
  const oldest = shown.length < SHOWN ? undefined : shown.at(-1);
  const fresh = changes.filter(
    (change) =>
      !known.has(change.id) && !waiting.has(change.id) && (!oldest || byAge(change, oldest) < 0),
  );
  if (fresh.length === 0) {
    return;
  }
  fresh.forEach((change) => waiting.set(change.id, change));
  tell();
  timer ??= setTimeout(() => {
    timer = undefined;
    if (live.checked) {
      show();
    }
  }, PAUSE);
}

/** Newest first. */
const byAge = (one, other) =>
  Date.parse(other.recorded) - Date.parse(one.recorded) || other.order - one.order;

function show() {
  if (waiting.size === 0) {
    return;
  }
  const fresh = new Set(waiting.keys());
  shown = [...waiting.values(), ...shown].sort(byAge).slice(0, SHOWN);
  waiting = new Map();
  render(fresh);
  announce(
    fresh.size === 1
      ? sentence(shown.find((change) => fresh.has(change.id)) ?? shown[0])
      : say(words.changes.many, { count: number(fresh.size) }),
  );
}

function render(fresh) {
  if (shown.length === 0) {
    announce(words.changes.none);
  }
  list.replaceChildren(...shown.map((change) => item(change, fresh.has(change.id))));
}

function item(change, isNew) {
  const element = document.createElement("li");
  element.dataset.change = change.id;
  element.classList.toggle("new", isNew);
  const time = document.createElement("time");
  time.dateTime = change.recorded;
  time.textContent = moment(change.recorded);
  const what = document.createElement("span");
  what.textContent = sentence(change);
  element.append(time, what);
  return element;
}

function announce(text) {
  if (state.textContent !== text) {
    state.textContent = text;
  }
}
