// The search page. Where it stands is in the address: #people?q=…, #person/ID, #relationship/A/B, #topics, #topic/NAME,
// #searches, #news/ID, #sources.
import { ask, tell } from "./ask.js";
import { button, el, item, joined, personLink, strength } from "./elements.js";
import { news, saved, save } from "./searches.js";
import { rising, topic } from "./topics.js";

const results = document.getElementById("results");
const status = document.getElementById("status");
const more = document.getElementById("more");
const form = document.getElementById("search");
const keep = document.getElementById("keep");

const LISTS = ["people", "relationships", "activities"];
const SEARCHED = [...LISTS, "topics"];
const TABS = [...SEARCHED, "searches", "sources"];
const PARENTS = { topic: "topics", news: "searches" };
let turn = 0; // answers to a question that is no longer on screen are dropped
let shown = {}; // the search on screen, whatever has been typed since

async function list(tab, parameters, mine, into, cursor) {
  const page = await ask(tab, { ...parameters, cursor });
  if (mine !== turn) return;
  const hits = page[tab];
  into.append(...hits.map(hit => item[tab](hit, page)));
  status.textContent = [
    page.total === undefined ? "" : `${page.total}${page.total >= 10000 ? " or more" : ""} found.`,
    page.as?.people?.length ? `Asked as ${joined(page.as.people.map(person => person.name))}.` : "",
    page.as?.note ?? "",
    page.note ?? "",
  ].join(" ");
  more.hidden = !page.next;
  more.onclick = () => guarded(() => list(tab, parameters, mine, into, page.next));
}

/** Who can introduce us; nobody where it is oneself, or where nobody is known to ask. */
async function introductions(id) {
  try {
    return (await ask(`people/${id}/introductions`, { size: 3, ...asker() })).paths;
  } catch {
    return [];
  }
}

const path = found => el("li", {},
  personLink(found.steps[0].from),
  ...found.steps.flatMap(step => [` – ${step.closeness.strength.toFixed(0)} – `, personLink(step.to)]));

/** Who else somebody may be, and two buttons to say so or otherwise. */
function mayBe(who, suggestions) {
  if (!suggestions.length) return [];
  return [el("h2", {}, "May also be"), el("ul", { class: "hits" }, ...suggestions.map(each => {
    const other = [each.a, each.b].find(side => side.person.id !== who.id) ?? each.b;
    const verdict = (label, verdict) => button(label, { class: "quiet", "aria-label": `${label}: ${other.person.name}` }, async () => {
      await tell("POST", "decisions", { a: each.a.account, b: each.b.account, verdict });
      line.replaceChildren(`${other.person.name}: ${label.toLowerCase()}, as you say. It takes effect in a moment.`);
      line.focus();
    });
    const line = el("li", { tabindex: -1 },
      el("div", { class: "row" }, personLink(other.person), el("span", {}, verdict("Same person", "same"), " ", verdict("Somebody else", "different"))),
      el("div", { class: "soft" }, `${other.account} · ${each.reason} · ${(each.chance * 100).toFixed(0)} % likely`));
    return line;
  }))];
}

async function person(id, mine) {
  const [who, why] = await Promise.all([ask(`people/${id}`, asker()), ask(`people/${id}/why`)]);
  if (mine !== turn) return;
  const ways = el("div");
  const ties = el("ul", { class: "hits" });
  const timeline = el("ul", { class: "hits" });
  results.append(
    el("h2", {}, who.name), strength(who.closeness),
    el("dl", {},
      ...who.accounts.flatMap(account => [el("dt", {}, account.network), el("dd", {}, account.account)]),
      ...(who.organisations.length ? [el("dt", {}, "organisation"), el("dd", {}, joined(who.organisations))] : []),
      ...(who.topics?.length ? [el("dt", {}, "speaks of"), el("dd", {}, joined(who.topics.map(each => each.topic)))] : [])),
    el("h2", {}, "Why these are one person"),
    el("ul", {}, ...why.evidence.map(reason => el("li", {}, `${reason.a} = ${reason.b}: ${reason.reason} (${reason.bits.toFixed(1)} bits)`)),
      ...why.refused.map(reason => el("li", { class: "soft" }, `not: ${reason.a}, ${reason.b}: ${reason.refused ?? reason.reason}`))),
    ...mayBe(who, why.suggestions),
    ways, el("h2", {}, "In touch with"), ties, el("h2", {}, "Timeline"), timeline);
  const [relationships, activities, paths] = await Promise.all([
    ask(`people/${id}/relationships`, { size: 10 }), ask(`people/${id}/activities`, { size: 20, ...asker() }),
    introductions(id)]);
  if (mine !== turn) return;
  if (paths.some(found => found.steps.length > 1)) ways.append(el("h2", {}, "Who can introduce us"), el("ul", {}, ...paths.map(path)));
  ties.append(...relationships.relationships.map(hit => item.relationships(hit)));
  timeline.append(...activities.activities.map(hit => item.activities(hit, activities)));
}

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

/** A time as one would say it. */
function spoken(minutes) {
  if (minutes < 90) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}

/** What to remember, under a heading; nothing where there is nothing. */
function remembered(heading, exchanges, tie) {
  if (!exchanges.length) return [];
  const name = id => [tie.a, tie.b].find(each => each.id === id)?.name ?? id;
  return [el("h2", {}, heading), el("ul", { class: "hits" }, ...exchanges.map(each => el("li", {},
    el("div", { class: "row" }, el("span", {}, `${name(each.from)}: ${each.title || each.kind}`),
      el("time", { class: "soft", datetime: each.at }, each.at.slice(0, 10))),
    each.excerpt ? el("p", { class: "text soft" }, each.excerpt) : null)))];
}

async function relationship(a, b, mine) {
  const tie = await ask(`relationships/${a}/${b}`, asker());
  if (mine !== turn) return;
  const parts = (title, of) => [el("dt", {}, title), el("dd", {}, Object.entries(of).map(([name, points]) => `${name} ${points}`).join(" · "))];
  const answers = [[tie.a, tie.answerDelay.byA], [tie.b, tie.answerDelay.byB]]
    .filter(([, delay]) => delay).map(([who, delay]) => `${who.name} within ${spoken(delay.medianMinutes)}`);
  const memory = tie.memory;
  results.append(
    el("h2", {}, personLink(tie.a), " – ", personLink(tie.b)), strength(tie), curve(tie.history.curve),
    el("dl", {},
      el("dt", {}, "since"), el("dd", {}, `${tie.first ?? "?"}, ${tie.rhythm.daysInTouch} days in touch`),
      el("dt", {}, "silent for"), el("dd", {}, `${tie.rhythm.silentDays ?? "?"} days${tie.rhythm.unusuallySilent ? ", unusually long for these two" : ""}`),
      el("dt", {}, "each way"), el("dd", {}, `${tie.sentByA} → · ← ${tie.sentByB}`),
      ...(answers.length ? [el("dt", {}, "answers"), el("dd", {}, joined(answers))] : []),
      ...(memory.topicsInCommon.length ? [el("dt", {}, "both speak of"), el("dd", {}, joined(memory.topicsInCommon))] : []),
      ...parts("by network", tie.breakdown.networks), ...parts("by kind", tie.breakdown.kinds)),
    ...remembered("Open questions", memory.openQuestions, tie),
    ...remembered("Last exchanges", memory.lastExchanges, tie),
    ...remembered("Highlights", memory.highlights, tie));
}

const asked = () => form.elements.q.value.trim();
const asker = () => ({ as: form.elements.as.value.trim() });
const place = tab => `#${tab}?${new URLSearchParams({ q: form.elements.q.value, ...asker() })}`;
const shownList = () => LISTS.find(name => location.hash.startsWith(`#${name}`)) ?? "people";

async function guarded(work) {
  try {
    await work();
  } catch (error) {
    status.textContent = "";
    results.append(el("p", { class: "error", role: "alert" }, error.message));
  }
}

function show() {
  const [path, query] = location.hash.slice(1).split("?");
  const [named, ...ids] = (path || "people").split("/");
  const what = [...TABS, ...Object.keys(PARENTS), "person", "relationship"].includes(named) ? named : "people";
  const parameters = new URLSearchParams(query);
  if (query !== undefined) {
    form.elements.q.value = parameters.get("q") ?? "";
    form.elements.as.value = parameters.get("as") ?? form.elements.as.value;
  }
  const mine = ++turn;
  results.replaceChildren();
  status.textContent = "…";
  more.hidden = true;
  keep.hidden = !LISTS.includes(what);
  keep.open = false;
  for (const tab of TABS) {
    const link = document.getElementById(`tab-${tab}`);
    if (tab === what) link.setAttribute("aria-current", "page");
    else if (tab === PARENTS[what]) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    link.href = SEARCHED.includes(tab) ? place(tab) : `#${tab}`;
  }
  shown = { q: asked(), what: shownList(), ...asker() };
  keep.querySelector("input").value = shown.q;
  const page = { results, status, asker: asker(), q: asked(), isShown: () => mine === turn, again: show };
  guarded(async () => {
    if (what === "person") await person(encodeURIComponent(ids[0] ?? ""), mine);
    else if (what === "relationship") await relationship(...ids.slice(0, 2).map(encodeURIComponent), mine);
    else if (what === "topics") return rising(page);
    else if (what === "topic") return topic(decodeURIComponent(ids[0] ?? ""), page);
    else if (what === "searches") return saved(page);
    else if (what === "news") return news(encodeURIComponent(ids[0] ?? ""), page);
    else {
      const hits = el("ul", { class: "hits" });
      results.append(hits);
      return list(what, what === "sources" ? {} : { q: asked(), ...asker() }, mine, hits);
    }
    if (mine === turn) status.textContent = "";
  });
}

form.addEventListener("submit", event => {
  event.preventDefault();
  const next = place(SEARCHED.find(name => location.hash.split(/[#?]/)[1] === name) ?? "people");
  if (location.hash === next) show();
  else location.hash = next;
});
keep.addEventListener("toggle", () => {
  if (keep.open) keep.querySelector("input").select();
});
keep.querySelector("form").addEventListener("submit", event => {
  event.preventDefault();
  guarded(async () => {
    await save({ name: keep.querySelector("input").value.trim(), ...shown });
    keep.open = false;
    keep.querySelector("summary").focus();
    status.textContent = "Saved. What newly fits it is told under Saved.";
  });
});
window.addEventListener("hashchange", show);
show();
