// Which day, which span of days, and as known when: the form, the address and the question.

const form = document.querySelector("[data-part-form]");
const PAUSE = 400;
let pause;

/** What the form asks for, without what goes without saying: today, as known now. */
export function question() {
  const asked = new URLSearchParams();
  for (const [name, value] of form ? new FormData(form) : []) {
    if (value && !(name === "asOf" && value === form.elements.asOf.dataset.today)) {
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
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    choose();
  });
  form?.addEventListener("change", () => {
    clearTimeout(pause);
    pause = setTimeout(() => form.checkValidity() && choose(), PAUSE);
  });
  for (const id of form ? ["asOf", "from", "to"] : []) {
    form.elements[id].addEventListener("input", keepInOrder);
  }
  window.addEventListener("popstate", () => {
    fill(new URLSearchParams(location.search));
    nameLanguages();
    tell();
  });
  form?.querySelector("[data-now]").addEventListener("click", (event) => {
    event.preventDefault();
    fill(new URLSearchParams());
    remember();
    tell();
  });
}

function fill(asked) {
  for (const field of form?.querySelectorAll("input") ?? []) {
    field.value = asked.get(field.name) ?? field.dataset.today ?? "";
  }
  keepInOrder();
}

function keepInOrder() {
  if (!form) {
    return;
  }
  const { asOf, from, to } = form.elements;
  const end = to.value || asOf.value;
  to.setCustomValidity(from.value && end && from.value > end ? to.dataset.backwards : "");
}

/** The address names what is shown, so that it can be kept and sent; back is what was before. */
function remember() {
  const asked = question().toString();
  const address = asked ? `/?${asked}` : "/";
  if (address !== location.pathname + location.search) {
    history.pushState(null, "", address);
  }
  nameLanguages();
}

function nameLanguages() {
  for (const link of document.querySelectorAll("[data-language]")) {
    const asked = question();
    asked.set("language", link.dataset.language);
    link.href = `/?${asked}`;
  }
}
