// Takes the parts of the page from a page fresh from the server, which words them the same way
// whether a script runs or not. What a reader has opened, focused or scrolled to stays so.

const came = new Map();
const held = document.querySelector("[data-part=changes]");
const live = document.getElementById("live");
const state = document.getElementById("changes-state");
let waiting = false;

const parts = (page) => page.querySelectorAll("[data-part]");
for (const part of parts(document)) {
  came.set(part.dataset.part, part.innerHTML);
}

/**
 * Replaces what has changed.
 *
 * @returns {Promise<{again: boolean, sentence: string}>} whether the server has no answer yet
 */
export async function refresh(question, isLatest) {
  const answer = await fetch(`/?${question}`, { headers: { Accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!isLatest()) {
    return { again: false };
  }
  const problem = fresh.querySelector("[data-part=problem]");
  if (answer.status >= 500 || !problem) {
    return { again: true, sentence: problem?.textContent.trim() || document.body.dataset.away };
  }
  if (fresh.body.dataset.empty !== document.body.dataset.empty) {
    location.reload();
  }
  for (const part of parts(fresh)) {
    const name = part.dataset.part;
    const shown = document.querySelector(`[data-part="${name}"]`);
    const html = part.innerHTML;
    if (!shown || (came.get(name) === html && name !== "problem")) {
      continue;
    }
    if (shown === held && isHeld()) {
      waiting = true;
      continue;
    }
    came.set(name, html);
    keepingPlace(shown, () => shown.replaceChildren(...part.childNodes));
  }
  return { again: false };
}

/** Whether somebody reads the changes just now, or wants them to stand still. */
export const isHeld = () =>
  Boolean(held) && (!live.checked || held.matches(":hover") || held.matches(":focus-within"));

/** Tells when changes that were held back may be shown. */
export function onRelease(tell) {
  const release = () => {
    if (waiting && !isHeld()) {
      waiting = false;
      tell();
    }
  };
  live?.closest("[hidden]")?.removeAttribute("hidden");
  held?.addEventListener("mouseleave", release);
  held?.addEventListener("focusout", () => setTimeout(release));
  live?.addEventListener("change", release);
}

function keepingPlace(part, replace) {
  const focusable = () => [...part.querySelectorAll("a, summary, [tabindex]")];
  const boxes = () => [...part.querySelectorAll(".scroll")];
  const focus = focusable().indexOf(document.activeElement);
  const open = [...part.querySelectorAll("details[open]")].map((details) => details.id);
  const places = boxes().map((box) => [box.scrollLeft, box.scrollTop]);
  const known = new Set([...part.querySelectorAll("[data-change]")].map(id));
  replace();
  open.forEach((details) => document.getElementById(details)?.setAttribute("open", ""));
  boxes().forEach((box, at) => places[at] && box.scrollTo(...places[at]));
  if (focus >= 0) {
    focusable()[focus]?.focus({ preventScroll: true });
  }
  if (part === held) {
    announce([...part.querySelectorAll("[data-change]")].filter((item) => !known.has(id(item))));
  }
}

const id = (item) => item.dataset.change;

/** Marks what is new, and says it to who does not see it. */
function announce(fresh) {
  fresh.forEach((item) => item.classList.add("new"));
  if (fresh.length === 1) {
    state.textContent = fresh[0].querySelector("span").textContent;
  } else if (fresh.length > 1) {
    state.textContent = state.dataset.many.replace("{count}", fresh.length);
  }
}
