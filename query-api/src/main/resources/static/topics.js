// What is spoken of more than it was, and by whom.
import { get } from "./api.js";
import { el, item, joined } from "./elements.js";

const percent = share => `${(share * 100).toFixed(1)} %`;
const times = count => `${count} ${count === 1 ? "activity" : "activities"}`;

/** Topics rising now, the most remarkable first. */
export async function rising({ results, status, viewer, q, isShown }) {
  const page = await get("topics", { q, ...viewer });
  if (!isShown()) return;
  status.textContent = [
    page.topics.length ? `Rising since ${page.window.recent.from}, held against what was said since ${page.window.former.from}.`
      : `Nothing is spoken of more than before since ${page.window.recent.from}. Look for a word under Activities instead.`,
    page.as?.people?.length ? `Asked as ${joined(page.as.people.map(person => person.name))}.` : "",
    page.as?.note ?? "",
  ].join(" ");
  results.append(el("ul", { class: "hits" }, ...page.topics.map(each => el("li", {},
    el("div", { class: "row" },
      el("a", { class: "name", href: `#topic/${encodeURIComponent(each.topic)}` }, each.topic),
      el("span", {}, `${times(each.activities)} by ${each.accounts} ${each.accounts === 1 ? "account" : "accounts"}`)),
    el("div", { class: "soft" }, `${percent(each.share)} of what is said, ${percent(each.formerShare)} before`)))));
}

/** Who talks about a topic, and who of them is close. */
export async function topic(name, { results, status, viewer, isShown }) {
  const page = await get(`topics/${encodeURIComponent(name)}/people`, viewer);
  if (!isShown()) return;
  status.textContent = page.total
    ? `${page.total} ${page.total === 1 ? "person talks" : "people talk"} about it.`
    : "Nobody whose words you may see talks about it. Try another word or the singular.";
  const people = (heading, hits) => hits.length
    ? [el("h2", {}, heading), el("ul", { class: "hits" }, ...hits.map(hit => item.people(hit)))] : [];
  const words = `topic:"${name.replaceAll('"', " ")}"`;
  results.append(el("h2", {}, name),
    el("p", {}, el("a", { href: `#activities?${new URLSearchParams({ q: words, ...viewer })}` }, "What was said about it")),
    ...people("Closest of those who talk about it", page.closest),
    ...people("Who talks about it most", page.people));
}
