package dev.kith.ingest.mail.mbox;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.mail.discarded.DiscardedFolderNames;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the mbox files of a location by path, in the order of their names. */
public final class MboxFileLister {
  /** Each file has a line in the cursor, which must stay small. */
  static final int MAX_COUNT = 5_000;

  /** The hint for a file in UTF-16. */
  public static final String CONVERT =
      "convert it, for example with: iconv -f UTF-16 -t UTF-8 FILE > NEW-FILE";

  private static final Logger LOG = LoggerFactory.getLogger(MboxFileLister.class);
  private static final Pattern PACKING =
      Pattern.compile("(?i)(?:\\.gz|\\.mbox|\\.mbx|\\.sbd|\\.txt)+$");

  private final Path location;
  private final DiscardedPolicy discarded;
  private final Map<Path, FileCheck> checked = new HashMap<>();
  private long ignoredBefore;

  private record FileCheck(FileTime modified, long size, boolean mbox) {}

  public MboxFileLister(Path location, DiscardedPolicy discarded) {
    this.location = location;
    this.discarded = discarded;
  }

  SortedMap<String, Path> list() throws SourceException {
    if (!Files.exists(location)) {
      throw new SourceException.Refused(
          "expected a mail archive at " + location + ", found nothing there; check the location",
          null);
    }
    try {
      return Files.isDirectory(location) ? below() : single();
    } catch (IOException e) {
      throw new SourceException.Unavailable("cannot list " + location, e);
    }
  }

  private SortedMap<String, Path> single() throws IOException, SourceException {
    if (!Files.isReadable(location)) {
      throw new SourceException.Refused(
          "expected to be allowed to read " + location + ", found no permission; change its mode",
          null);
    }
    if (!isMbox(location, Files.readAttributes(location, BasicFileAttributes.class))) {
      throw noMbox();
    }
    return new TreeMap<>(Map.of(String.valueOf(location.getFileName()), location));
  }

  private SourceException.Refused noMbox() throws IOException {
    if (MboxFile.of(location).isUtf16Mbox()) {
      return new SourceException.Refused(
          "expected an mbox in ASCII or UTF-8 at " + location + ", found UTF-16; " + CONVERT, null);
    }
    return new SourceException.Refused(
        "expected an mbox (lines \"From sender date\" before each message) at "
            + location
            + ", found no such line; check the file, or name a Maildir or a folder of mbox files",
        null);
  }

  private SortedMap<String, Path> below() throws IOException, SourceException {
    var found = new ArchiveVisitor();
    Files.walkFileTree(location, found);
    if (found.ignored != ignoredBefore) {
      LOG.info(
          "{}: {} files are no mail archives, or hold deleted mail, spam or drafts (setting"
              + " discarded), and are skipped",
          location,
          found.ignored);
      ignoredBefore = found.ignored;
    }
    if (found.archives.size() > MAX_COUNT) {
      throw new SourceException.Refused(
          "expected at most "
              + MAX_COUNT
              + " mbox files below "
              + location
              + ", found more; make several sources",
          null);
    }
    return found.archives;
  }

  /** Decided by the content, again when the file changes. */
  private boolean isMbox(Path file, BasicFileAttributes attributes) throws IOException {
    FileCheck before = checked.get(file);
    boolean known =
        before != null
            && before.modified.equals(attributes.lastModifiedTime())
            && before.size == attributes.size();
    if (before != null && (known || before.mbox)) {
      return before.mbox;
    }
    boolean mbox = attributes.isRegularFile() && isMbox(MboxFile.of(file), file);
    checked.put(file, new FileCheck(attributes.lastModifiedTime(), attributes.size(), mbox));
    return mbox;
  }

  private static boolean isMbox(MboxFile archive, Path file) throws IOException {
    if (archive.isUtf16Mbox()) {
      LOG.warn("{} is mail in UTF-16 and is skipped; {}", file, CONVERT);
      return false;
    }
    return archive.isMbox();
  }

  /** Collects mbox files; hidden files and folders are skipped. */
  private final class ArchiveVisitor extends SimpleFileVisitor<Path> {
    final SortedMap<String, Path> archives = new TreeMap<>();
    long ignored;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean mbox = false;
      try {
        mbox = !isHidden(file) && isWanted(file) && isMbox(file, attributes);
      } catch (IOException e) {
        LOG.warn("{} cannot be read and is skipped: {}", file, e.getClass().getSimpleName());
      }
      if (mbox) {
        archives.put(location.relativize(file).toString(), file);
      } else {
        ignored++;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      ignored++;
      return FileVisitResult.CONTINUE;
    }

    /** Mail programs name their files after the folders, such as {@code Trash.mbox/mbox}. */
    private boolean isWanted(Path file) {
      for (Path part : location.relativize(file)) {
        String name = PACKING.matcher(part.toString()).replaceFirst("");
        if (discarded == DiscardedPolicy.EXCLUDE && DiscardedFolderNames.isFolder(name)) {
          return false;
        }
      }
      return true;
    }

    private boolean isHidden(Path file) {
      return !file.equals(location) && String.valueOf(file.getFileName()).startsWith(".");
    }
  }
}
