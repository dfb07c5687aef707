// The page's texts in its language, and numbers and days as that language writes them.

const language = document.documentElement.lang;
const locale = language === "en" ? "en-GB" : "sv-SE";
const texts = JSON.parse(document.getElementById("texts").textContent);
const zone = texts.zone;

/** The texts, by part of the page. */
export const words = texts;

const whole = new Intl.NumberFormat(locale);
const hundredths = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
const monthFormat = new Intl.DateTimeFormat(locale, {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const momentFormat = new Intl.DateTimeFormat(locale, {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: zone,
});
const list = new Intl.ListFormat(locale, { type: "conjunction" });

export const number = (value) => whole.format(value);

export const decimal = (value) => hundredths.format(value);

/** A day such as 2015-03-27, or a month or year where no more is known. */
export function day(text) {
  if (!text) {
    return "";
  }
  switch (text.length) {
    case 4:
      return text;
    case 7:
      return monthFormat.format(new Date(`${text}-01T00:00:00Z`));
    default:
      return dayFormat.format(new Date(`${text}T00:00:00Z`));
  }
}

export const moment = (text) => momentFormat.format(new Date(text));

export const all = (names) => list.format(names);

/** Money in minor units, without the cents where there are none. */
export function money({ minor, currency }) {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: minor % 100 === 0 ? 0 : 2,
  }).format(minor / 100);
}

/** Puts values in the places of a sentence: "{name} left" and { name: "A" } is "A left". */
export const say = (sentence, values) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
