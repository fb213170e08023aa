package dev.kith.ingest.git;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code kith up --git PATH|URL…}: repositories. */
public final class GitInput implements InputOption {
  private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*://.+|[^/]+@[^/]+:.+");

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
  public String check(String value) throws InvalidInput {
    if (URL.matcher(value).matches()) {
      return value;
    }
    Path path = InputPath.existing(value, "a git repository or a URL");
    boolean worktree = Files.exists(path.resolve(".git"));
    boolean bare = Files.exists(path.resolve("HEAD")) && Files.isDirectory(path.resolve("objects"));
    if (!worktree && !bare) {
      throw new InvalidInput(
          "expected a git repository, found %s without one; give the folder that holds .git, or a URL"
              .formatted(Files.isDirectory(path) ? "a folder" : "a file"));
    }
    return path.toString();
  }

  @Override
  public String label(String location) {
    return InputOption.lastPart(location.replaceAll("/\\.git/*$", "")).replaceAll("\\.git$", "");
  }

  @Override
  public Map<String, String> settings(String location, Path state) {
    return Map.of("location", location, "cache", state.toString());
  }
}
