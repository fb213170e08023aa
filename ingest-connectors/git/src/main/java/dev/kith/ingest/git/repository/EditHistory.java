package dev.kith.ingest.git.repository;

import dev.kith.ingest.git.commit.CommitIdent;
import dev.kith.ingest.git.commit.RawCommit;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote what is being changed. A content of a file (path and hash) is written by the commit
 * that brings it in, on whatever branch, so the commit that replaces the content continues that
 * commit. Commits are read parents first; only those within the window are remembered.
 */
public final class EditHistory {
  /** A commit that changes more files is about none of them. */
  private static final int MAX_FILES = 100;

  /** The most that is remembered, in lines; a content costs as much as twenty lines more. */
  private static final int LARGEST = 4_000_000;

  private static final int COST = 20;

  private static final Pattern FORMATTING =
      Pattern.compile(
          "(?i).*\\b(?:re-?format\\w*|formatting|whitespaces?|pep ?8|black|prettier|clang-format|"
              + "spotless|copyright|licen[sc]e headers?|trailing|tabs? to spaces)\\b.*");

  private final boolean byLine;
  private final int window;
  private final Map<Content, @Nullable Writing[]> writings = new LinkedHashMap<>();
  private int size;
  private @Nullable CommitWalk walk;
  private int place;

  /** Who wrote a line, or a file as a whole, and when. */
  private record Writing(CommitIdent author, int second) {}

  private record Content(String path, ObjectId hash) {}

  /**
   * Nothing read yet.
   *
   * @param coEditing by file or by line
   * @param window how long after a change another one continues it
   */
  public EditHistory(CoEditing coEditing, Duration window) {
    this.byLine = coEditing == CoEditing.LINES;
    this.window = (int) Math.min(Integer.MAX_VALUE, window.toSeconds());
  }

  /**
   * Makes ready for the commit at a place of a walk. Does nothing if the one before it was the last
   * to be read; otherwise, as after a restart, reads what lies within the window before it.
   */
  public void moveTo(CommitWalk next, int from, RevWalk reader, Repository repository)
      throws IOException {
    CommitWalk last = walk;
    boolean goesOn = last == next && place == from;
    boolean follows = last != null && from == 0 && place == last.size() && next.isAfter(last);
    walk = next;
    place = from;
    if (goesOn || follows) {
      return;
    }
    writings.clear();
    size = 0;
    int since = reader.parseCommit(next.get(from)).getCommitTime() - window;
    for (ObjectId earlier : next.before(from, since, repository)) {
      RevCommit commit = reader.parseCommit(earlier);
      Optional<RawCommit> parsed = RawCommit.parse(commit.getRawBuffer());
      if (parsed.isPresent()) {
        read(commit, parsed.get(), reader);
      }
    }
  }

  /** Reads the commit at the place and goes on to the next one. */
  public Set<CommitIdent> next(RevCommit commit, Optional<RawCommit> parsed, RevWalk reader)
      throws IOException {
    place++;
    return parsed.isPresent() ? read(commit, parsed.get(), reader) : Set.of();
  }

  /** The authors whose recent changes a commit changes; a merge changes nothing of its own. */
  private Set<CommitIdent> read(RevCommit commit, RawCommit parsed, RevWalk reader)
      throws IOException {
    if (commit.getParentCount() > 1) {
      return Set.of();
    }
    ObjectId before = ObjectId.zeroId();
    if (commit.getParentCount() == 1) {
      reader.parseHeaders(commit.getParent(0));
      before = commit.getParent(0).getTree();
    }
    List<ChangedFile> files = ChangedFile.of(commit, before, reader.getObjectReader());
    if (files.size() > MAX_FILES || FORMATTING.matcher(parsed.subject()).matches()) {
      files.forEach(this::passOn);
      return Set.of();
    }
    Set<CommitIdent> continued = new LinkedHashSet<>();
    var edit = new Writing(parsed.author(), commit.getCommitTime());
    for (ChangedFile file : files) {
      if (!GeneratedFiles.isGenerated(file.path())) {
        change(file, edit, reader, continued);
      }
    }
    return continued;
  }

  /** Who only formats a file leaves it to those who wrote it; lines are then nobody's. */
  private void passOn(ChangedFile file) {
    @Nullable Writing[] before = writings.get(new Content(file.path(), file.before()));
    if (before != null && !byLine) {
      remember(file, before);
    }
  }

  private void change(ChangedFile file, Writing edit, RevWalk reader, Set<CommitIdent> continued)
      throws IOException {
    LineChanges changes =
        byLine ? LineChanges.of(file, reader.getObjectReader()) : LineChanges.OF_WHOLE_FILE;
    @Nullable Writing[] before =
        written(new Content(file.path(), file.before()), changes.linesBefore());
    var after = new @Nullable Writing[changes.linesAfter()];
    int copied = 0;
    for (Edit region : changes.regions()) {
      copy(
          before,
          region.getBeginA() - (region.getBeginB() - copied),
          after,
          copied,
          region.getBeginB());
      for (int line = region.getBeginA(); before != null && line < region.getEndA(); line++) {
        Writing written = before[line];
        if (written != null && isWithinWindow(written, edit)) {
          continued.add(written.author());
        }
      }
      Arrays.fill(after, region.getBeginB(), region.getEndB(), edit);
      copied = region.getEndB();
    }
    int rest = after.length - copied;
    copy(before, changes.linesBefore() - rest, after, copied, after.length);
    remember(file, after);
  }

  private static void copy(
      @Nullable Writing @Nullable [] before, int from, @Nullable Writing[] after, int to, int end) {
    if (before != null) {
      System.arraycopy(before, from, after, to, end - to);
    }
  }

  private boolean isWithinWindow(Writing written, Writing edit) {
    long age = (long) edit.second() - written.second();
    return age >= 0 && age <= window;
  }

  /** Of one content that several commits bring in, the latest counts, in whatever order read. */
  private void remember(ChangedFile file, @Nullable Writing[] written) {
    var content = new Content(file.path(), file.after());
    @Nullable Writing[] old = written(content, written.length);
    if (old != null && latest(old) > latest(written)) {
      return;
    }
    size += old == null ? COST + written.length : 0;
    writings.put(content, written);
    var oldest = writings.values().iterator();
    while (size > LARGEST) {
      size -= COST + oldest.next().length;
      oldest.remove();
    }
  }

  /** Null if it is not known. */
  private @Nullable Writing @Nullable [] written(Content content, int length) {
    @Nullable Writing[] known = writings.get(content);
    return known != null && known.length == length ? known : null;
  }

  private static int latest(@Nullable Writing[] written) {
    int latest = 0;
    for (Writing edit : written) {
      latest = edit == null ? latest : Math.max(latest, edit.second());
    }
    return latest;
  }
}
