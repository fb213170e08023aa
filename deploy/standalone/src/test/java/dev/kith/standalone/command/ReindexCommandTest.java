package dev.kith.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReindexCommandTest {

  @TempDir Path lib;

  @Test
  void noOtherStepIsOnItsClassPath() throws Exception {
    for (String jar :
        new String[] {
          "kith-schemas-0.1.0.jar",
          "kith-strength-formula-0.1.0.jar",
          "kith-strength-0.1.0.jar",
          "kith-clients-0.1.0.jar",
          "kith-indexing-0.1.0-SNAPSHOT.jar",
          "kith-identity-0.1.0.jar",
          "kith-setup-0.1.0.jar",
          "kafka-clients-4.3.1.jar"
        }) {
      Files.createFile(lib.resolve(jar));
    }

    String classPath = ReindexCommand.needed("target/classes" + File.pathSeparator + lib + "/*");

    assertThat(classPath.split(File.pathSeparator, -1))
        .extracting(entry -> Path.of(entry).getFileName().toString())
        .containsExactlyInAnyOrder(
            "kith-schemas-0.1.0.jar",
            "kith-strength-formula-0.1.0.jar",
            "kith-clients-0.1.0.jar",
            "kith-indexing-0.1.0-SNAPSHOT.jar",
            "kafka-clients-4.3.1.jar");
  }
}
