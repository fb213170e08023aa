package dev.kith.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Reads the names of the source files of all modules: one simple name means one type. */
class TypeNamesTest {

  private static final Set<String> OF_EACH_MODULE = Set.of("package-info.java", "Application.java");
  private static final Set<String> NOT_WRITTEN = Set.of("target", ".git");
  private static final Path MAIN = Path.of("src", "main", "java");

  @Test
  void noTwoTypesShareASimpleName() throws IOException {
    Map<String, Set<Path>> folders = new TreeMap<>();

    Files.walkFileTree(Path.of("..").toAbsolutePath().normalize(), new SourceVisitor(folders));

    assertThat(folders).hasSizeGreaterThan(100);
    folders.values().removeIf(places -> places.size() == 1);
    assertThat(folders).isEmpty();
  }

  private static final class SourceVisitor extends SimpleFileVisitor<Path> {

    private final Map<String, Set<Path>> folders;

    SourceVisitor(Map<String, Set<Path>> folders) {
      this.folders = folders;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return NOT_WRITTEN.contains(String.valueOf(folder.getFileName()))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      boolean isCounted = name.endsWith(".java") && !OF_EACH_MODULE.contains(name);
      if (isCounted && file.toString().contains(MAIN.toString())) {
        folders.computeIfAbsent(name, each -> new TreeSet<>()).add(file.getParent());
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
