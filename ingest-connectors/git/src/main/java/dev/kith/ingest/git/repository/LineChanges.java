package dev.kith.ingest.git.repository;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * How the lines of a file change. A file that is binary or too large is one line.
 *
 * @param regions that differ by more than white space, in order
 */
record LineChanges(int linesBefore, int linesAfter, List<Edit> regions) {
  static final LineChanges OF_WHOLE_FILE = new LineChanges(1, 1, List.of(new Edit(0, 1, 0, 1)));

  private static final int LARGEST = 1 << 20;
  private static final byte[] BINARY = {0};

  static LineChanges of(ChangedFile file, ObjectReader reader) throws IOException {
    RawText before = text(file.before(), reader);
    RawText after = text(file.after(), reader);
    var regions =
        DiffAlgorithm.getAlgorithm(SupportedAlgorithm.HISTOGRAM)
            .diff(RawTextComparator.WS_IGNORE_ALL, before, after);
    return new LineChanges(before.size(), after.size(), regions);
  }

  private static RawText text(ObjectId content, ObjectReader reader) throws IOException {
    if (content.equals(ObjectId.zeroId())) {
      return RawText.EMPTY_TEXT;
    }
    try {
      ObjectLoader blob = reader.open(content, Constants.OBJ_BLOB);
      byte[] bytes = blob.getSize() > LARGEST ? BINARY : blob.getCachedBytes();
      return new RawText(RawText.isBinary(bytes) ? content.name().getBytes(US_ASCII) : bytes);
    } catch (MissingObjectException partialClone) {
      return RawText.EMPTY_TEXT;
    }
  }
}
