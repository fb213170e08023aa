package dev.kith.standalone.command;

import dev.kith.embedded.process.JvmCommand;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.supervision.LauncherProperties;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kith reindex}: rebuilds indices from Kafka while the services run. */
@Command(
    name = "reindex",
    description = "Make indices anew, while searches go on.",
    mixinStandardHelpOptions = true)
public final class ReindexCommand implements Callable<Integer> {

  private static final String HEAP = "256m";

  /**
   * The modules on the class path of the process; a further step on it would start a second time.
   */
  private static final Set<String> NEEDED =
      Set.of(
          "kith-schemas",
          "kith-strength-formula",
          "kith-clients",
          "kith-confluent-client",
          "kith-indexing");

  @Mixin private HomeOption homeOption = new HomeOption();

  @Parameters(
      paramLabel = "INDEX",
      arity = "0..*",
      description = "people, relationships or activities (default: all of them)")
  private List<String> indices = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = homeOption.home().requireUsable();
    home.requireUrl();
    Path settings = home.run().resolve("services.properties");
    List<String> command =
        JvmCommand.withHeap(HEAP)
            .flags(
                List.of(
                    "-Dmicronaut.config.files=" + settings,
                    "-Dlogback.configurationFile=dev/kith/indexing/logback-reindex.xml"))
            .classPath(needed(LauncherProperties.classPath()))
            .running("dev.kith.indexing.ReindexApplication", indices);
    // Its standard input stays open while this process lives; its end would end the child.
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  /**
   * The part of a class path that the process needs: without our other modules, and without
   * folders.
   */
  static String needed(String classPath) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (entry.endsWith("*")) {
        try (Stream<Path> files = Files.list(Path.of(entry.substring(0, entry.length() - 1)))) {
          files.forEach(jars::add);
        }
      } else {
        jars.add(Path.of(entry));
      }
    }
    return jars.stream()
        .filter(jar -> isNeeded(jar.getFileName().toString()))
        .map(Path::toString)
        .sorted()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNeeded(String name) {
    boolean ours = name.startsWith("kith-");
    return name.endsWith(".jar") && (!ours || NEEDED.contains(name.replaceAll("-\\d.*", "")));
  }
}
