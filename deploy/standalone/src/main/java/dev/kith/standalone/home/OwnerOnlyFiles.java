package dev.kith.standalone.home;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and folders that nobody else on the computer may read, because addresses, mails and
 * credentials stand in them.
 */
public final class OwnerOnlyFiles {

  private static final Set<PosixFilePermission> READ_WRITE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> ALL = PosixFilePermissions.fromString("rwx------");

  private OwnerOnlyFiles() {}

  /** An empty one; an existing one is closed to others. */
  public static void create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    permit(file, READ_WRITE);
  }

  /** A folder; an existing one is closed to others, and what is in it if it was open before. */
  static void folder(Path folder) throws IOException {
    boolean isNew = !Files.exists(folder);
    Files.createDirectories(folder);
    if (isNew || isOpen(folder)) {
      permit(folder, ALL);
      closeWhatIsIn(folder);
    }
  }

  /** To others than the owner and, below root's, the group of the user who runs Elasticsearch. */
  private static boolean isOpen(Path folder) throws IOException {
    try {
      Set<PosixFilePermission> all = Files.getPosixFilePermissions(folder);
      return all.contains(PosixFilePermission.OTHERS_EXECUTE)
          || all.contains(PosixFilePermission.OTHERS_READ)
          || all.contains(PosixFilePermission.GROUP_READ);
    } catch (UnsupportedOperationException notPosix) {
      return false;
    }
  }

  private static void closeWhatIsIn(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
              throws IOException {
            restrict(each);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              restrict(each);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path each, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
  }

  /** The owner keeps what it had; nobody else has anything. */
  private static void restrict(Path path) throws IOException {
    try {
      Set<PosixFilePermission> now =
          Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .permissions();
      Set<PosixFilePermission> owners = EnumSet.copyOf(ALL);
      owners.retainAll(now);
      if (!owners.equals(now)) {
        Files.setPosixFilePermissions(path, owners);
      }
    } catch (UnsupportedOperationException notPosix) {
      // Such a file system has other means, or none.
    }
  }

  private static void permit(Path path, Set<PosixFilePermission> permissions) throws IOException {
    try {
      Files.setPosixFilePermissions(path, permissions);
    } catch (UnsupportedOperationException notPosix) {
      // Such a file system has other means, or none.
    }
  }
}
