// The search page. Where it stands is in the address: #people?q=…, #person/ID, #relationship/A/B, #topics, #topic/NAME,
// #meetings, #searches, #updates/ID, #sources, #unreadable.
import { get } from "./api.js";
import { el, item, joined } from "./elements.js";
import { meetings } from "./meetings.js";
import { person } from "./person.js";
import { relationship } from "./relationship.js";
import { saved, save, update } from "./searches.js";
import { sources } from "./sources.js";
import { rising, topic } from "./topics.js";

const results = document.getElementById("results");
const status = document.getElementById("status");
const more = document.getElementById("more");
const form = document.getElementById("search");
const keep = document.getElementById("keep");

const LISTS = ["people", "relationships", "activities"];
const SEARCHED = [...LISTS, "topics"];
const TABS = [...SEARCHED, "meetings", "searches", "sources", "unreadable"];
const PARENTS = { topic: "topics", updates: "searches" };
let turn = 0; // a response for a view that is no longer shown is dropped
let shown = {}; // the search on screen, whatever has been typed since

/** The views by their name in the address; ids follow the name. */
const VIEWS = {
  people: listing, relationships: listing, activities: listing, unreadable: listing, meetings, sources,
  person: (page, id) => person(encodeURIComponent(id), page),
  relationship: (page, a, b) => relationship(encodeURIComponent(a), encodeURIComponent(b), page),
  topics: rising,
  topic: (page, name) => topic(decodeURIComponent(name), page),
  searches: saved,
  updates: (page, id) => update(encodeURIComponent(id), page),
};

function listing(page) {
  const hits = el("ul", { class: "hits" });
  results.append(hits);
  return list(page, page.view === "unreadable" ? {} : { q: page.q, ...page.viewer }, hits);
}

async function list(page, parameters, into, cursor) {
  const answer = await get(page.view, { ...parameters, cursor });
  if (!page.isShown()) return;
  into.append(...answer[page.view].map(hit => item[page.view](hit, answer)));
  if (!cursor && !answer[page.view].length) into.after(el("p", { class: "soft" }, nothing(page, answer)));
  status.textContent = [
    answer.total === undefined ? "" : `${answer.total}${answer.total >= 10000 ? " or more" : ""} found.`,
    answer.as?.people?.length ? `Asked as ${joined(answer.as.people.map(person => person.name))}.` : "",
    answer.as?.note ?? "",
    answer.note ?? "",
  ].join(" ");
  more.hidden = !answer.next;
  more.onclick = () => guarded(() => list(page, parameters, into, answer.next), page.isShown);
}

/** What to do where nothing is found. */
function nothing(page, answer) {
  if (page.q) return `Nothing fits all of “${page.q}”. Leave out a word or a condition, try another spelling, or look under another tab.`;
  if (page.view === "people" && answer.as?.people?.length)
    return `${joined(answer.as.people.map(person => person.name))} is in touch with nobody yet. Search for a name, or look under Sources whether all is read.`;
  return "Nothing is read yet. Look under Sources what is being read.";
}

const asked = () => form.elements.q.value.trim();
const viewer = () => ({ as: form.elements.as.value.trim() });
const place = tab => `#${tab}?${new URLSearchParams({ q: form.elements.q.value, ...viewer() })}`;
const shownList = () => LISTS.find(name => location.hash.startsWith(`#${name}`)) ?? "people";

async function guarded(work, isShown = () => true) {
  try {
    await work();
  } catch (error) {
    if (!isShown()) return;
    status.textContent = "";
    results.append(el("p", { class: "error", role: "alert" }, error.message));
  }
}

function show() {
  const [path, query] = location.hash.slice(1).split("?");
  const [named, ...ids] = (path || "people").split("/");
  const view = Object.hasOwn(VIEWS, named) ? named : "people";
  const parameters = new URLSearchParams(query);
  if (query !== undefined) {
    form.elements.q.value = parameters.get("q") ?? "";
    form.elements.as.value = parameters.get("as") ?? form.elements.as.value;
  }
  const mine = ++turn;
  results.replaceChildren();
  status.textContent = "…";
  more.hidden = true;
  keep.hidden = !LISTS.includes(view);
  keep.open = false;
  for (const tab of TABS) {
    const link = document.getElementById(`tab-${tab}`);
    if (tab === view) link.setAttribute("aria-current", "page");
    else if (tab === PARENTS[view]) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    link.href = SEARCHED.includes(tab) ? place(tab) : `#${tab}`;
  }
  shown = { q: asked(), type: shownList(), ...viewer() };
  keep.querySelector("input").value = shown.q;
  const isShown = () => mine === turn;
  const page = { view, results, status, viewer: viewer(), q: asked(), isShown, again: show };
  guarded(async () => VIEWS[view](page, ids[0] ?? "", ids[1] ?? ""), isShown);
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
