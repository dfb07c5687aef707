// Which day, which span of days, and as known when: the form, the address and the question.

import { words } from "./words.js";

const form = document.querySelector("[data-part-form]");
const PAUSE = 400;
let pause;

/** What the form asks for, without what is empty. */
export function question() {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value) {
      asked.set(name, value);
    }
  }
  return asked;
}

/** Whether the figures shown may change by themselves. */
export const isNow = () => !question().has("knownAt");

/** Tells when something else is asked for: after each complete input, and at once on the button. */
export function onChoice(tell) {
  const choose = () => {
    clearTimeout(pause);
    if (form.reportValidity()) {
      remember();
      tell();
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose();
  });
  form.addEventListener("change", () => {
    clearTimeout(pause);
    pause = setTimeout(() => form.checkValidity() && choose(), PAUSE);
  });
  for (const id of ["from", "to"]) {
    document.getElementById(id).addEventListener("input", keepInOrder);
  }
}

function keepInOrder() {
  const from = document.getElementById("from");
  const to = document.getElementById("to");
  const isBackwards = from.value && to.value && from.value > to.value;
  to.setCustomValidity(isBackwards ? words.when.backwards : "");
}

/** The address names what is shown, so that it can be kept and sent. */
function remember() {
  history.replaceState(null, "", `/?${question()}`);
  for (const link of document.querySelectorAll("[data-language]")) {
    const asked = question();
    asked.set("language", link.dataset.language);
    link.href = `/?${asked}`;
  }
}
