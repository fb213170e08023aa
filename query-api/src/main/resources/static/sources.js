// The sources: how each fares, and which are read.
import { get, send } from "./api.js";
import { button, el } from "./elements.js";

/** All sources, and a form for one more. */
export async function sources(page) {
  const { results, status, isShown } = page;
  const answer = await get("sources");
  const networks = await get("sources/networks").then(found => found.networks, () => []);
  if (!isShown()) return;
  status.textContent = answer.sources.length ? "" : "Nothing is read yet. Add a source below.";
  results.append(el("ul", { class: "hits" }, ...answer.sources.map(source => line(source, page, networks))));
  if (networks.length) results.append(el("h2", {}, "Add a source"), addition(networks, page));
}

function line(source, page, networks) {
  const facts = [source.network, `${source.read} read`, `${source.unreadable} unreadable`,
    source.remaining ? `${source.remaining} left` : "", source.rate ? `${source.rate}/s` : "",
    source.lastEvent ? `latest ${source.lastEvent.slice(0, 10)}` : "", source.since ? `since ${source.since.slice(0, 16).replace("T", " ")}` : ""];
  return el("li", {},
    el("div", { class: "row" }, el("span", { class: "name" }, source.source), el("span", {}, source.state)),
    el("div", { class: "soft" }, facts.filter(Boolean).join(" · ")),
    source.message ? el("p", { class: "error" }, `${source.state}: ${source.message}`) : null,
    source.limitations?.length ? el("p", { class: "soft" }, `Cannot show: ${source.limitations.join("; ")}.`) : null,
    el("div", { class: "row" }, ...actions(source, page)),
    source.settings ? change(source, networks, page) : null);
}

function actions(source, { again, results }) {
  const path = `sources/${encodeURIComponent(source.source)}`;
  const action = (label, method, suffix, question) =>
    button(label, { class: "quiet", "aria-label": `${label}: ${source.source}` }, async () => {
      if (question && !window.confirm(question)) return;
      await send(method, path + suffix);
      results.focus();
      again();
    });
  const forget = action("Forget", "DELETE", "?forget=true",
    `Take away everything that only ${source.source} has delivered? This cannot be undone.`);
  if (!source.settings) return source.state === "removed" ? [forget] : [];
  return [
    source.state === "paused" ? action("Resume", "POST", "/resume") : action("Pause", "POST", "/pause"),
    source.state === "paused" ? null : action("Try again now", "POST", "/retry"),
    action("Remove", "DELETE", "", `Stop reading ${source.source}? What was read stays.`), forget];
}

/** The settings of a source, closed at first; what its user changes is sent. */
function change(source, networks, { again }) {
  const keys = networks.find(each => each.network === source.network)?.keys ?? [];
  const failure = el("p", { class: "error", role: "alert", hidden: "" });
  const form = el("form", {}, ...keys.map(key => field(key, source.source, source.settings[key.key])), failure,
    el("button", {}, "Save"));
  form.onsubmit = async event => {
    event.preventDefault();
    const changed = [...form.querySelectorAll("input")]
      .filter(input => input.value.trim() !== (source.settings[input.name] ?? ""));
    await attempt(failure, async () => {
      await send("PATCH", `sources/${encodeURIComponent(source.source)}`, { settings: valuesOf(changed) });
      again();
    });
  };
  return keys.length ? el("details", {}, el("summary", {}, `Settings of ${source.source}`), form) : null;
}

const valuesOf = inputs => Object.fromEntries(inputs.map(input => [input.name, input.value.trim()]));

/** Does something, and shows why it cannot be done. */
async function attempt(failure, work) {
  try {
    failure.hidden = true;
    await work();
  } catch (error) {
    failure.hidden = false;
    failure.textContent = error.message;
  }
}

/** A form with the keys of the chosen network, as its connector describes them. */
function addition(networks, { again }) {
  const choice = el("select", { id: "network" }, ...networks.map(each => el("option", {}, each.network)));
  const keys = el("div");
  const login = el("div");
  const failure = el("p", { class: "error", role: "alert", hidden: "" });
  const form = el("form", { id: "add" },
    el("label", { for: "network" }, "network"), choice, keys, login, failure, el("button", {}, "Add"));
  const show = () => {
    login.replaceChildren();
    keys.replaceChildren(...networks.find(each => each.network === choice.value).keys.map(key => field(key, "key", "")));
  };
  choice.onchange = show;
  show();
  form.onsubmit = async event => {
    event.preventDefault();
    const given = [...keys.querySelectorAll("input")].filter(input => input.value.trim());
    const code = login.querySelector("input")?.value.trim();
    await attempt(failure, async () => {
      const answer = await send("POST", "sources",
        { network: choice.value, ...(code ? { code } : {}), settings: valuesOf(given) });
      const added = await answer.json();
      if (added.login) login.replaceChildren(...permission(added.login));
      else again();
    });
  };
  return form;
}

/** What the owner of an account does before its source is added; only web addresses become links. */
const permission = address => [
  el("p", {}, "Open this address, log in, and permit Kith to read: ",
    /^https?:/.test(address) ? el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address) : address),
  el("p", {}, el("label", { for: "code" }, "code that the page shows then"), " ",
    el("input", { id: "code", autocomplete: "off" }))];

/** A labelled input; `form` distinguishes its id from those of other forms. */
const field = (key, form, value) => el("p", {},
  el("label", { for: `${form}-${key.key}` }, key.key), " ",
  el("input", { id: `${form}-${key.key}`, name: key.key, autocomplete: "off", placeholder: key.defaultValue ?? "",
    value: value ?? "", type: key.secret ? "password" : "text", "aria-describedby": `about-${form}-${key.key}` }), " ",
  el("span", { id: `about-${form}-${key.key}`, class: "soft" },
    [key.required ? "required" : "", key.type, key.description].filter(Boolean).join(" · ")));
