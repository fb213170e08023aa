package dev.kith.standalone.input;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.InputOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The tests of this module compile and run the network that the README of ingest-connectors adds;
 * no file of the launcher names a network.
 */
class NetworkInFiveStepsTest {
  private static final Path CONNECTORS = Path.of("../../ingest-connectors");
  private static final Path EXAMPLE = Path.of("src/test/java/dev/kith/ingest/feedworld");
  private static final Path SERVICES =
      Path.of("src/test/resources/META-INF/services", InputOption.class.getName());

  /** The modules of this project. */
  private static final Set<String> OURS = Set.of("FeedworldSourcesTest.java");

  @Test
  void theReadmeQuotesEachFileOfTheExample() throws IOException {
    Set<String> quoted = new HashSet<>(blocks("java"));
    quoted.addAll(blocks("text"));

    Set<String> files = new HashSet<>();
    try (Stream<Path> all = Files.list(EXAMPLE)) {
      for (Path file : all.filter(f -> !OURS.contains(f.getFileName().toString())).toList()) {
        files.add(Files.readString(file).strip());
      }
    }
    files.add(Files.readString(SERVICES).strip());

    assertThat(quoted).isEqualTo(files);
  }

  @Test
  void thePomOfTheExampleAsksForWhatThatOfGitAsksFor() throws Exception {
    Set<String> given = dependencies(blocks("xml").getFirst());
    Set<String> git = dependencies(Files.readString(CONNECTORS.resolve("git/pom.xml")));

    assertThat(given).isNotEmpty().isSubsetOf(git);
    assertThat(git).containsAll(given).contains("kith-ingest-spi");
  }

  @Test
  void theLauncherNamesNoNetwork() throws IOException {
    Pattern literal =
        Pattern.compile(
            InputOptions.discover().all().stream()
                .flatMap(
                    option ->
                        Stream.of(
                            "\"" + option.network() + "\"",
                            "kith\\.sources\\." + option.network(),
                            option.option() + "\\b"))
                .collect(joining("|")));
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        assertThat(literal.matcher(Files.readString(source)).results().map(MatchResult::group))
            .as(source.toString())
            .isEmpty();
      }
    }
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("(?ms)^ *```" + language + "\n(.*?)^ *```")
        .matcher(Files.readString(CONNECTORS.resolve("README.md")))
        .results()
        .map(block -> block.group(1).stripTrailing().stripIndent())
        .toList();
  }

  private static Set<String> dependencies(String pom) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new java.io.ByteArrayInputStream(
                    pom.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    NodeList dependencies = document.getElementsByTagName("dependency");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < dependencies.getLength(); i++) {
      names.add(
          ((Element) dependencies.item(i))
              .getElementsByTagName("artifactId")
              .item(0)
              .getTextContent());
    }
    return names;
  }
}
