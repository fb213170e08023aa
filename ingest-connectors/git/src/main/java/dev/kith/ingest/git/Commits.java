package dev.kith.ingest.git;

import dev.kith.ingest.Original;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.nio.ByteBuffer;
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
record Commits(String source, Origin origin, Visibility visibility) {
  static final String NETWORK = "git";
  static final String TYPE = "text/x-git-commit";

  /**
   * One commit. Its time is the committer's: then it reached the others, be they reviewers or the
   * one who took it, while its author may have written it weeks before.
   *
   * @param hash its id
   * @param object as git stores it
   * @param commit the same, taken apart
   * @param directories names of the top-level directories it touches
   */
  Activity activity(String hash, byte[] object, RawCommit commit, Set<String> directories) {
    Message message = commit.message();
    Set<String> topics = new LinkedHashSet<>(Subjects.topics(message.subject()));
    topics.addAll(directories);
    return Activity.newBuilder()
        .setId(hash)
        .setNetwork(NETWORK)
        .setSource(source)
        .setKind("commit")
        .setAt(commit.committer().at())
        .setActor(commit.author().account())
        .setTowards(towards(commit))
        .setTitle(message.subject())
        .setText(message.text())
        .setTopics(List.copyOf(topics))
        .setContext(origin.context())
        .setAutomated(Bots.isBot(commit.author().name(), commit.author().mail()))
        .setVisibility(visibility)
        .setUrl(origin.page(hash))
        .setOriginal(ByteBuffer.wrap(Original.cut(object)))
        .setOriginalType(TYPE)
        .build();
  }

  /** Everyone named but the author and machines. */
  private static List<Towards> towards(RawCommit commit) {
    String author = commit.author().account();
    return commit.others().stream()
        .filter(one -> !Bots.isBot(one.name(), one.mail()))
        .map(one -> new Towards(one.account(), one.kind()))
        .filter(one -> !one.getAccount().equals(author))
        .distinct()
        .toList();
  }
}
