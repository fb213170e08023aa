package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.TellingTopic;
import dev.kith.api.index.TellingTopicsIndex;
import dev.kith.api.index.WrittenForms;
import dev.kith.api.search.Terms;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody speaks of more than others do, and what two people both do. */
@Singleton
public class PersonalTopics {
  /** Of what somebody speaks of, so much is held against what another does. */
  private static final int COMPARED = 200;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final TellingTopicsIndex topics;

  PersonalTopics(TellingTopicsIndex topics) {
    this.topics = topics;
  }

  /** The topics of one person, as far as the asker may see; what was said once says little. */
  List<PersonTopic> of(PersonDocument person, Asker asker, int most) {
    Query seen = Terms.all(List.of(asker.sees(), Terms.is("automated", false)));
    return telling(person, seen).stream()
        .filter(topic -> topic.activities() > 1)
        .filter(topic -> !isName(topic, List.of(person)))
        .limit(most)
        .map(topic -> new PersonTopic(topic.written(), topic.activities()))
        .toList();
  }

  /**
   * The topics of both, most in common first: what both speak of much more than others do.
   *
   * @param seen what is looked at
   */
  public List<String> inCommon(PersonDocument one, PersonDocument other, Query seen, int most) {
    Map<String, TellingTopic> theirs =
        telling(other, seen).stream()
            .collect(Collectors.toMap(TellingTopic::topic, Function.identity()));
    return telling(one, seen).stream()
        .filter(topic -> theirs.containsKey(topic.topic()))
        .filter(topic -> !isName(topic, List.of(one, other)))
        .map(topic -> both(topic, theirs.getOrDefault(topic.topic(), topic)))
        .sorted(
            Comparator.comparingDouble((TellingTopic topic) -> -topic.significance())
                .thenComparingLong(topic -> -topic.activities())
                .thenComparing(TellingTopic::topic))
        .limit(most)
        .map(TellingTopic::written)
        .toList();
  }

  /** What people call themselves below a letter is not what they speak of. */
  private static boolean isName(TellingTopic topic, List<PersonDocument> people) {
    List<String> words = words(topic.topic());
    return !words.isEmpty()
        && people.stream()
            .flatMap(person -> person.names().stream())
            .map(PersonalTopics::words)
            .anyMatch(name -> name.containsAll(words));
  }

  private static List<String> words(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(WrittenForms.folded(text)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static TellingTopic both(TellingTopic one, TellingTopic other) {
    return new TellingTopic(
        one.topic(),
        one.written(),
        Math.min(one.activities(), other.activities()),
        Math.sqrt(one.significance() * other.significance()));
  }

  private List<TellingTopic> telling(PersonDocument person, Query seen) {
    Query said =
        Terms.all(List.of(seen, Terms.is("deleted", false), Terms.any("actor", person.accounts())));
    return topics.telling(said, COMPARED);
  }
}
