package dev.kith.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people say about their topics, in English and in French. */
final class Talk {
  private final Map<String, List<String>> sections = Resource.sections("talk.txt");
  private final Chance chance;

  Talk(Chance chance) {
    this.chance = chance;
  }

  String subject(String topic, String language) {
    return chance.pick(lines(topic, language, "= "));
  }

  /** A letter's text: a greeting, some sentences, a word of goodbye. */
  String letter(String topic, Person from, Person to) {
    String language = language(from, to);
    String first = to.name().substring(0, to.name().indexOf(' '));
    boolean french = language.equals("fr");
    String greeting = chance.pick(french ? List.of("Bonjour", "Salut") : List.of("Hello", "Hi"));
    String goodbye =
        chance.pick(
            french
                ? List.of("À bientôt", "Bonne journée", "Merci d'avance")
                : List.of("See you", "All the best", "Thanks"));
    return greeting + " " + first + ",\n\n" + text(topic, language) + "\n\n" + goodbye + ",";
  }

  /** Some sentences. */
  String text(String topic, String language) {
    List<String> all = lines(topic, language, "- ");
    Set<String> said = new LinkedHashSet<>();
    int sentences = chance.between(1, 5);
    while (said.size() < sentences) {
      said.add(chance.pick(all));
    }
    return Wrapping.at(72, String.join(" ", said));
  }

  /** French if both would rather, English otherwise. */
  static String language(Person from, Person to) {
    return from.language().equals(to.language()) ? from.language() : "en";
  }

  /** Something both talk about, if there is; else what one of them talks about. */
  String topic(Person from, Person to) {
    List<String> common = new ArrayList<>(from.topics());
    common.retainAll(to.topics());
    return chance.pick(common.isEmpty() ? from.topics() : common);
  }

  private List<String> lines(String topic, String language, String mark) {
    return sections.getOrDefault(topic + " " + language, List.of()).stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }
}
