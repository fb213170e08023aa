package dev.kith.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Generates texts about topics, in English and in French. */
final class TopicTexts {
  private final Map<String, List<String>> sections = TextResource.sections("talk.txt");
  private final RandomSource random;

  TopicTexts(RandomSource random) {
    this.random = random;
  }

  String subject(String topic, String language) {
    return random.pick(lines(topic, language, "= "));
  }

  /** Returns the text of a mail: a greeting, one to four sentences, and a closing. */
  String mail(String topic, DemoPerson from, DemoPerson to) {
    String language = language(from, to);
    String first = to.name().substring(0, to.name().indexOf(' '));
    boolean french = language.equals("fr");
    String greeting = random.pick(french ? List.of("Bonjour", "Salut") : List.of("Hello", "Hi"));
    String goodbye =
        random.pick(
            french
                ? List.of("À bientôt", "Bonne journée", "Merci d'avance")
                : List.of("See you", "All the best", "Thanks"));
    return greeting + " " + first + ",\n\n" + text(topic, language) + "\n\n" + goodbye + ",";
  }

  /** Returns one to four different sentences about a topic. */
  String text(String topic, String language) {
    List<String> all = lines(topic, language, "- ");
    Set<String> said = new LinkedHashSet<>();
    int sentences = random.between(1, 5);
    while (said.size() < sentences) {
      said.add(random.pick(all));
    }
    return LineWrapper.at(72, String.join(" ", said));
  }

  /** Returns the language that both prefer, or English if they prefer different ones. */
  static String language(DemoPerson from, DemoPerson to) {
    return from.language().equals(to.language()) ? from.language() : "en";
  }

  /** Returns a topic that both have, or one of the sender's if they share none. */
  String topic(DemoPerson from, DemoPerson to) {
    List<String> common = new ArrayList<>(from.topics());
    common.retainAll(to.topics());
    return random.pick(common.isEmpty() ? from.topics() : common);
  }

  private List<String> lines(String topic, String language, String mark) {
    return sections.getOrDefault(topic + " " + language, List.of()).stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }
}
