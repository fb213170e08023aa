package dev.kith.api.relationships;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.relationships.RelationshipContext.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last exchange of two people, and the newest question that is open between them.
 *
 * @param last their last exchange; null if there is none
 * @param openQuestion the newest question of the last year among their last exchanges that the
 *     other has not answered; null if there is none
 */
public record LatestExchange(@Nullable Exchange last, @Nullable Exchange openQuestion) {
  static LatestExchange of(PairQuery pair, List<IndexedActivity> newest) {
    var exchanges = Exchanges.of(pair, newest);
    var questions = new OpenQuestions(exchanges);
    List<IndexedActivity> asked = questions.ofLastYear(pair.moment().today(), newest.size());
    return new LatestExchange(
        exchanges.all().stream().findFirst().map(exchanges::view).orElse(null),
        questions.open(asked, exchanges.all()).stream().findFirst().orElse(null));
  }
}
