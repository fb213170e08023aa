package dev.kith.ingest.git.commit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the subject of a merge says of the branch that is merged, in the words of git and the
 * forges.
 *
 * @param login owner of the branch, as GitHub states it in {@code Merge pull request #7 from
 *     ann/fix}
 * @param ofMainBranch whether the main branch is merged, so that another branch keeps up with it:
 *     whoever does so has not looked at what the others wrote there
 */
public record MergeSubject(Optional<String> login, boolean ofMainBranch) {
  private static final Pattern PULL_REQUEST =
      Pattern.compile("(?i)merged? pull request #\\d+ from ([a-z0-9][a-z0-9-]{0,38})[/:].*");

  private static final String MAIN =
      "['\"]?(?:[\\w.-]+/)*(?:master|main|trunk|develop|devel|dev|next|default|head)['\"]?";
  private static final Pattern MAIN_BRANCH =
      Pattern.compile(
          "(?i)merged? (?:with |from |in |the |latest |upstream |remote-tracking |remote )*"
              + "(?:branch |commit )?(?:"
              + MAIN
              + "|(?:https?|git|ssh)://\\S+)(?: branch)?(?: (?:of|from) \\S+)?"
              + "(?: (?:in|to|into) .*)?\\.?");

  /** Reads the subject of a merge. */
  public static MergeSubject parse(String subject) {
    Matcher pullRequest = PULL_REQUEST.matcher(subject);
    return new MergeSubject(
        pullRequest.matches()
            ? Optional.of(pullRequest.group(1).toLowerCase(Locale.ROOT))
            : Optional.empty(),
        MAIN_BRANCH.matcher(subject).matches());
  }
}
