// The meetings of the next days, and what to know before each.
import { get } from "./api.js";
import { el, personLink, strength } from "./elements.js";

/** The viewer's meetings within the next seven days. */
export async function meetings({ results, status, viewer, isShown }) {
  const answer = await get("meetings", viewer);
  if (!isShown()) return;
  status.textContent = answer.meetings.length
    ? [`${answer.total} in the next seven days.`, answer.note ?? ""].join(" ")
    : "No meeting in the next seven days. Add a calendar under Sources if none is read yet.";
  results.append(el("ul", { class: "hits" }, ...answer.meetings.map(meeting)));
}

const written = instant => new Date(instant).toLocaleString(undefined,
  { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

const meeting = found => el("li", {},
  el("div", { class: "row" }, el("span", {}, found.title || "Meeting"),
    el("time", { class: "soft", datetime: found.start }, written(found.start))),
  el("div", { class: "soft" }, [found.place, found.status, found.answer ? `you: ${found.answer}` : "", found.calendar]
    .filter(Boolean).join(" · ")),
  el("ul", {}, ...found.attendees.map(attendee)));

const attendee = guest => el("li", {},
  el("div", { class: "row" },
    el("span", {}, guest.person ? personLink(guest.person) : guest.account.replace(/^email:/, ""), ` ${guest.answer}`),
    guest.person ? strength(guest.closeness) : null),
  line("last", guest.lastExchange), line("open", guest.openQuestion));

const line = (label, exchange) => exchange
  ? el("div", { class: "soft" }, `${label}: ${exchange.at.slice(0, 10)}, ${exchange.network}: `, [exchange.title, exchange.excerpt].filter(Boolean).join(" – "))
  : null;
