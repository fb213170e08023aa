package dev.kith.ingest.feed.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Element;

/**
 * The people whom an element of a feed names: as an author in RSS, Atom, Dublin Core or iTunes, or
 * as a person of a podcast.
 */
final class ItemPeople {
  private static final Set<String> AUTHORS = Set.of("author", "creator", "managingEditor");

  private ItemPeople() {}

  /** In the order of the document; somebody who is named twice is there once. */
  static List<FeedPerson> of(Element element) {
    List<FeedPerson> people = new ArrayList<>();
    for (Element child : element.getChildren()) {
      people(child).forEach(person -> add(person, people));
    }
    return List.copyOf(people);
  }

  private static Stream<FeedPerson> people(Element child) {
    String name = child.getName();
    if (AUTHORS.contains(name)) {
      return person(child, FeedPerson.AUTHOR);
    }
    if (name.equals("contributor")) {
      return person(child, "contributor");
    }
    if (name.equals("owner") && FeedNamespace.ITUNES.contains(child)) {
      return person(child, "owner");
    }
    if (name.equals("person") && FeedNamespace.PODCAST.contains(child)) {
      String role = child.getAttributeValue("role", "host").toLowerCase(Locale.ROOT).strip();
      String page = child.getAttributeValue("href", "");
      return Stream.of(new FeedPerson(child.getTextTrim(), page.strip(), "", role));
    }
    return Stream.empty();
  }

  private static Stream<FeedPerson> person(Element element, String role) {
    FeedPerson person =
        element.getChildren().isEmpty()
            ? FeedPerson.parse(element.getTextTrim(), role)
            : new FeedPerson(
                text(element, "name"),
                text(element, "uri", "url", "homepage"),
                text(element, "email"),
                role);
    return Stream.of(person).filter(each -> !(each.name() + each.uri() + each.email()).isBlank());
  }

  private static String text(Element element, String... names) {
    return element.getChildren().stream()
        .filter(child -> List.of(names).contains(child.getName()))
        .map(Element::getTextTrim)
        .findFirst()
        .orElse("");
  }

  /** Somebody with the same name, or the same address without a name, is the same person. */
  private static void add(FeedPerson person, List<FeedPerson> people) {
    for (int i = 0; i < people.size(); i++) {
      FeedPerson known = people.get(i);
      boolean isSameName = !person.name().isEmpty() && known.name().equalsIgnoreCase(person.name());
      boolean isSameMail =
          !person.email().isEmpty() && known.email().equalsIgnoreCase(person.email());
      if (isSameName || isSameMail) {
        people.set(
            i,
            new FeedPerson(
                either(known.name(), person.name()),
                either(known.uri(), person.uri()),
                either(known.email(), person.email()),
                known.role()));
        return;
      }
    }
    people.add(person);
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
