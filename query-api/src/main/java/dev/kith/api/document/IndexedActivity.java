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
 * @param id the network's own id
 * @param network where it happened
 * @param source that read it
 * @param kind what was done
 * @param actor account that did it
 * @param towards accounts it was directed at
 * @param towardsKinds the same, each with how
 * @param at when
 * @param title subject
 * @param text what was said
 * @param topics what it is about, as the network marks it
 * @param context repository, list, server
 * @param thread the first activity of the conversation
 * @param inReplyTo the activity it answers
 * @param automated whether a machine sent it, or it went out in bulk
 * @param attachments file names
 * @param language ISO 639-1
 * @param visibility who could see it where it happened
 * @param url where a person can look at it
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
  /** Reads what is missing as empty. */
  public IndexedActivity {
    towards = Lists.of(towards);
    towardsKinds = Lists.of(towardsKinds);
    topics = Lists.of(topics);
    attachments = Lists.of(attachments);
  }

  /** Without blind copies, except for the author and for a recipient of one. */
  public IndexedActivity shownTo(List<String> ownAccounts) {
    return actor != null && ownAccounts.contains(actor)
        ? withTowards(_ -> true)
        : withTowards(each -> !each.isBlind() || ownAccounts.contains(each.account()));
  }

  /** With everybody it was directed at, blind copies too. */
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
   * One account an activity was directed at.
   *
   * @param account the account
   * @param kind in which manner
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
