package dev.kith.benchmarks;

import dev.kith.e2e.SyntheticHistory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * A synthetic history of which only the first commits and mails exist at first. The rest is added
 * while Kith reads, as in a mailbox that grows and a repository that is pushed to.
 */
final class GrowingInput {

  private static final byte[] SEPARATOR = "\nFrom ".getBytes(StandardCharsets.US_ASCII);

  private final SyntheticHistory past;
  private final ObjectId lastCommit;
  private final Path laterMails;

  private GrowingInput(SyntheticHistory past, ObjectId lastCommit, Path laterMails) {
    this.past = past;
    this.lastCommit = lastCommit;
    this.laterMails = laterMails;
  }

  /** Removes all but the first {@code commits} and {@code mails}. */
  static GrowingInput of(SyntheticHistory past, int commits, int mails) throws Exception {
    Path later = past.mailbox().resolveSibling("later.mbox");
    cut(past.mailbox(), later, mails);
    try (Git git = Git.open(past.repository().toFile())) {
      List<ObjectId> newestFirst = new ArrayList<>();
      for (RevCommit commit : git.log().call()) {
        newestFirst.add(commit.getId());
      }
      point(git.getRepository(), newestFirst.get(newestFirst.size() - commits));
      return new GrowingInput(past, newestFirst.getFirst(), later);
    }
  }

  SyntheticHistory past() {
    return past;
  }

  /** Adds the removed commits and mails again. */
  void unfold() throws IOException {
    Files.write(past.mailbox(), Files.readAllBytes(laterMails), StandardOpenOption.APPEND);
    try (Git git = Git.open(past.repository().toFile())) {
      point(git.getRepository(), lastCommit);
    }
  }

  private static void point(Repository repository, ObjectId commit) throws IOException {
    RefUpdate main = repository.updateRef("refs/heads/main");
    main.setNewObjectId(commit);
    main.forceUpdate();
  }

  private static void cut(Path mailbox, Path later, int mails) throws IOException {
    byte[] all = Files.readAllBytes(mailbox);
    int at = 0;
    for (int i = 0; i < mails; i++) {
      at = next(all, at);
    }
    Files.write(later, Arrays.copyOfRange(all, at, all.length));
    try (var file = new RandomAccessFile(mailbox.toFile(), "rw")) {
      file.setLength(at);
    }
  }

  /** Returns the offset at which the next mail begins. */
  private static int next(byte[] all, int from) {
    for (int at = from; at + SEPARATOR.length <= all.length; at++) {
      if (Arrays.equals(all, at, at + SEPARATOR.length, SEPARATOR, 0, SEPARATOR.length)) {
        return at + 1;
      }
    }
    return all.length;
  }
}
