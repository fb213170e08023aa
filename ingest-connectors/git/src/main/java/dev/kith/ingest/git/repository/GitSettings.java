package dev.kith.ingest.git.repository;

import dev.kith.schemas.Visibility;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One repository to read.
 *
 * @param name of the source
 * @param location folder of a repository (work tree, bare or {@code .git}), or an address that
 *     begins with {@code https://}, {@code http://}, {@code git://} or {@code file://}
 * @param username for the address, if it asks
 * @param password or access token for the address, if it asks
 * @param cache folder under which an address is mirrored; {@code .kith/git} at home if not said
 * @param fetchEvery how often an address is asked for news
 * @param pageSize most commits of a page
 * @param visibility who may see the commits where they are; if not said, everybody for an address
 *     of the web that needs no password, else only those whom a commit names
 * @param coEditing how it is found that somebody goes on with the work of another
 * @param coEditingWindow how long after a change another one goes on with it
 */
@EachProperty("kith.sources.git")
public record GitSettings(
    @Parameter String name,
    @Bindable(defaultValue = "") String location,
    @Nullable String username,
    @Nullable String password,
    @Nullable Path cache,
    @Bindable(defaultValue = "1m") Duration fetchEvery,
    @Bindable(defaultValue = "1000") int pageSize,
    @Nullable Visibility visibility,
    @Bindable(defaultValue = "OFF") CoEditing coEditing,
    @Bindable(defaultValue = "90d") Duration coEditingWindow) {

  /** Refuses what could not be read, or would show a secret. */
  public GitSettings {
    if (location.isBlank()) {
      throw wrong(name, "location", "a folder or an address", "nothing");
    }
    if (location.matches("[a-z+]+://[^/]*@.*") && !location.startsWith("ssh")) {
      throw wrong(
          name,
          "location",
          "an address without credentials (username and password are settings)",
          "one with them");
    }
    if (pageSize < 1) {
      throw wrong(name, "page-size", "at least 1", String.valueOf(pageSize));
    }
    if (coEditingWindow.isNegative() || coEditingWindow.isZero()) {
      throw wrong(name, "co-editing-window", "more than 0", coEditingWindow.toString());
    }
  }

  /** A repository with all else as it is by default. */
  public static GitSettings of(String name, String location) {
    return new GitSettings(
        name,
        location,
        null,
        null,
        null,
        Duration.ofMinutes(1),
        1000,
        null,
        CoEditing.OFF,
        Duration.ofDays(90));
  }

  boolean isAddress() {
    return location.matches("(https?|git|file|ssh)://.*")
        || location.matches("[\\w.-]+@[\\w.-]+:.*");
  }

  /** Where addresses are mirrored. */
  Path mirrors() {
    return cache != null ? cache : Path.of(System.getProperty("user.home"), ".kith", "git");
  }

  /** Who may see what is in it. */
  public Visibility effectiveVisibility() {
    if (visibility != null) {
      return visibility;
    }
    boolean open = location.matches("(https?|git)://.*") && password == null;
    return open ? Visibility.PUBLIC : Visibility.PRIVATE;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "GitSettings[" + name + ": " + location + "]";
  }

  private static IllegalArgumentException wrong(
      String name, String key, String expected, String found) {
    return new IllegalArgumentException(
        "kith.sources.git.%s.%s: expected %s, found %s".formatted(name, key, expected, found));
  }
}
