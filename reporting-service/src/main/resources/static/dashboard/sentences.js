// A sentence for each kind of fact, from its type and what it says.

import { all, day, decimal, money, number, say, words } from "./words.js";

const { changes, codes } = words;

/** What happened, as a person would say it. */
export function sentence(change) {
  const kind = change.type.replace(/^io\.samling\.\w+\.(.+)\.v\d+$/, "$1");
  const tell = TELLERS[kind];
  return tell ? tell(change, change.body) : say(changes.other, { type: kind, name: change.name });
}

const TELLERS = {
  "membership-began": (change, body) =>
    say(body.period > 1 ? changes["membership-began-again"] : changes["membership-began"], {
      name: body.name,
      municipality: change.names[body.municipality] ?? body.municipality,
      firstDay: day(body.firstDay),
    }),
  "membership-ended": ({ name }, body) =>
    say(changes["membership-ended"], {
      name,
      lastDay: day(body.lastDay),
      reason: codes[body.reason] ?? body.reason,
    }),
  "membership-annulled": ({ name }, body) =>
    say(changes["membership-annulled"], { name, firstDay: day(body.firstDay) }),
  "headcount-reported": ({ name }, { reading }) =>
    say(changes["headcount-reported"], { name, value: count(reading), asOf: day(reading.asOf) }),
  "headcount-corrected": ({ name }, { before, after }) =>
    say(changes["headcount-corrected"], {
      name,
      before: count(before),
      after: count(after),
      asOf: day(after.asOf),
    }),
  "project-registered": (_, body) => say(changes["project-registered"], body),
  "grant-decided": ({ name }, { grant }) =>
    say(changes["grant-decided"], {
      name,
      funders: all(grant.funders.map((funder) => funder.name)),
      amount: amount(grant),
    }),
  "grant-changed": ({ name }, { before, after }) =>
    say(changes["grant-changed"], { name, before: amount(before), after: amount(after) }),
  "grant-withdrawn": ({ name }) => say(changes["grant-withdrawn"], { name }),
  "register-opened": (_, { company }) => say(changes["register-opened"], { name: company }),
  "holder-entered": ({ name }, body) =>
    say(changes["holder-entered"], { name, holder: body.name }),
  "shares-issued": ({ name, names }, { shares, holderId }) =>
    say(changes["shares-issued"], { name, count: size(shares), holder: names[holderId] }),
  "shares-transferred": ({ name, names }, { shares, fromHolderId, toHolderId }) =>
    say(changes["shares-transferred"], {
      name,
      count: size(shares),
      from: names[fromHolderId],
      to: names[toHolderId],
    }),
  "shares-redeemed": ({ name, names }, { shares, holderId }) =>
    say(changes["shares-redeemed"], { name, count: size(shares), holder: names[holderId] }),
};

/** A reading with its measure, and its scope where it is not the site. */
function count({ measure, scope, value }) {
  const written = measure === "HEADCOUNT" ? number(value) : decimal(value / 100);
  const counted = say(codes[measure] ?? "{value}", { value: written });
  return scope === "SITE" ? counted : `${counted} ${codes[scope] ?? scope}`;
}

function amount(grant) {
  if (!grant.amount) {
    return codes.unknownAmount;
  }
  const written = money(grant.amount);
  return grant.meaning === "TOTAL_BUDGET" ? say(codes.budget, { amount: written }) : written;
}

const size = ({ first, last }) => number(last - first + 1);
