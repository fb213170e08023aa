// What pages are made of.
/** Makes an element; whatever others wrote only ever becomes text. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
  return element;
}

export const failed = error => el("span", { class: "error", role: "alert" }, error.message);

/** A button that does something, and says beside it if that fails. */
export function button(label, attributes, work) {
  const made = el("button", { type: "button", ...attributes }, label);
  made.onclick = () => work().catch(error => made.after(failed(error)));
  return made;
}

export function strength(closeness) {
  if (!closeness) return el("span", { class: "soft" }, "no contact");
  const arrow = { warming: "↗", steady: "→", cooling: "↘" }[closeness.trend] ?? "";
  return el("span", { class: "strength" },
    el("meter", { min: 0, max: 100, value: closeness.strength, "aria-label": "strength" }),
    el("span", {}, `${closeness.strength.toFixed(0)} ${arrow} ${closeness.trend}`),
    closeness.last ? el("span", { class: "soft" }, `last ${closeness.last}`) : null);
}

export const personLink = person => el("a", { class: "name", href: `#person/${person.id}` }, person.name);
export const joined = list => (list ?? []).join(", ");

/** How a hit of each list is shown. */
export const item = {
  people: hit => el("li", {},
    el("div", { class: "row" }, personLink(hit), strength(hit.closeness)),
    el("div", { class: "soft" }, [joined(hit.emails), joined(hit.organisations), joined(hit.networks)].filter(Boolean).join(" · ")),
    hit.expertise ? el("div", { class: "soft" }, `${(hit.expertise.share * 100).toFixed(0)} % of what is said about it, in ${hit.expertise.activities} activities`) : null),

  relationships: hit => el("li", {},
    el("div", { class: "row" },
      el("span", {}, personLink(hit.a), " – ", personLink(hit.b)),
      strength(hit)),
    el("div", { class: "soft" }, `${hit.sentByA} → · ← ${hit.sentByB} · ${joined(hit.kinds)} · since ${hit.first ?? "?"} · `,
      el("a", { href: `#relationship/${hit.a.id}/${hit.b.id}` }, "why?"))),

  activities: (hit, page) => {
    const who = account => page.people?.[account] ? personLink(page.people[account]) : document.createTextNode(account);
    const title = hit.title || hit.kind;
    return el("li", {},
      el("div", { class: "row" },
        el("span", {}, who(hit.actor ?? ""), ...(hit.towards ?? []).slice(0, 5).flatMap((account, i) => [i ? ", " : " → ", who(account)])),
        el("time", { class: "soft", datetime: hit.at }, hit.at.slice(0, 10))),
      el("div", {}, title),
      hit.text ? el("p", { class: "text soft" }, hit.text.slice(0, 400)) : null,
      el("div", { class: "soft" }, [hit.network, hit.context, joined(hit.topics)].filter(Boolean).join(" · ")));
  },

  unreadable: found => el("li", {},
    el("div", { class: "row" }, el("span", { class: "name" }, found.source),
      el("time", { class: "soft", datetime: found.at }, found.at.slice(0, 16).replace("T", " "))),
    el("div", {}, found.reason),
    el("div", { class: "soft" }, [found.place, found.key, found.type, `${found.bytes} bytes kept`].filter(Boolean).join(" · "))),
};
