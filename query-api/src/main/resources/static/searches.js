// Saved searches and their new results.
import { get, send } from "./api.js";
import { button, el, failed, item } from "./elements.js";

const PAGE_SIZE = 50;

export const save = search => send("POST", "searches", search);

/** All saved searches, each with the number of new results. */
export async function saved(page) {
  const { results, status, isShown } = page;
  const { searches } = await get("searches");
  if (!isShown()) return;
  status.textContent = searches.length
    ? `${searches.length} saved ${searches.length === 1 ? "search" : "searches"}.`
    : "Nothing is saved yet. Search for something, then choose Save this search.";
  results.append(el("ul", { class: "hits" }, ...searches.map(search => line(search, page))));
}

function line(search, { results, again }) {
  const fresh = el("span", { class: "soft" }, "…");
  showCount(search, fresh);
  const gone = button("Delete", { class: "quiet", "aria-label": `Delete ${search.name}` }, async () => {
    if (!window.confirm(`Delete the saved search "${search.name}"?`)) return;
    await send("DELETE", `searches/${search.id}`);
    results.focus();
    again();
  });
  return el("li", {},
    el("div", { class: "row" },
      el("a", { class: "name", href: `#${search.type}?${new URLSearchParams({ q: search.q, as: search.as ?? "" })}` }, search.name), fresh),
    el("div", { class: "row" },
      el("span", { class: "soft" }, [search.type, search.q, search.as ? `as ${search.as}` : "", `since ${search.at.slice(0, 10)}`].filter(Boolean).join(" · ")), gone));
}

/** Shows the number of new results; a failure of one search does not hide the others. */
async function showCount(search, fresh) {
  try {
    const { found, more } = await updates(search.id);
    fresh.replaceChildren(found.length
      ? el("a", { href: `#updates/${search.id}` }, `${counted(found, more)} new`)
      : "nothing new");
  } catch (error) {
    fresh.replaceChildren(failed(error));
  }
}

const counted = (found, more) => `${more ? "more than " : ""}${found.length}`;

async function updates(id) {
  const page = await get(`searches/${id}/updates`, { size: PAGE_SIZE });
  return { ...page, found: page[page.search.type] ?? [] };
}

/** The new results of one saved search, which can be marked as seen. */
export async function update(id, { results, status, isShown, again }) {
  const { search, found, actors, more, until } = await updates(id);
  if (!isShown()) return;
  status.textContent = found.length ? `${counted(found, more)} new.` : "Nothing new.";
  results.append(el("h2", {}, `New in ${search.name}`),
    el("ul", { class: "hits" }, ...found.map(hit => item[search.type](hit, { people: actors }))));
  if (found.length) {
    results.append(button(more ? "Mark as seen, show more" : "Mark as seen", {}, async () => {
      await send("POST", `searches/${search.id}/seen`, { until });
      results.focus();
      again();
    }));
  }
  results.append(el("p", {}, el("a", { href: "#searches" }, "All saved searches")));
}
