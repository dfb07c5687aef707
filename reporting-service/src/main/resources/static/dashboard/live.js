// Hears of each change as it happens, from where the page stands, however often the line breaks.

const RETRY_AT_FIRST = 1000;
const RETRY_AT_MOST = 30000;

const state = document.getElementById("changes-state");
// a page of what was known then has seen nothing since, and only hears what comes from now on
const isThen = Boolean(document.getElementById("knownAt")?.value);
let since = isThen ? "" : (document.querySelector("[data-known]")?.textContent ?? "");
let wait = RETRY_AT_FIRST;

/** Tells when something has happened, or may have. */
export function follow(tell) {
  const source = new EventSource(`/api/changes/live?${new URLSearchParams({ since })}`);
  source.addEventListener("changes", (event) => {
    since = event.lastEventId;
    tell();
  });
  source.addEventListener("missed", tell);
  source.addEventListener("open", () => {
    wait = RETRY_AT_FIRST;
    if (state?.dataset.broken) {
      delete state.dataset.broken;
      state.textContent = "";
      tell();
    }
  });
  source.addEventListener("error", () => {
    if (state) {
      state.dataset.broken = "true";
      state.textContent = state.dataset.reconnecting;
    }
    // a browser connects again by itself, but not after an answer such as 503
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => follow(tell), wait);
      wait = Math.min(wait * 2, RETRY_AT_MOST);
    }
  });
}
