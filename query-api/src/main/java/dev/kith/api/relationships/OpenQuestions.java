package dev.kith.api.relationships;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedActivity.TowardsDocument;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.relationships.RelationshipContext.Exchange;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds questions of one of two people that the other has not answered.
 *
 * @param exchanges of the two
 */
record OpenQuestions(Exchanges exchanges) {
  private static final Set<String> FOR_INFORMATION = Set.of("cc", "bcc");

  /** Exchanges of the year before a day that contain a question, answered or not. */
  List<IndexedActivity> ofLastYear(LocalDate today, int most) {
    String aYearBefore = today.minusYears(1).toString();
    return exchanges.all().stream()
        .filter(each -> each.at().compareTo(aYearBefore) >= 0)
        .filter(each -> asked(each).isPresent() && isMeantForTheOther(each))
        .limit(most)
        .toList();
  }

  /**
   * The questions without an answer.
   *
   * @param answers replies to any of them, by anybody
   */
  List<Exchange> open(List<IndexedActivity> questions, Collection<IndexedActivity> answers) {
    return questions.stream()
        .filter(question -> !isAnswered(question, answers))
        .map(question -> exchanges.view(question, asked(question).orElse("")))
        .toList();
  }

  /** The question in the text, or in the title of the first activity of a conversation. */
  private static Optional<String> asked(IndexedActivity each) {
    return Excerpt.question(Exchanges.text(each))
        .or(
            () ->
                Optional.ofNullable(each.title())
                    .filter(_ -> each.inReplyTo() == null)
                    .flatMap(Excerpt::question));
  }

  /** Whether the other is addressed; recipients of copies are not. */
  private boolean isMeantForTheOther(IndexedActivity each) {
    List<String> theirs = exchanges.addressee(each).accounts();
    return each.towardsKinds().stream()
            .filter(target -> theirs.contains(target.account()))
            .map(TowardsDocument::kind)
            .anyMatch(kind -> !FOR_INFORMATION.contains(kind))
        || each.towards().stream().noneMatch(theirs::contains);
  }

  private boolean isAnswered(IndexedActivity question, Collection<IndexedActivity> answers) {
    IndexedPerson asked = exchanges.addressee(question);
    return answers.stream()
            .filter(answer -> question.id().equals(answer.inReplyTo()))
            .anyMatch(answer -> Exchanges.isFrom(asked, answer))
        || exchanges.all().stream().anyMatch(each -> continues(each, question, asked));
  }

  /** Whether the addressee wrote later in the same conversation. */
  private static boolean continues(
      IndexedActivity each, IndexedActivity question, IndexedPerson asked) {
    return each.at().compareTo(question.at()) > 0
        && Exchanges.isFrom(asked, each)
        && conversation(each).equals(conversation(question));
  }

  private static String conversation(IndexedActivity each) {
    return Objects.requireNonNullElse(each.thread(), each.id());
  }
}
