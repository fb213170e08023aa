package dev.kith.ingest.github;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;

/** {@code kith up --github OWNER/NAME…}: public repositories. */
public final class GithubInput implements InputOption {
  private static final String PAGE = "(?i)^https://github\\.com/|(?:\\.git)?/*$";

  @Override
  public String option() {
    return "--github";
  }

  @Override
  public String network() {
    return "github";
  }

  @Override
  public String valueName() {
    return "OWNER/NAME";
  }

  @Override
  public String description() {
    return "issues, pull requests and reviews of public repositories on GitHub";
  }

  @Override
  public String check(String value) throws InvalidInputException {
    String repository = value.strip().replaceAll(PAGE, "");
    if (!repository.matches("[A-Za-z0-9-]+/[\\w.-]+")) {
      throw new InvalidInputException(
          "expected OWNER/NAME or the page of a repository on github.com");
    }
    return repository;
  }

  @Override
  public Map<String, String> settings(String location, Path state) {
    return Map.of("repository", location);
  }
}
