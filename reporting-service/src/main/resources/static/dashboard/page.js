// The page comes with its figures. This keeps them fresh and adds what needs a script: the chart,
// the changes as they happen, and a new day without a new page.

import { follow } from "./changes.js";
import { draw } from "./chart.js";
import { isNow, onChoice, question } from "./when.js";
import { refresh } from "./parts.js";
import { words } from "./words.js";

const RETRY_AT_FIRST = 1000;
const RETRY_AT_MOST = 15000;
const CALM = 1000;

const problem = document.querySelector("[data-part=problem]");
let latest = 0;
let wait = RETRY_AT_FIRST;
let timer;

/** Shows the figures and the chart for what is asked, and tries again until it can. */
async function show({ figures }) {
  clearTimeout(timer);
  const turn = ++latest;
  const isLatest = () => turn === latest;
  try {
    const page = figures ? await refresh(question(), isLatest) : { again: false };
    const answer = page.again ? page : await draw(question(), isLatest);
    if (answer.again) {
      again(turn, answer.sentence);
    } else {
      wait = RETRY_AT_FIRST;
    }
  } catch (away) {
    again(turn, words.page.away);
    if (!(away instanceof TypeError)) {
      throw away;
    }
  }
}

function again(turn, sentence) {
  if (turn !== latest) {
    return;
  }
  if (problem.textContent !== sentence) {
    problem.textContent = sentence;
  }
  timer = setTimeout(() => show({ figures: true }), wait);
  wait = Math.min(wait * 2, RETRY_AT_MOST);
}

onChoice(() => show({ figures: true }));

let calm;
follow(() => {
  if (!calm && isNow()) {
    calm = setTimeout(() => {
      calm = undefined;
      show({ figures: true });
    }, CALM);
  }
});

show({ figures: problem.textContent !== "" });
