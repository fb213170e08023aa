package dev.kith.api.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An activity as indexed.
 *
 * @param id the id that the network gave it
 * @param network where it happened
 * @param source that read it
 * @param kind for example mail or commit
 * @param actor account of the author
 * @param towards accounts that it was directed at
 * @param towardsKinds the same accounts, each with its kind
 * @param at time of the activity
 * @param end when it ends, for what lasts, such as a meeting; at is then its start
 * @param status its state, in the word of its network: confirmed, tentative, open, …
 * @param place where it takes place
 * @param title subject
 * @param text its text
 * @param topics topics that the network marks, such as hashtags
 * @param context repository, list, server
 * @param thread id of the first activity of the conversation
 * @param inReplyTo id of its parent
 * @param automated whether a machine sent it, or it went out in bulk
 * @param attachments file names
 * @param language ISO 639-1
 * @param visibility who could see it on its network
 * @param url its web page
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexedActivity(
    String id,
    String network,
    @Nullable String source,
    String kind,
    @Nullable String actor,
    List<String> towards,
    List<TowardsDocument> towardsKinds,
    String at,
    @Nullable String end,
    @Nullable String status,
    @Nullable String place,
    @Nullable String title,
    @Nullable String text,
    List<String> topics,
    @Nullable String context,
    @Nullable String thread,
    @Nullable String inReplyTo,
    boolean automated,
    List<String> attachments,
    @Nullable String language,
    @Nullable String visibility,
    @Nullable String url) {
  /** Without blind copies, except those that these accounts sent or received. */
  public IndexedActivity shownTo(List<String> ownAccounts) {
    return actor != null && ownAccounts.contains(actor)
        ? withTowards(_ -> true)
        : withTowards(each -> !each.isBlind() || ownAccounts.contains(each.account()));
  }

  /** With all targets, blind copies included. */
  public IndexedActivity complete() {
    return withTowards(_ -> true);
  }

  private IndexedActivity withTowards(Predicate<TowardsDocument> isShown) {
    List<TowardsDocument> shown = towardsKinds.stream().filter(isShown).toList();
    List<String> accounts =
        Stream.concat(
                towards.stream().filter(each -> !isBlindOnly(each)),
                shown.stream().map(TowardsDocument::account))
            .distinct()
            .toList();
    return new IndexedActivity(
        id,
        network,
        source,
        kind,
        actor,
        accounts,
        shown,
        at,
        end,
        status,
        place,
        title,
        text,
        topics,
        context,
        thread,
        inReplyTo,
        automated,
        attachments,
        language,
        visibility,
        url);
  }

  private boolean isBlindOnly(String account) {
    List<TowardsDocument> kinds =
        towardsKinds.stream().filter(each -> each.account().equals(account)).toList();
    return !kinds.isEmpty() && kinds.stream().allMatch(TowardsDocument::isBlind);
  }

  /**
   * A target of an activity.
   *
   * @param account the account
   * @param kind the kind of the target: to, cc, mention, …
   */
  @Serdeable
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record TowardsDocument(String account, String kind) {
    /** Whether it is a blind copy. */
    @JsonIgnore
    public boolean isBlind() {
      return BlindCopies.isBlind(kind);
    }
  }
}
