package dev.kith.ingest.git.commit;

import dev.kith.ingest.Original;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns commits into activities.
 *
 * @param source name of the configured source
 * @param origin where the repository comes from
 * @param visibility who can see it there
 */
public record CommitActivities(String source, RepositoryOrigin origin, Visibility visibility) {
  public static final String NETWORK = "git";
  public static final String TYPE = "text/x-git-commit";

  /**
   * One commit.
   *
   * @param hash its id
   * @param object as git stores it
   * @param commit the same, taken apart
   * @param participants whom it concerns, ordered by attention
   * @param at when it was made
   * @param directories names of the top-level directories it touches
   */
  public Activity activity(
      String hash,
      byte[] object,
      RawCommit commit,
      List<Participant> participants,
      Instant at,
      Set<String> directories) {
    CommitMessage message = commit.message();
    Set<String> topics = new LinkedHashSet<>(SubjectTopics.topics(message.subject()));
    topics.addAll(directories);
    return Activity.newBuilder()
        .setId(hash)
        .setNetwork(NETWORK)
        .setSource(source)
        .setKind("commit")
        .setAt(at)
        .setActor(commit.author().account())
        .setTowards(towards(commit.author().account(), participants))
        .setTitle(message.subject())
        .setText(message.text())
        .setTopics(List.copyOf(topics))
        .setContext(origin.context())
        .setThread(commit.references().conversation().flatMap(origin::page).orElse(null))
        .setAutomated(BotDetector.isBot(commit.author().name(), commit.author().mail()))
        .setVisibility(visibility)
        .setUrl(origin.page(hash))
        .setOriginal(ByteBuffer.wrap(Original.truncate(object)))
        .setOriginalType(TYPE)
        .build();
  }

  /** Everyone named but the author, machines, and who left name and address empty. */
  private static List<Towards> towards(String author, List<Participant> participants) {
    return participants.stream()
        .filter(one -> !BotDetector.isBot(one.name(), one.mail()))
        .filter(one -> !one.name().isEmpty() || !one.mail().isEmpty())
        .map(one -> new Towards(one.account(), one.kind()))
        .filter(one -> !one.getAccount().equals(author))
        .distinct()
        .toList();
  }
}
