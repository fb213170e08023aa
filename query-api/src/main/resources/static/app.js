// The search page. Where it stands is in the address: #people?q=…, #person/ID, #relationship/A/B.
const results = document.getElementById("results");
const status = document.getElementById("status");
const more = document.getElementById("more");
const form = document.getElementById("search");

const KEPT = "kith.token";
const TABS = ["people", "relationships", "activities", "sources"];
let turn = 0; // answers to a question that is no longer on screen are dropped

/** Makes an element; whatever others wrote only ever becomes text. */
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
  return element;
}

async function ask(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const token = sessionStorage.getItem(KEPT);
  const response = await fetch(`api/${path}?${query}`, token ? { headers: { Authorization: `Bearer ${token}` } } : {});
  if (response.status === 401) {
    const given = window.prompt("This service wants a token (kith.api.token)");
    if (given) {
      sessionStorage.setItem(KEPT, given);
      return ask(path, parameters);
    }
  }
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? answer.title ?? response.statusText);
  return answer;
}

function strength(closeness) {
  if (!closeness) return el("span", { class: "soft" }, "no contact");
  const arrow = { warming: "↗", steady: "→", cooling: "↘" }[closeness.trend] ?? "";
  return el("span", { class: "strength" },
    el("meter", { min: 0, max: 100, value: closeness.strength, "aria-label": "strength" }),
    el("span", {}, `${closeness.strength.toFixed(0)} ${arrow} ${closeness.trend}`),
    closeness.last ? el("span", { class: "soft" }, `last ${closeness.last}`) : null);
}

const personLink = person => el("a", { class: "name", href: `#person/${person.id}` }, person.name);
const joined = list => (list ?? []).join(", ");

const item = {
  people: hit => el("li", {},
    el("div", { class: "row" }, personLink(hit), strength(hit.closeness)),
    el("div", { class: "soft" }, [joined(hit.emails), joined(hit.organisations), joined(hit.networks)].filter(Boolean).join(" · ")),
    hit.talks ? el("div", { class: "soft" }, `${(hit.talks.share * 100).toFixed(0)} % of what is said about it, in ${hit.talks.activities} activities`) : null),

  relationships: hit => el("li", {},
    el("div", { class: "row" },
      el("span", {}, personLink(hit.a), " – ", personLink(hit.b)),
      strength(hit)),
    el("div", { class: "soft" }, `${hit.sentByA} → · ← ${hit.sentByB} · ${joined(hit.kinds)} · since ${hit.first ?? "?"} · `,
      el("a", { href: `#relationship/${hit.a.id}/${hit.b.id}` }, "why?"))),

  activities: (hit, page) => {
    const who = account => page.people[account] ? personLink(page.people[account]) : document.createTextNode(account);
    const title = hit.title || hit.kind;
    return el("li", {},
      el("div", { class: "row" },
        el("span", {}, who(hit.actor ?? ""), ...(hit.towards ?? []).slice(0, 5).flatMap((account, i) => [i ? ", " : " → ", who(account)])),
        el("time", { class: "soft", datetime: hit.at }, hit.at.slice(0, 10))),
      el("div", {}, title),
      hit.text ? el("p", { class: "text soft" }, hit.text.slice(0, 400)) : null,
      el("div", { class: "soft" }, [hit.network, hit.context, joined(hit.topics)].filter(Boolean).join(" · ")));
  },

  sources: source => el("li", {},
    el("div", { class: "row" }, el("span", { class: "name" }, source.source), el("span", {}, source.state)),
    el("div", { class: "soft" }, `${source.network} · ${source.read} read · ${source.unreadable} unreadable · ${source.remaining ?? "?"} left · ${source.rate}/s`),
    source.message ? el("p", { class: "error" }, source.message) : null),
};

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

const asker = () => ({ as: form.elements.as.value.trim() });

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
  const [what, ...ids] = (path || "people").split("/");
  const parameters = new URLSearchParams(query);
  if (query !== undefined) {
    form.elements.q.value = parameters.get("q") ?? "";
    form.elements.as.value = parameters.get("as") ?? form.elements.as.value;
  }
  const mine = ++turn;
  results.replaceChildren();
  status.textContent = "…";
  more.hidden = true;
  for (const tab of TABS) {
    const link = document.getElementById(`tab-${tab}`);
    if (tab === what) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    link.href = `#${tab}?${new URLSearchParams({ q: form.elements.q.value, ...asker() })}`;
  }
  guarded(async () => {
    if (what === "person") await person(encodeURIComponent(ids[0] ?? ""), mine);
    else if (what === "relationship") await relationship(...ids.slice(0, 2).map(encodeURIComponent), mine);
    else {
      const hits = el("ul", { class: "hits" });
      results.append(hits);
      await list(TABS.includes(what) ? what : "people",
        what === "sources" ? {} : { q: form.elements.q.value.trim(), ...asker() }, mine, hits);
      return;
    }
    if (mine === turn) status.textContent = "";
  });
}

form.addEventListener("submit", event => {
  event.preventDefault();
  const tab = TABS.slice(0, 3).find(name => location.hash.startsWith(`#${name}`)) ?? "people";
  const next = `#${tab}?${new URLSearchParams({ q: form.elements.q.value, ...asker() })}`;
  if (location.hash === next) show();
  else location.hash = next;
});
window.addEventListener("hashchange", show);
show();
