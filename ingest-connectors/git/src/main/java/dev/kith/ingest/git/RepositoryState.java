package dev.kith.ingest.git;

import dev.kith.ingest.git.commit.Mailmap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The branches and the mailmap of a repository at one time.
 *
 * @param repository opened
 * @param mailmap what its owners say of who is who
 */
record RepositoryState(Repository repository, Mailmap mailmap) {

  static RepositoryState of(Repository repository) throws IOException {
    return new RepositoryState(repository, Mailmap.of(repository));
  }

  /** The commits that branches point to, those of remotes and a detached HEAD included. */
  Set<ObjectId> tips() throws IOException {
    Set<ObjectId> tips = new TreeSet<>();
    RefDatabase refs = repository.getRefDatabase();
    try (var walk = new RevWalk(repository)) {
      for (Ref ref : refs.getRefsByPrefix(Constants.R_HEADS, Constants.R_REMOTES)) {
        addIfCommit(ref, walk, tips);
      }
      Ref head = refs.exactRef(Constants.HEAD);
      if (head != null) {
        addIfCommit(head, walk, tips);
      }
    }
    return tips;
  }

  /**
   * The position as far as it still holds. After a clean-up, commits that no branch has any more
   * are gone; after a deepening of a shallow clone, older ones have come; after a change of the
   * .mailmap, people may be others: then reading begins anew with what is certain, and what is read
   * again changes nothing else.
   */
  HistoryPosition stillThere(HistoryPosition position) throws IOException {
    String now = boundary();
    if (!position.boundary().equals(now)) {
      return HistoryPosition.atRest(Set.of(), now);
    }
    Set<ObjectId> read = existing(position.read());
    boolean whole =
        read.equals(position.read()) && existing(position.tips()).equals(position.tips());
    return whole ? position : HistoryPosition.atRest(read, now);
  }

  private Set<ObjectId> existing(Collection<ObjectId> ids) throws IOException {
    Set<ObjectId> existing = new TreeSet<>();
    try (var reader = repository.newObjectReader()) {
      for (ObjectId id : ids) {
        if (reader.has(id)) {
          existing.add(id);
        }
      }
    }
    return existing;
  }

  /** Digest of what a position rests on beside its commits; empty for most repositories. */
  private String boundary() throws IOException {
    Set<ObjectId> shallow = new TreeSet<>(repository.getObjectDatabase().getShallowCommits());
    if (shallow.isEmpty() && mailmap.id().isEmpty()) {
      return "";
    }
    var crc = new CRC32();
    shallow.forEach(id -> crc.update(id.name().getBytes(StandardCharsets.US_ASCII)));
    crc.update(mailmap.id().getBytes(StandardCharsets.US_ASCII));
    return Long.toHexString(crc.getValue());
  }

  private static void addIfCommit(Ref ref, RevWalk walk, Set<ObjectId> tips) throws IOException {
    ObjectId id = ref.getObjectId();
    if (id == null) {
      return;
    }
    try {
      tips.add(walk.parseCommit(id).copy());
    } catch (MissingObjectException | IncorrectObjectTypeException broken) {
      // A branch that points to nothing has nothing to read; git itself only warns.
      return;
    }
  }
}
