package dev.kith.ingest.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;

/** A made-up history with branches, octopus merges and several roots, and what follows from it. */
final class RandomHistory {
  private static final int PEOPLE = 9;
  private static final int FILES = 5;
  static final int DAY = 24 * 60 * 60;

  final List<Commit> commits = new ArrayList<>();
  private final Random random;

  /**
   * One commit.
   *
   * @param parents places of its parents in the history
   * @param changed what it changes: the new lines of each file, of which no two are alike
   * @param files all files after it
   */
  record Commit(
      int author,
      long second,
      List<Integer> parents,
      Map<String, List<String>> changed,
      Map<String, List<String>> files) {
    boolean isMerge() {
      return parents.size() > 1;
    }

    String account() {
      return RandomHistory.account(author);
    }
  }

  RandomHistory(long seed, int size) {
    random = new Random(seed);
    long second = 1_000_000_000L;
    for (int place = 0; place < size; place++) {
      second += random.nextInt(10 * DAY);
      add(place, second);
    }
  }

  private void add(int place, long second) {
    Set<Integer> parents = new TreeSet<>();
    int most = random.nextInt(5) > 0 ? 1 : 2 + random.nextInt(2);
    boolean root = place == 0 || random.nextInt(40) == 0;
    for (int i = 0; i < most && !root; i++) {
      parents.add(place - 1 - random.nextInt(Math.min(place, 12)));
    }
    List<Integer> ordered = new ArrayList<>(parents);
    Collections.shuffle(ordered, random);
    Map<String, List<String>> files =
        new HashMap<>(root ? Map.of() : commits.get(ordered.getFirst()).files());
    Map<String, List<String>> changed = new HashMap<>();
    if (ordered.size() < 2) {
      String name = "src/f" + random.nextInt(FILES);
      changed.put(name, edited(files.getOrDefault(name, List.of()), place));
    }
    files.putAll(changed);
    commits.add(new Commit(random.nextInt(PEOPLE), second, ordered, changed, files));
  }

  private List<String> edited(List<String> lines, int place) {
    List<String> edited = new ArrayList<>(lines);
    int at = random.nextInt(edited.size() + 1);
    for (int removed = random.nextInt(3); removed > 0 && at < edited.size(); removed--) {
      edited.remove(at);
    }
    edited.add(at, "line of " + place);
    return edited;
  }

  /** Writes those from one place to another as they are, each with a branch of its own. */
  List<ObjectId> write(RepositoryWriter writer, List<ObjectId> before, int to) throws IOException {
    List<ObjectId> ids = new ArrayList<>(before);
    for (int place = before.size(); place < to; place++) {
      Commit commit = commits.get(place);
      Map<String, String> files = new HashMap<>();
      commit.files().forEach((name, lines) -> files.put(name, String.join("\n", lines) + "\n"));
      String person = person(commit.author());
      var spec =
          new RepositoryWriter.Spec(person, person, commit.second(), "commit " + place, files);
      ObjectId[] parents = commit.parents().stream().map(ids::get).toArray(ObjectId[]::new);
      ids.add(writer.commit(spec, parents));
      writer.branch("b" + place, ids.getLast());
    }
    return ids;
  }

  static String person(int author) {
    return "Person %d <p%d@example.org>".formatted(author, author);
  }

  static String account(int author) {
    return "git:" + person(author);
  }

  /** The authors of the commits that a merge brings in, but its own, by plain sets. */
  Set<String> merged(int place) {
    Commit merge = commits.get(place);
    Set<Integer> brought = new HashSet<>();
    merge.parents().stream().skip(1).forEach(parent -> reach(parent, brought));
    Set<Integer> had = new HashSet<>();
    merge.parents().stream().limit(1).forEach(parent -> reach(parent, had));
    brought.removeAll(had);
    Set<String> authors = new TreeSet<>();
    brought.forEach(each -> authors.add(commits.get(each).account()));
    authors.remove(merge.account());
    return authors;
  }

  private void reach(int place, Set<Integer> reached) {
    if (reached.add(place)) {
      commits.get(place).parents().forEach(parent -> reach(parent, reached));
    }
  }

  /** The authors, but its own, of what a commit replaces, as far as it is young enough. */
  Set<String> continued(int place, int days, boolean byLine) {
    Commit commit = commits.get(place);
    Set<String> authors = new TreeSet<>();
    if (commit.parents().size() != 1) {
      return authors;
    }
    Map<String, List<String>> before = commits.get(commit.parents().getFirst()).files();
    commit
        .changed()
        .forEach(
            (name, lines) -> {
              List<String> old = before.getOrDefault(name, List.of());
              List<String> gone = byLine ? new ArrayList<>(old) : List.of(newest(old));
              if (byLine) {
                gone.removeAll(lines);
              }
              gone.stream()
                  .filter(line -> !line.isEmpty())
                  .map(line -> commits.get(placeOf(line)))
                  .filter(writer -> commit.second() - writer.second() <= (long) days * DAY)
                  .forEach(writer -> authors.add(writer.account()));
            });
    authors.remove(commit.account());
    return authors;
  }

  /** Each change adds a line, so the newest line tells who changed a file last. */
  private static String newest(List<String> lines) {
    return lines.stream().max(Comparator.comparingInt(RandomHistory::placeOf)).orElse("");
  }

  private static int placeOf(String line) {
    return Integer.parseInt(line.substring("line of ".length()));
  }
}
