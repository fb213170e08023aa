package dev.kith.ingest.git.commit;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a subject line says it is about: {@code net/mlx5: fix the build}. */
final class SubjectTopics {
  private static final Pattern TAGS = Pattern.compile("^(?:\\[[^\\]]*\\]\\s*)+");
  private static final Pattern PREFIX =
      Pattern.compile(
          "^([\\p{L}\\p{N}_][\\p{L}\\p{N}_.+/-]*(?:,"
              + " ?[\\p{L}\\p{N}_.+/-]+)*)(?:\\(([^()]+)\\))?!?:\\s+");
  private static final Pattern ISSUE =
      Pattern.compile("(gh|bpo|issue|ticket|bug|pr|[A-Z]{2,})-?\\d+");
  private static final Pattern TRAILING_SLASHES = Pattern.compile("/+$");
  private static final int LONGEST = 60;
  private static final int DEEPEST = 3;

  /** Sorts of change, as Conventional Commits has them; they say how, not about what. */
  private static final Set<String> SORTS =
      Set.of(
          "feat",
          "fix",
          "chore",
          "refactor",
          "style",
          "perf",
          "revert",
          "wip",
          "merge",
          "http",
          "https");

  private SubjectTopics() {}

  /**
   * The prefixes of a subject in lower case, up to three one after the other, each with the paths
   * above it, so that {@code net} finds {@code net/mlx5} too.
   */
  static Set<String> topics(String subject) {
    Set<String> topics = new LinkedHashSet<>();
    String rest = TAGS.matcher(subject).replaceFirst("");
    for (int depth = 0; depth < DEEPEST; depth++) {
      Matcher prefix = PREFIX.matcher(rest);
      if (!prefix.find()) {
        break;
      }
      add(prefix.group(1), topics);
      if (prefix.group(2) != null) {
        add(prefix.group(2), topics);
      }
      rest = rest.substring(prefix.end());
    }
    return topics;
  }

  private static void add(String prefix, Set<String> topics) {
    for (String one : prefix.split(",", -1)) {
      String topic = TRAILING_SLASHES.matcher(one.strip()).replaceFirst("");
      if (!topic.isEmpty() && topic.length() <= LONGEST && !ISSUE.matcher(topic).matches()) {
        addWithParents(topic.toLowerCase(Locale.ROOT), topics);
      }
    }
  }

  private static void addWithParents(String topic, Set<String> topics) {
    if (SORTS.contains(topic) || !Participant.kindsOf(topic).isEmpty()) {
      return;
    }
    topics.add(topic);
    for (int slash = topic.lastIndexOf('/'); slash > 0; slash = topic.lastIndexOf('/', slash - 1)) {
      topics.add(topic.substring(0, slash));
    }
  }
}
