package dev.kith.api.relationships;

import dev.kith.api.document.PersonRef;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recent exchanges and open questions of two people.
 *
 * @param exchanges number of activities of one of the two directed at the other that the viewer may
 *     see, each once; counted up to 10,000
 * @param lastExchanges the newest, newest first
 * @param openQuestions questions of the last year that the other has not answered; newest first
 * @param highlights selected exchanges of each year, latest year first
 * @param topicsInCommon topics that both write about more than others do, most significant first
 * @param otherParticipants other people who took part, most frequent first
 */
@Serdeable
public record RelationshipContext(
    long exchanges,
    List<Exchange> lastExchanges,
    List<Exchange> openQuestions,
    List<Exchange> highlights,
    List<String> topicsInCommon,
    List<PersonRef> otherParticipants) {

  /**
   * An activity of one of the two directed at the other.
   *
   * @param id of the activity
   * @param at its time
   * @param from id of the person
   * @param network of the activity
   * @param kind of the activity
   * @param title subject
   * @param excerpt the beginning of its text, or the question in it
   * @param url its web page
   */
  @Serdeable
  public record Exchange(
      String id,
      String at,
      String from,
      String network,
      String kind,
      @Nullable String title,
      String excerpt,
      @Nullable String url) {}
}
