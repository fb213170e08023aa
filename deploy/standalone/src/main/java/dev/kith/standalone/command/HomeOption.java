package dev.kith.standalone.command;

import dev.kith.standalone.home.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the home folder. */
final class HomeOption {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "the folder that holds everything (default: $KITH_HOME or ~/.kith)")
  private @Nullable Path folder;

  Home home() {
    return Home.of(folder);
  }
}
