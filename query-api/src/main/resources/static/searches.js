// Saved searches: what newly fits each.
import { ask, tell } from "./ask.js";
import { button, el, failed, item } from "./elements.js";

const AT_ONCE = 50;

export const save = search => tell("POST", "searches", search);

/** All of them, each with how much is new. */
export async function saved(page) {
  const { results, status, isShown } = page;
  const { searches } = await ask("searches");
  if (!isShown()) return;
  status.textContent = searches.length
    ? `${searches.length} saved ${searches.length === 1 ? "search" : "searches"}.`
    : "Nothing is saved yet. Search for something, then choose Save this search.";
  results.append(el("ul", { class: "hits" }, ...searches.map(search => line(search, page))));
}

function line(search, { results, again }) {
  const fresh = el("span", { class: "soft" }, "…");
  told(search, fresh);
  const gone = button("Delete", { class: "quiet", "aria-label": `Delete ${search.name}` }, async () => {
    if (!window.confirm(`Delete the saved search "${search.name}"?`)) return;
    await tell("DELETE", `searches/${search.id}`);
    results.focus();
    again();
  });
  return el("li", {},
    el("div", { class: "row" },
      el("a", { class: "name", href: `#${search.what}?${new URLSearchParams({ q: search.q, as: search.as ?? "" })}` }, search.name), fresh),
    el("div", { class: "row" },
      el("span", { class: "soft" }, [search.what, search.q, search.as ? `as ${search.as}` : "", `since ${search.at.slice(0, 10)}`].filter(Boolean).join(" · ")), gone));
}

/** Asks how much is new, and says it; one search that cannot be asked does not hide the others. */
async function told(search, fresh) {
  try {
    const { found, more } = await newly(search.id);
    fresh.replaceChildren(found.length
      ? el("a", { href: `#news/${search.id}` }, `${counted(found, more)} new`)
      : "nothing new");
  } catch (error) {
    fresh.replaceChildren(failed(error));
  }
}

const counted = (found, more) => `${more ? "more than " : ""}${found.length}`;

async function newly(id) {
  const page = await ask(`searches/${id}/news`, { size: AT_ONCE });
  return { ...page, found: page[page.search.what] ?? [] };
}

/** What is new in one of them, to look at and to take for seen. */
export async function news(id, { results, status, isShown, again }) {
  const { search, found, actors, more, until } = await newly(id);
  if (!isShown()) return;
  status.textContent = found.length ? `${counted(found, more)} new.` : "Nothing new.";
  results.append(el("h2", {}, `New in ${search.name}`),
    el("ul", { class: "hits" }, ...found.map(hit => item[search.what](hit, { people: actors }))));
  if (found.length) {
    results.append(button(more ? "Mark as seen, show more" : "Mark as seen", {}, async () => {
      await tell("POST", `searches/${search.id}/seen`, { until });
      results.focus();
      again();
    }));
  }
  results.append(el("p", {}, el("a", { href: "#searches" }, "All saved searches")));
}
