package dev.kith.ingest.git.commit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.schemas.AccountId;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * What the owners of a repository say of who is who in it: the file {@code .mailmap} of its main
 * branch (gitmailmap(5)). Names and addresses are compared without regard to case, as git does.
 */
public final class Mailmap {
  static final Mailmap NONE = new Mailmap("", "", 0);

  private static final int LARGEST = 1 << 20;
  private static final Pattern LINE =
      Pattern.compile("([^<>#]*)<([^<>]*)>(?:([^<>#]*)<([^<>]*)>)?\\s*(?:#.*)?");
  private static final String ANY_NAME = "";

  private final String id;
  private final long revision;

  /** By address and name as they stand in commits; {@link #ANY_NAME} for all names. */
  private final Map<String, Map<String, Proper>> byAddress = new HashMap<>();

  private final Set<String> properAddresses = new HashSet<>();

  /**
   * What takes the place of a name and an address. In an entry, what is empty stays as it is in the
   * commit; in an answer nothing is left open.
   *
   * @param name proper name
   * @param mail proper address
   */
  record Proper(String name, String mail) {
    /** The account that stands for the person: name and address together. */
    String account() {
      return AccountId.git(name, mail).toString();
    }

    private Proper of(String commitName, String commitMail) {
      return new Proper(name.isEmpty() ? commitName : name, mail.isEmpty() ? commitMail : mail);
    }
  }

  private Mailmap(String id, String text, long revision) {
    this.id = id;
    this.revision = revision;
    text.lines().forEach(this::read);
  }

  /** One with this text; for repositories see {@link #of}. */
  static Mailmap parse(String text) {
    return new Mailmap("", text, 1);
  }

  /** The one of a repository's main branch; {@link #NONE} if it has none. */
  public static Mailmap of(Repository repository) throws IOException {
    ObjectId head = mainBranch(repository);
    if (head == null) {
      return NONE;
    }
    try (var walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(head);
      try (var file = TreeWalk.forPath(repository, ".mailmap", commit.getTree())) {
        if (file == null || (file.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
          return NONE;
        }
        ObjectLoader blob = repository.open(file.getObjectId(0), Constants.OBJ_BLOB);
        return blob.getSize() > LARGEST
            ? NONE
            : new Mailmap(
                file.getObjectId(0).name(),
                new String(blob.getBytes(), UTF_8),
                1000L * Math.max(1, commit.getCommitTime()));
      }
    }
  }

  private static @Nullable ObjectId mainBranch(Repository repository) throws IOException {
    for (String name : new String[] {Constants.HEAD, "refs/heads/main", "refs/heads/master"}) {
      Ref ref = repository.exactRef(name);
      if (ref != null && ref.getObjectId() != null) {
        return ref.getObjectId();
      }
    }
    return null;
  }

  private void read(String line) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      return;
    }
    String name = parts.group(1).strip();
    String mail = parts.group(2).strip();
    boolean two = parts.group(4) != null;
    String commitName = two ? parts.group(3).strip() : ANY_NAME;
    String commitMail = two ? parts.group(4).strip() : mail;
    byAddress
        .computeIfAbsent(folded(commitMail), any -> new HashMap<>())
        .put(folded(commitName), new Proper(name, two ? mail : ""));
    properAddresses.add(folded(mail));
  }

  /** Changes when the file does; empty if there is none. */
  public String id() {
    return id;
  }

  /** When it was looked up, by the clock of the main branch's last commit, in milliseconds. */
  long revision() {
    return revision;
  }

  /** Whom the file speaks of in a commit's name and address; empty if of nobody. */
  Optional<Proper> proper(String name, String mail) {
    Map<String, Proper> byName = byAddress.getOrDefault(folded(mail), Map.of());
    Proper entry = byName.getOrDefault(folded(name), byName.get(ANY_NAME));
    if (entry != null) {
      return Optional.of(entry.of(name, mail));
    }
    return byName.isEmpty() && properAddresses.contains(folded(mail))
        ? Optional.of(new Proper(name, mail))
        : Optional.empty();
  }

  /** Whether the file tells by their names who of several has written with an address. */
  boolean isShared(String mail) {
    return byAddress.getOrDefault(folded(mail), Map.of()).keySet().stream()
        .anyMatch(name -> !name.equals(ANY_NAME));
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
