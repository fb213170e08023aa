package dev.kith.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be read, and who asks. Remembered in home, so that it is said only once.
 *
 * @param git paths and URLs of repositories
 * @param mbox files and folders of mail
 * @param activities files of ActivityStreams documents, one a line
 * @param as mail addresses of those whose relationships are asked about
 */
record Inputs(List<String> git, List<String> mbox, List<String> activities, List<String> as) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Inputs(
      @Nullable List<String> git,
      @Nullable List<String> mbox,
      @Nullable List<String> activities,
      @Nullable List<String> as) {
    this.git = git == null ? List.of() : List.copyOf(git);
    this.mbox = mbox == null ? List.of() : List.copyOf(mbox);
    this.activities = activities == null ? List.of() : List.copyOf(activities);
    this.as = as == null ? List.of() : List.copyOf(as);
  }

  static Inputs none() {
    return new Inputs(null, null, null, null);
  }

  static Inputs remembered(Home home) {
    try {
      return Files.exists(home.settings())
          ? JSON.readValue(home.settings().toFile(), Inputs.class)
          : none();
    } catch (IOException damaged) {
      throw new Refusal(
          "expected Kith's settings in %s, found something unreadable; mend or delete it"
              .formatted(home.settings()),
          damaged);
    }
  }

  /** These and those; who asks is replaced, not added to. */
  Inputs and(Inputs more) {
    return new Inputs(
        union(git, more.git),
        union(mbox, more.mbox),
        union(activities, more.activities),
        more.as.isEmpty() ? as : more.as);
  }

  private static List<String> union(List<String> some, List<String> more) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  void remember(Home home) {
    try {
      Path file = home.settings();
      if (!Files.exists(file)) {
        OwnerOnly.create(file);
      }
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    } catch (IOException failure) {
      throw new Refusal("cannot write " + home.settings() + ": " + failure.getMessage(), failure);
    }
  }

  boolean isEmpty() {
    return git.isEmpty() && mbox.isEmpty() && activities.isEmpty();
  }
}
