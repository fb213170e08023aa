package dev.kith.ingest.git.repository;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A walk that ends in an order of its own: a commit comes once all its parents have come, the
 * oldest of those that may come first. JGit's own orders depend on where a walk starts, and a
 * reader that resumes must find the same order.
 */
final class CommitOrder extends RevWalk {
  private static final Comparator<RevCommit> BY_AGE =
      Comparator.comparingInt(RevCommit::getCommitTime).thenComparing(Comparator.naturalOrder());

  CommitOrder(Repository repository) {
    super(repository);
    setRetainBody(false);
  }

  @Override
  protected RevCommit createCommit(AnyObjectId id) {
    return new Member(id);
  }

  /** Everything between the marks. */
  List<RevCommit> all() throws IOException {
    List<Member> found = new ArrayList<>();
    for (RevCommit commit = next(); commit != null; commit = next()) {
      Member member = (Member) commit;
      member.found = true;
      found.add(member);
    }
    found.forEach(Member::announceToParents);
    return ordered(found);
  }

  private static List<RevCommit> ordered(List<Member> found) {
    var ready = new PriorityQueue<Member>(BY_AGE);
    found.stream().filter(member -> member.missing == 0).forEach(ready::add);
    List<RevCommit> ordered = new ArrayList<>(found.size());
    for (Member next = ready.poll(); next != null; next = ready.poll()) {
      ordered.add(next);
      for (Member child : next.children) {
        if (--child.missing == 0) {
          ready.add(child);
        }
      }
    }
    return ordered;
  }

  /** A commit that knows its children, and how many of its parents have not come yet. */
  private static final class Member extends RevCommit {
    private static final Member[] NONE = {};
    private boolean found;
    private int missing;
    private Member[] children = NONE;

    Member(AnyObjectId id) {
      super(id);
    }

    void announceToParents() {
      for (RevCommit commit : getParents()) {
        Member parent = (Member) commit;
        if (parent.found) {
          parent.children = with(parent.children, this);
          missing++;
        }
      }
    }

    private static Member[] with(Member[] some, Member another) {
      Member[] more = Arrays.copyOf(some, some.length + 1);
      more[some.length] = another;
      return more;
    }
  }
}
