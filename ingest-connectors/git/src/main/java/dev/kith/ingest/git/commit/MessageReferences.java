package dev.kith.ingest.git.commit;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commits, and the issue or pull request, that a commit message names.
 *
 * @param reverted hashes, perhaps abbreviated, of commits that are taken back
 * @param fixed such hashes of commits whose fault is fixed
 * @param conversation the pull request that is merged, or else the first issue that is closed
 */
public record MessageReferences(
    Set<String> reverted, Set<String> fixed, Optional<Conversation> conversation) {
  /** A longer list is a list of a release, and not one change. */
  private static final int MAX = 20;

  private static final String HASH = "[0-9a-f]{7,40}";
  private static final Pattern REVERTS =
      Pattern.compile(
          "(?i)\\bthis reverts commits?\\s+("
              + HASH
              + "(?:(?:\\s*,|\\s+and)\\s+"
              + HASH
              + ")*)\\b");
  private static final Pattern FIXES =
      Pattern.compile("(?im)^fixes:\\s*(?:commit\\s+)?(" + HASH + ")\\b");
  private static final Pattern HASHES = Pattern.compile("\\b" + HASH + "\\b");

  private static final Pattern MERGED =
      Pattern.compile(
          "(?i)^merged? pull request #(\\d{1,9})\\b.*|.*\\(#(\\d{1,9})\\)(?: from .*)?$");
  private static final Pattern MERGE_REQUEST =
      Pattern.compile("(?m)^See merge request \\S*!(\\d{1,9})\\b");
  private static final Pattern CLOSES =
      Pattern.compile("(?i)\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\\s+#(\\d{1,9})\\b");

  /**
   * An issue or pull request, which GitHub and GitLab number within the repository.
   *
   * @param isPullRequest whether code is discussed
   * @param number as shown after {@code #} or {@code !}
   */
  record Conversation(boolean isPullRequest, int number) {}

  static MessageReferences of(CommitMessage message) {
    return new MessageReferences(
        hashes(REVERTS, message.text()), hashes(FIXES, message.text()), conversation(message));
  }

  private static Set<String> hashes(Pattern pattern, String text) {
    Set<String> hashes = new LinkedHashSet<>();
    pattern
        .matcher(text)
        .results()
        .flatMap(list -> HASHES.matcher(list.group(1)).results())
        .map(MatchResult::group)
        .limit(MAX + 1L)
        .forEach(hashes::add);
    return hashes.size() > MAX ? Set.of() : hashes;
  }

  private static Optional<Conversation> conversation(CommitMessage message) {
    Stream<Conversation> requests =
        Stream.concat(
                numbers(MERGED.matcher(message.subject())),
                numbers(MERGE_REQUEST.matcher(message.text())))
            .map(number -> new Conversation(true, number));
    Stream<Conversation> issues =
        Stream.of(message.subject(), message.text())
            .flatMap(text -> numbers(CLOSES.matcher(text)))
            .map(number -> new Conversation(false, number));
    return Stream.concat(requests, issues).findFirst();
  }

  private static Stream<Integer> numbers(Matcher matcher) {
    return matcher
        .results()
        .map(
            found ->
                Integer.parseInt(
                    found.group(1) != null || found.groupCount() < 2
                        ? found.group(1)
                        : found.group(2)));
  }
}
