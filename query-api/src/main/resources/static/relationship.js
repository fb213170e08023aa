// Two people.
import { get } from "./api.js";
import { el, joined, personLink, strength } from "./elements.js";

function curve(points) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const last = Math.max(1, points.length - 1);
  svg.setAttribute("class", "curve");
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "strength over time");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
  line.setAttribute("points", points.map((point, i) => `${(i / last) * 100},${100 - point.strength}`).join(" "));
  svg.append(line);
  return svg;
}

/** A duration in minutes, hours or days. */
function duration(minutes) {
  if (minutes < 90) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}

/** Exchanges under a heading; nothing if there are none. */
function section(heading, exchanges, tie) {
  if (!exchanges.length) return [];
  const name = id => [tie.a, tie.b].find(each => each.id === id)?.name ?? id;
  return [el("h2", {}, heading), el("ul", { class: "hits" }, ...exchanges.map(each => el("li", {},
    el("div", { class: "row" }, el("span", {}, `${name(each.from)}: ${each.title || each.kind}`),
      el("time", { class: "soft", datetime: each.at }, each.at.slice(0, 10))),
    each.excerpt ? el("p", { class: "text soft" }, each.excerpt) : null)))];
}

/** How close two people are, since when, and their recent exchanges. */
export async function relationship(a, b, { results, status, viewer, isShown }) {
  const tie = await get(`relationships/${a}/${b}`, viewer);
  if (!isShown()) return;
  status.textContent = "";
  const parts = (title, of) => [el("dt", {}, title), el("dd", {}, Object.entries(of).map(([name, points]) => `${name} ${points}`).join(" · "))];
  const answers = [[tie.a, tie.answerDelay.byA], [tie.b, tie.answerDelay.byB]]
    .filter(([, delay]) => delay).map(([who, delay]) => `${who.name} within ${duration(delay.medianMinutes)}`);
  const { context } = tie;
  results.append(
    el("h2", {}, personLink(tie.a), " – ", personLink(tie.b)), strength(tie), curve(tie.history.curve),
    el("dl", {},
      el("dt", {}, "since"), el("dd", {}, `${tie.first ?? "?"}, ${tie.rhythm.daysInTouch} days in touch`),
      el("dt", {}, "silent for"), el("dd", {}, `${tie.rhythm.silentDays ?? "?"} days${tie.rhythm.unusuallySilent ? ", unusually long for these two" : ""}`),
      el("dt", {}, "interactions"), el("dd", {}, `${tie.sentByA} → · ← ${tie.sentByB}, in ${context.exchanges} activities that can be seen`),
      ...(answers.length ? [el("dt", {}, "answers"), el("dd", {}, joined(answers))] : []),
      ...(context.topicsInCommon.length ? [el("dt", {}, "both speak of"), el("dd", {}, joined(context.topicsInCommon))] : []),
      ...parts("by network", tie.breakdown.networks), ...parts("by kind", tie.breakdown.kinds),
      ...(tie.breakdown.noContactKinds.length ? [el("dt", {}, "no contact in time"), el("dd", {}, joined(tie.breakdown.noContactKinds))] : [])),
    ...section("Open questions", context.openQuestions, tie),
    ...section("Last exchanges", context.lastExchanges, tie),
    ...section("Highlights", context.highlights, tie));
}
