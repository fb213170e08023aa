package dev.kith.api.relationships;

import dev.kith.api.index.ActivityDocument;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.relationships.Memory.Exchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What two people said and did towards each other, newest first.
 *
 * @param one of the two
 * @param other of the two
 * @param all the exchanges
 */
record Exchanges(PersonDocument one, PersonDocument other, List<ActivityDocument> all) {
  private static final int LAST = 5;
  private static final int A_YEAR = 2;
  private static final int LONGEST = 240;
  private static final Pattern QUESTION = Pattern.compile("[^.!?\\n]*\\?");

  List<Exchange> last() {
    return all.stream().limit(LAST).map(this::view).toList();
  }

  /** Those that ask something, since a day; whether they were answered is for the index to say. */
  List<ActivityDocument> questions(String since) {
    return all.stream()
        .filter(each -> each.at().compareTo(since) >= 0)
        .filter(each -> question(each) != null)
        .toList();
  }

  /**
   * The questions that were not answered.
   *
   * @param answers what was said in answer to any of the questions, by whomever
   */
  List<Exchange> open(List<ActivityDocument> questions, Collection<ActivityDocument> answers) {
    return questions.stream()
        .filter(question -> !isAnswered(question, answers))
        .map(this::view)
        .toList();
  }

  private boolean isAnswered(ActivityDocument question, Collection<ActivityDocument> answers) {
    List<String> addressee = isFrom(one, question) ? other.accounts() : one.accounts();
    boolean directly =
        answers.stream()
            .filter(answer -> question.id().equals(answer.inReplyTo()))
            .anyMatch(answer -> addressee.contains(String.valueOf(answer.actor())));
    return directly || all.stream().anyMatch(each -> continues(each, question, addressee));
  }

  /** The addressee wrote again in the same conversation, though not in direct answer. */
  private static boolean continues(
      ActivityDocument each, ActivityDocument question, List<String> addressee) {
    return each.at().compareTo(question.at()) > 0
        && addressee.contains(String.valueOf(each.actor()))
        && conversation(each).equals(conversation(question));
  }

  private static String conversation(ActivityDocument each) {
    return Objects.requireNonNullElse(each.thread(), each.id());
  }

  /** The most telling two of each year. */
  List<Exchange> highlights() {
    Map<String, Long> replies =
        all.stream()
            .map(ActivityDocument::inReplyTo)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Map<String, List<ActivityDocument>> years = new TreeMap<>(Comparator.reverseOrder());
    for (ActivityDocument each : all) {
      years.computeIfAbsent(each.at().substring(0, 4), _ -> new ArrayList<>()).add(each);
    }
    return years.values().stream().flatMap(year -> telling(year, replies)).map(this::view).toList();
  }

  private static Stream<ActivityDocument> telling(
      List<ActivityDocument> year, Map<String, Long> replies) {
    return year.stream()
        .sorted(Comparator.comparingDouble((ActivityDocument each) -> -weight(each, replies)))
        .limit(A_YEAR);
  }

  /** Long, answered, with something attached, to one alone: such exchanges are remembered. */
  private static double weight(ActivityDocument each, Map<String, Long> replies) {
    int length = Math.min(4_000, text(each).length());
    return Math.log1p(length)
        + 2 * Math.log1p(replies.getOrDefault(each.id(), 0L))
        + (each.attachments().isEmpty() ? 0 : 1)
        - Math.log1p(each.towards().size());
  }

  /** The accounts of others who took part, most often first. */
  List<String> others(int most) {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> both =
        Stream.concat(one.accounts().stream(), other.accounts().stream())
            .collect(Collectors.toSet());
    all.stream()
        .flatMap(each -> each.towards().stream())
        .filter(account -> !both.contains(account))
        .forEach(account -> counts.merge(account, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Exchange view(ActivityDocument each) {
    return new Exchange(
        each.id(),
        each.at(),
        isFrom(one, each) ? one.id() : other.id(),
        each.network(),
        each.kind(),
        each.title(),
        excerpt(each));
  }

  private static boolean isFrom(PersonDocument person, ActivityDocument each) {
    return person.accounts().contains(String.valueOf(each.actor()));
  }

  private static String excerpt(ActivityDocument each) {
    String question = question(each);
    String shown = (question == null ? text(each) : question).strip().replaceAll("\\s+", " ");
    return shown.length() <= LONGEST
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }

  private static @org.jspecify.annotations.Nullable String question(ActivityDocument each) {
    Matcher matcher = QUESTION.matcher(text(each));
    while (matcher.find()) {
      if (matcher.group().chars().filter(Character::isLetter).count() > 2) {
        return matcher.group();
      }
    }
    return null;
  }

  private static String text(ActivityDocument each) {
    return Objects.requireNonNullElse(each.text(), "");
  }
}
