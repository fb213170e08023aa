package dev.kith.ingest.git;

import dev.kith.ingest.git.commit.CommitIdent;
import dev.kith.ingest.git.commit.ForgeLogin;
import dev.kith.ingest.git.commit.MergeSubject;
import dev.kith.ingest.git.commit.MessageReferences;
import dev.kith.ingest.git.commit.Participant;
import dev.kith.ingest.git.commit.RawCommit;
import dev.kith.ingest.git.repository.MergedCommits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/** Finds the authors of the commits that a commit merges, reverts or fixes. */
final class RelatedAuthors implements AutoCloseable {
  private final MergedCommits merges;
  private final ObjectReader objects;

  RelatedAuthors(Repository repository) throws IOException {
    this.merges = new MergedCommits(repository);
    this.objects = repository.newObjectReader();
  }

  /**
   * The authors of the commits that a merge brings in, each once; of none if it brings the main
   * branch into another one.
   */
  List<CommitIdent> merged(RevCommit commit, MergeSubject subject) throws IOException {
    return commit.getParentCount() < 2 || subject.ofMainBranch()
        ? List.of()
        : authors(merges.broughtInBy(commit));
  }

  /** The authors of the commits that a message names as reverted or fixed. */
  List<Participant> named(RawCommit commit) throws IOException {
    MessageReferences references = commit.references();
    List<Participant> named = new ArrayList<>();
    for (CommitIdent author : authors(resolved(references.reverted()))) {
      named.add(author.as(Participant.REVERTED));
    }
    for (CommitIdent author : authors(resolved(references.fixed()))) {
      named.add(author.as(Participant.FIXED));
    }
    return named;
  }

  private List<CommitIdent> authors(Collection<ObjectId> commits) throws IOException {
    List<CommitIdent> authors = new ArrayList<>();
    Set<String> accounts = new HashSet<>();
    for (ObjectId id : commits) {
      author(id).filter(author -> accounts.add(author.account())).ifPresent(authors::add);
    }
    return authors;
  }

  /** Empty if there is no such commit here, as in a shallow clone or after a clean-up. */
  private Optional<CommitIdent> author(ObjectId id) throws IOException {
    try {
      return RawCommit.author(objects.open(id, Constants.OBJ_COMMIT).getCachedBytes());
    } catch (MissingObjectException | IncorrectObjectTypeException noCommit) {
      return Optional.empty();
    }
  }

  /** An abbreviation that fits several objects names none. */
  private List<ObjectId> resolved(Set<String> hashes) throws IOException {
    List<ObjectId> ids = new ArrayList<>();
    for (String hash : hashes) {
      Collection<ObjectId> found = objects.resolve(AbbreviatedObjectId.fromString(hash));
      if (found.size() == 1) {
        ids.addAll(found);
      }
    }
    return ids;
  }

  /** The login of the authors, if the subject tells it beyond doubt. */
  static Optional<String> login(MergeSubject subject, List<CommitIdent> authors, String owner) {
    return subject.login().filter(login -> !login.equals(owner) && ForgeLogin.isOf(login, authors));
  }

  @Override
  public void close() {
    merges.close();
    objects.close();
  }
}
