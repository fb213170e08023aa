package dev.kith.api.relationships;

import dev.kith.api.request.PersonRef;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to remember before getting in touch.
 *
 * @param exchanges how many activities, each once, by which one of the two turned to the other, as
 *     far as the viewer may see them; counted up to 10,000
 * @param lastExchanges the newest, newest first
 * @param openQuestions what either asked in the year before and the other never answered; newest
 *     first
 * @param highlights the most telling exchanges of each year, latest year first
 * @param topicsInCommon what both speak of more than others do, most in common first
 * @param alsoThere who else took part most often
 */
@Serdeable
public record Memory(
    long exchanges,
    List<Exchange> lastExchanges,
    List<Exchange> openQuestions,
    List<Exchange> highlights,
    List<String> topicsInCommon,
    List<PersonRef> alsoThere) {

  /**
   * Something one of the two said or did towards the other.
   *
   * @param id of the activity
   * @param at when
   * @param from id of the person
   * @param network where
   * @param kind what was done
   * @param title subject
   * @param excerpt its beginning, or the question in it
   * @param url where a person can look at it
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
