// One person.
import { get, send } from "./api.js";
import { button, el, item, joined, personLink, strength } from "./elements.js";

/** Who can introduce us; nobody where it is oneself, or where nobody is known to ask. */
async function introductions(id, viewer) {
  try {
    return (await get(`people/${id}/introductions`, { size: 3, ...viewer })).paths;
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
      await send("POST", "decisions", { a: each.a.account, b: each.b.account, verdict });
      line.replaceChildren(`${other.person.name}: ${label.toLowerCase()}, as you say. It takes effect in a moment.`);
      line.focus();
    });
    const line = el("li", { tabindex: -1 },
      el("div", { class: "row" }, personLink(other.person), el("span", {}, verdict("Same person", "same"), " ", verdict("Somebody else", "different"))),
      el("div", { class: "soft" }, `${other.account} · ${each.reason} · ${(each.chance * 100).toFixed(0)} % likely`));
    return line;
  }))];
}

/** One person: accounts and why they are one, who they are in touch with, what they did. */
export async function person(id, { results, status, viewer, isShown }) {
  const [who, identity] = await Promise.all([get(`people/${id}`, viewer), get(`people/${id}/evidence`)]);
  if (!isShown()) return;
  status.textContent = "";
  const ways = el("div");
  const ties = el("ul", { class: "hits" });
  const timeline = el("ul", { class: "hits" });
  results.append(
    el("h2", {}, who.name), strength(who.closeness),
    el("dl", {},
      ...who.accounts.flatMap(account => [el("dt", {}, account.network), el("dd", {}, account.account)]),
      ...(who.phones.length ? [el("dt", {}, "phone"), el("dd", {}, joined(who.phones))] : []),
      ...(who.birthdays.length ? [el("dt", {}, "birthday"), el("dd", {}, joined(who.birthdays))] : []),
      ...(who.organisations.length ? [el("dt", {}, "organisation"), el("dd", {}, joined(who.organisations))] : []),
      ...(who.topics?.length ? [el("dt", {}, "speaks of"), el("dd", {}, joined(who.topics.map(each => each.topic)))] : [])),
    el("h2", {}, "Why these are one person"),
    el("ul", {}, ...identity.evidence.map(reason => el("li", {}, `${reason.a} = ${reason.b}: ${reason.reason} (${reason.bits.toFixed(1)} bits)`)),
      ...identity.refused.map(reason => el("li", { class: "soft" }, `not: ${reason.a}, ${reason.b}: ${reason.refused ?? reason.reason}`))),
    ...mayBe(who, identity.suggestions),
    ways, el("h2", {}, "In touch with"), ties, el("h2", {}, "Timeline"), timeline);
  const [relationships, activities, paths] = await Promise.all([
    get(`people/${id}/relationships`, { size: 10 }), get(`people/${id}/activities`, { size: 20, ...viewer }),
    introductions(id, viewer)]);
  if (!isShown()) return;
  if (paths.some(found => found.steps.length > 1)) ways.append(el("h2", {}, "Who can introduce us"), el("ul", {}, ...paths.map(path)));
  ties.append(...relationships.relationships.map(hit => item.relationships(hit)));
  timeline.append(...activities.activities.map(hit => item.activities(hit, activities)));
}
