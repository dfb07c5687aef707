// Takes the parts of the page that show figures from a page fresh from the server, which words them
// the same way whether a script runs or not.

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
    return { again: true, sentence: problem?.textContent.trim() ?? "" };
  }
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const shown = document.querySelector(`[data-part="${part.dataset.part}"]`);
    if (shown && shown.innerHTML !== part.innerHTML) {
      keepingFocus(shown, () => shown.replaceChildren(...part.childNodes));
    }
  }
  return { again: false };
}

/** Who stands on a link in a part with the keyboard still stands on it afterwards. */
function keepingFocus(part, replace) {
  const focusable = () => [...part.querySelectorAll("a, [tabindex]")];
  const place = focusable().indexOf(document.activeElement);
  replace();
  if (place >= 0) {
    focusable()[place]?.focus({ preventScroll: true });
  }
}
