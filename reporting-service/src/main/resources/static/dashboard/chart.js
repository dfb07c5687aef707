// Reads a day of the chart: with the mouse, a finger or the arrow keys.

const slider = document.getElementById("day");
const readout = document.getElementById("readout");

const rows = () => [...document.querySelectorAll("#chart-table tbody tr")];

/** Fits the slider to the chart as it is now. */
export function readable() {
  const last = rows().length - 1;
  if (!slider || last < 1) {
    return;
  }
  const wasLast = slider.hidden || slider.value === slider.max;
  slider.max = last;
  slider.value = wasLast ? last : slider.value;
  slider.hidden = false;
  tell(readout.textContent !== "");
}

function tell(isShown) {
  const row = rows()[slider.value];
  if (!row) {
    return;
  }
  const [day, members, employees] = [...row.cells].map((cell) => cell.textContent);
  const values = { day, members, employees };
  const sentence = slider.dataset.sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  slider.setAttribute("aria-valuetext", sentence);
  readout.textContent = isShown ? sentence : "";
  for (const cursor of document.querySelectorAll(".plot .cursor")) {
    cursor.setAttribute("x1", `${row.dataset.at}%`);
    cursor.setAttribute("x2", `${row.dataset.at}%`);
    cursor.classList.toggle("on", isShown);
  }
}

slider?.addEventListener("input", () => tell(true));
slider?.addEventListener("focus", () => tell(true));
slider?.addEventListener("blur", () => tell(false));
slider?.addEventListener("pointerleave", () => tell(document.activeElement === slider));
slider?.addEventListener("pointermove", (event) => {
  const box = slider.getBoundingClientRect();
  const place = (100 * (event.clientX - box.left)) / box.width;
  const distance = (row) => Math.abs(Number(row.dataset.at) - place);
  const all = rows();
  slider.value = all.indexOf(all.reduce((one, other) => (distance(other) < distance(one) ? other : one)));
  tell(true);
});
