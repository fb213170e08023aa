package dev.kith.ingest.git;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.InvalidInputException;
import dev.kith.ingest.git.repository.RepositoryFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** {@code kith up --git PATH|URL…}: repositories. */
public final class GitInput implements InputOption {
  private static final Pattern URL = Pattern.compile("(?i)([a-z][a-z0-9+.-]*)://.+");

  /** As git writes an address for ssh: {@code git@example.org:town/code.git}. */
  private static final Pattern SCP = Pattern.compile("([^/:@]+@)?[^/:@]+:(?!//).+");

  private static final Pattern CREDENTIALS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://[^/]*@.*");
  private static final Set<String> SCHEMES = Set.of("https", "http", "git", "file");

  /** Names of folders that say that there is a repository in them, but not which one. */
  private static final Set<String> GENERIC =
      Set.of("repo", "repos", "repository", "bare", "git", "src", "source", "code", "checkout");

  @Override
  public String option() {
    return "--git";
  }

  @Override
  public String network() {
    return "git";
  }

  @Override
  public String valueName() {
    return "PATH|URL";
  }

  @Override
  public String description() {
    return "git repositories";
  }

  @Override
  public String check(String value) throws InvalidInputException {
    if (URL.matcher(value).matches()) {
      checkUrl(value);
      return value;
    }
    if (SCP.matcher(value).matches() && !Files.exists(Path.of(value))) {
      throw sshIsNotRead();
    }
    Path path = InputPath.existing(value, "a git repository or a URL");
    boolean worktree = Files.exists(path.resolve(".git"));
    boolean bare = Files.exists(path.resolve("HEAD")) && Files.isDirectory(path.resolve("objects"));
    if (!worktree && !bare) {
      throw new InvalidInputException(
          "expected a git repository, found %s without one; give the folder that holds .git, or a URL"
              .formatted(Files.isDirectory(path) ? "a folder" : "a file"));
    }
    Path directory = Files.isDirectory(path.resolve(".git")) ? path.resolve(".git") : path;
    var refusal = RepositoryFormat.refusal(directory.toFile());
    if (refusal.isPresent()) {
      throw new InvalidInputException(refusal.get());
    }
    return path.toString();
  }

  /** What would be refused later, again and again, when it is remembered already. */
  private static void checkUrl(String url) throws InvalidInputException {
    String scheme = url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
    if (scheme.contains("ssh")) {
      throw sshIsNotRead();
    }
    if (!SCHEMES.contains(scheme)) {
      throw new InvalidInputException(
          "expected an address that begins with https://, http://, git:// or file://, found %s://"
              .formatted(scheme));
    }
    if (CREDENTIALS.matcher(url).matches()) {
      throw new InvalidInputException(
          "expected an address without credentials, found one with them; leave them out and set"
              + " kith.sources.git.NAME.location, .username and .password-file in kith.yaml");
    }
  }

  private static InvalidInputException sshIsNotRead() {
    return new InvalidInputException(
        "expected a folder or an address for https, http, git or file, found one for ssh;"
            + " clone it with git and give the folder");
  }

  /** The last part; of a folder that is called like any repository, what its remote is called. */
  @Override
  public String label(String location) {
    String name = ofPath(location);
    if (URL.matcher(location).matches() || !GENERIC.contains(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    Optional<String> remote = remote(Path.of(location));
    Path parent = Path.of(location).getParent();
    return remote
        .map(GitInput::ofPath)
        .filter(some -> !GENERIC.contains(some))
        .orElseGet(() -> parent == null ? name : ofPath(parent.toString()));
  }

  private static String ofPath(String location) {
    return InputOption.lastPart(location.replaceAll("/\\.git/*$", "")).replaceAll("\\.git$", "");
  }

  private static Optional<String> remote(Path folder) {
    Path inside = folder.resolve(".git/config");
    Path config = Files.exists(inside) ? inside : folder.resolve("config");
    try {
      Config settings = new Config();
      settings.fromText(Files.readString(config));
      return Optional.ofNullable(settings.getString("remote", "origin", "url"));
    } catch (IOException | ConfigInvalidException none) {
      return Optional.empty();
    }
  }

  @Override
  public Map<String, String> settings(String location, Path state) {
    return Map.of("location", location, "cache", state.toString());
  }
}
