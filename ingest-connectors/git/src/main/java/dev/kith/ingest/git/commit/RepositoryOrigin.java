package dev.kith.ingest.git.commit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository comes from.
 *
 * @param context its name: the last two parts of its address, or its folder's name
 * @param forge how its pages are addressed; null if there is no known forge
 * @param address of its own page on the forge
 */
public record RepositoryOrigin(String context, @Nullable Forge forge, String address) {
  private static final Pattern URL =
      Pattern.compile("(?:[a-z+]+://)?(?:[^/@]+@)?([^/:]+)(?::\\d+)?[/:](.+)");

  /** Forges, with the paths of their pages of a commit, an issue and a pull request. */
  enum Forge {
    GITHUB("/commit/", "/issues/", "/pull/"),
    GITLAB("/-/commit/", "/-/issues/", "/-/merge_requests/"),
    FORGEJO("/commit/", "/issues/", "/pulls/"),
    BITBUCKET("/commits/", "/issues/", "/pull-requests/"),
    SOURCEHUT("/commit/", "", "");

    private final String commit;
    private final String issue;
    private final String pullRequest;

    Forge(String commit, String issue, String pullRequest) {
      this.commit = commit;
      this.issue = issue;
      this.pullRequest = pullRequest;
    }

    private static @Nullable Forge of(String host) {
      if (host.startsWith("gitlab.")) {
        return GITLAB;
      }
      return switch (host) {
        case "github.com" -> GITHUB;
        case "codeberg.org" -> FORGEJO;
        case "git.sr.ht" -> SOURCEHUT;
        case "bitbucket.org" -> BITBUCKET;
        default -> null;
      };
    }
  }

  /** Of a folder without a remote. */
  public static RepositoryOrigin ofFolder(String name) {
    return new RepositoryOrigin(withoutSuffix(name), null, "");
  }

  /** Of a remote's address: {@code https://host/owner/name.git} or {@code git@host:owner/name}. */
  public static Optional<RepositoryOrigin> ofRemote(String address) {
    Matcher url = URL.matcher(address.strip());
    if (address.startsWith("/") || address.startsWith(".") || !url.matches()) {
      return Optional.empty();
    }
    String path = withoutSuffix(url.group(2));
    String[] parts = path.split("/", -1);
    int last = parts.length - 1;
    String context = last > 0 ? parts[last - 1] + "/" + parts[last] : path;
    return Optional.of(
        new RepositoryOrigin(
            context, Forge.of(url.group(1)), "https://" + url.group(1) + "/" + path));
  }

  /** The page of a commit, if it is known to have one. */
  @Nullable String page(String hash) {
    return forge == null ? null : address + forge.commit + hash;
  }

  /** The page of an issue or pull request, if it is known to have one. */
  Optional<String> page(MessageReferences.Conversation conversation) {
    if (forge == null || forge.issue.isEmpty()) {
      return Optional.empty();
    }
    String path = conversation.isPullRequest() ? forge.pullRequest : forge.issue;
    return Optional.of(address + path + conversation.number());
  }

  /** Who owns the repository on its forge; empty if it has no forge. */
  public String owner() {
    int slash = context.indexOf('/');
    return slash < 0 ? "" : context.substring(0, slash).toLowerCase(Locale.ROOT);
  }

  private static String withoutSuffix(String path) {
    String bare = path.replaceFirst("/+$", "").replaceFirst("/?\\.git$", "");
    return bare.isEmpty() ? path : bare.replaceFirst("^/+", "");
  }
}
