package dev.kith.api.relationships;

import dev.kith.api.index.ActivityDocument;
import dev.kith.api.index.ActivityDocument.TowardsDocument;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.relationships.Memory.Exchange;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one of two asked the other and was never answered.
 *
 * @param exchanges in which to look
 */
record OpenQuestions(Exchanges exchanges) {
  private static final Set<String> FOR_INFORMATION = Set.of("cc", "bcc");

  /** What asks something since a day; whether it was answered is for the index to say. */
  List<ActivityDocument> since(LocalDate day, int most) {
    return exchanges.all().stream()
        .filter(each -> each.at().compareTo(day.toString()) >= 0)
        .filter(each -> asked(each).isPresent() && isMeantForTheOther(each))
        .limit(most)
        .toList();
  }

  /**
   * Those that were not answered.
   *
   * @param answers what was said in answer to any of them, by whomever
   */
  List<Exchange> open(List<ActivityDocument> questions, Collection<ActivityDocument> answers) {
    return questions.stream()
        .filter(question -> !isAnswered(question, answers))
        .map(question -> exchanges.view(question, asked(question).orElse("")))
        .toList();
  }

  /** In the text, or in the title of what opens a conversation. */
  private static Optional<String> asked(ActivityDocument each) {
    return Excerpt.question(Exchanges.text(each))
        .or(
            () ->
                Optional.ofNullable(each.title())
                    .filter(_ -> each.inReplyTo() == null)
                    .flatMap(Excerpt::question));
  }

  /** Who merely gets a copy is not asked. */
  private boolean isMeantForTheOther(ActivityDocument each) {
    List<String> theirs = exchanges.addressee(each).accounts();
    return each.towardsKinds().stream()
            .filter(target -> theirs.contains(target.account()))
            .map(TowardsDocument::kind)
            .anyMatch(kind -> !FOR_INFORMATION.contains(kind))
        || each.towards().stream().noneMatch(theirs::contains);
  }

  private boolean isAnswered(ActivityDocument question, Collection<ActivityDocument> answers) {
    PersonDocument asked = exchanges.addressee(question);
    return answers.stream()
            .filter(answer -> question.id().equals(answer.inReplyTo()))
            .anyMatch(answer -> Exchanges.isFrom(asked, answer))
        || exchanges.all().stream().anyMatch(each -> continues(each, question, asked));
  }

  /** The one who was asked wrote again in the same conversation, though not in direct answer. */
  private static boolean continues(
      ActivityDocument each, ActivityDocument question, PersonDocument asked) {
    return each.at().compareTo(question.at()) > 0
        && Exchanges.isFrom(asked, each)
        && conversation(each).equals(conversation(question));
  }

  private static String conversation(ActivityDocument each) {
    return Objects.requireNonNullElse(each.thread(), each.id());
  }
}
