package dev.kith.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the sources of all modules: one simple name means one type. */
class TypeNamesTest {

  private static final Set<String> OF_EACH_MODULE = Set.of("package-info.java", "Application.java");

  @Test
  void noTwoTypesShareASimpleName() throws IOException {
    Map<String, Set<String>> places = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("..").toAbsolutePath().normalize())) {
      places.putAll(
          files
              .filter(TypeNamesTest::isMainSource)
              .filter(file -> !OF_EACH_MODULE.contains(file.getFileName().toString()))
              .collect(
                  groupingBy(
                      file -> file.getFileName().toString(),
                      mapping(TypeNamesTest::folder, toCollection(TreeSet::new)))));
    }
    assertThat(places).hasSizeGreaterThan(100);

    places.values().removeIf(folders -> folders.size() == 1);

    assertThat(places).isEmpty();
  }

  private static boolean isMainSource(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.endsWith(".java") && path.contains("/src/main/java/") && !path.contains("/target/");
  }

  private static String folder(Path file) {
    String path = String.valueOf(file.getParent()).replace('\\', '/');
    return path.substring(path.indexOf("/src/main/java/") + "/src/main/java/".length());
  }
}
