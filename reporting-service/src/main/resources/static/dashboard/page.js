// The page comes with its figures. This keeps them fresh and adds what needs a script: a reading of
// the chart, the changes as they happen, and a new day without a new page.

import { readable } from "./chart.js";
import { follow } from "./live.js";
import { onRelease, refresh } from "./parts.js";
import { isNow, onChoice, question } from "./when.js";

const RETRY_AT_FIRST = 1000;
const RETRY_AT_MOST = 15000;
const CALM = 1000;
const STALE = 60000;

const problem = document.querySelector("[data-part=problem]");
let latest = 0;
let wait = RETRY_AT_FIRST;
let timer;
let calm;

/** Shows what is asked for, and tries again until it can. */
async function show() {
  clearTimeout(timer);
  const turn = ++latest;
  const isLatest = () => turn === latest;
  try {
    const answer = await refresh(question(), isLatest);
    if (!isLatest()) {
      return;
    }
    if (answer.again) {
      again(answer.sentence);
    } else {
      wait = RETRY_AT_FIRST;
      readable();
    }
  } catch (away) {
    if (isLatest()) {
      again(document.body.dataset.away);
    }
    if (!(away instanceof TypeError)) {
      throw away;
    }
  }
}

function again(sentence) {
  if (problem.textContent !== sentence) {
    problem.textContent = sentence;
  }
  timer = setTimeout(show, wait);
  wait = Math.min(wait * 2, RETRY_AT_MOST);
}

/** A burst of changes is one change, and not before the one before has been read out. */
function showSoon() {
  calm ??= setTimeout(() => {
    calm = undefined;
    show();
  }, CALM);
}

readable();
onChoice(show);
onRelease(showSoon);
follow(showSoon);
setInterval(() => document.hidden || !isNow() || showSoon(), STALE);
if (problem.textContent !== "") {
  timer = setTimeout(show, wait);
}
