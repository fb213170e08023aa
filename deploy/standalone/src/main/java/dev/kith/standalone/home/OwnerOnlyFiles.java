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
 * Files and folders that only their owner can read, because they hold addresses, mails and
 * credentials.
 */
public final class OwnerOnlyFiles {

  private static final Set<PosixFilePermission> READ_WRITE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> ALL = PosixFilePermissions.fromString("rwx------");

  private OwnerOnlyFiles() {}

  /** Creates an empty file; the permissions of an existing one are restricted. */
  public static void create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    permit(file, READ_WRITE);
  }

  /** Creates a folder; the permissions of an existing one and of its contents are restricted. */
  static void folder(Path folder) throws IOException {
    boolean isNew = !Files.exists(folder);
    Files.createDirectories(folder);
    if (isNew || isOpen(folder)) {
      permit(folder, ALL);
      closeWhatIsIn(folder);
    }
  }

  /**
   * Whether users other than the owner, and below root the group of Elasticsearch's user, have
   * access.
   */
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

  /** Removes all permissions but those of the owner. */
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
      // The file system does not support these permissions.
    }
  }

  private static void permit(Path path, Set<PosixFilePermission> permissions) throws IOException {
    try {
      Files.setPosixFilePermissions(path, permissions);
    } catch (UnsupportedOperationException notPosix) {
      // The file system does not support these permissions.
    }
  }
}
