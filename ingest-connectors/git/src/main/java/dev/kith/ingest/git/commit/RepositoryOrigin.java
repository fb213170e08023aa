package dev.kith.ingest.git.commit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository comes from.
 *
 * @param context its name: the last two parts of its address, or its folder's name
 * @param commits what the address of a commit's page begins with; null if there is no known forge
 */
public record RepositoryOrigin(String context, @Nullable String commits) {
  private static final Pattern URL =
      Pattern.compile("(?:[a-z+]+://)?(?:[^/@]+@)?([^/:]+)(?::\\d+)?[/:](.+)");

  /** Of a folder without a remote. */
  public static RepositoryOrigin ofFolder(String name) {
    return new RepositoryOrigin(withoutSuffix(name), null);
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
    return Optional.of(new RepositoryOrigin(context, commits(url.group(1), path)));
  }

  /** The page of a commit, if it is known to have one. */
  @Nullable String page(String hash) {
    return commits == null ? null : commits + hash;
  }

  private static @Nullable String commits(String host, String path) {
    String page = "https://" + host + "/" + path;
    if (host.equals("gitlab.com") || host.startsWith("gitlab.")) {
      return page + "/-/commit/";
    }
    return switch (host) {
      case "github.com", "codeberg.org", "git.sr.ht" -> page + "/commit/";
      case "bitbucket.org" -> page + "/commits/";
      default -> null;
    };
  }

  private static String withoutSuffix(String path) {
    String bare = path.replaceFirst("/+$", "").replaceFirst("/?\\.git$", "");
    return bare.isEmpty() ? path : bare.replaceFirst("^/+", "");
  }
}
