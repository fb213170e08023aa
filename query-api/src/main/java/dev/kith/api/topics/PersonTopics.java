package dev.kith.api.topics;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Viewer;
import dev.kith.api.topics.SignificantTopics.SignificantTopic;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds topics that a person writes about more than others do, and such topics of two people. */
@Singleton
public class PersonTopics {
  /** The number of topics of each person that are compared. */
  private static final int COMPARED = 200;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final SignificantTopics topics;

  PersonTopics(SignificantTopics topics) {
    this.topics = topics;
  }

  /** The topics of a person in the visible activities; topics of a single activity are left out. */
  public List<PersonTopic> of(IndexedPerson person, Viewer viewer, int most) {
    Query seen = Filters.all(List.of(viewer.sees(), Filters.is("automated", false)));
    return telling(person, seen).stream()
        .filter(topic -> topic.activities() > 1)
        .filter(topic -> !isName(topic, List.of(person)))
        .limit(most)
        .map(topic -> new PersonTopic(topic.written(), topic.activities()))
        .toList();
  }

  /**
   * The topics of both, most significant first: those that both write about much more than others
   * do.
   *
   * @param seen query for the visible activities
   */
  public List<String> inCommon(IndexedPerson one, IndexedPerson other, Query seen, int most) {
    Map<String, SignificantTopic> theirs =
        telling(other, seen).stream()
            .collect(Collectors.toMap(SignificantTopic::topic, Function.identity()));
    return telling(one, seen).stream()
        .filter(topic -> theirs.containsKey(topic.topic()))
        .filter(topic -> !isName(topic, List.of(one, other)))
        .map(topic -> both(topic, theirs.getOrDefault(topic.topic(), topic)))
        .sorted(
            Comparator.comparingDouble((SignificantTopic topic) -> -topic.significance())
                .thenComparingLong(topic -> -topic.activities())
                .thenComparing(SignificantTopic::topic))
        .limit(most)
        .map(SignificantTopic::written)
        .toList();
  }

  /** Whether a topic is a name, as in a signature, which is no topic. */
  private static boolean isName(SignificantTopic topic, List<IndexedPerson> people) {
    List<String> words = words(topic.topic());
    return !words.isEmpty()
        && people.stream()
            .flatMap(person -> person.names().stream())
            .map(PersonTopics::words)
            .anyMatch(name -> name.containsAll(words));
  }

  private static List<String> words(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(TopicSpellings.folded(text)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static SignificantTopic both(SignificantTopic one, SignificantTopic other) {
    return new SignificantTopic(
        one.topic(),
        one.written(),
        Math.min(one.activities(), other.activities()),
        Math.sqrt(one.significance() * other.significance()));
  }

  private List<SignificantTopic> telling(IndexedPerson person, Query seen) {
    Query said =
        Filters.all(
            List.of(seen, Filters.is("deleted", false), Filters.any("actor", person.accounts())));
    return topics.telling(said, COMPARED);
  }
}
