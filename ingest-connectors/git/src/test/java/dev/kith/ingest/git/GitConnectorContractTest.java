package dev.kith.ingest.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.Connector;
import dev.kith.ingest.testkit.ConnectorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.io.TempDir;

class GitConnectorContractTest extends ConnectorContract {
  @TempDir Path folder;

  @Override
  protected Connector connector() throws IOException {
    Path repository = folder.resolve("town.git");
    if (!Files.exists(repository)) {
      write(repository);
    }
    return Connectors.over(repository);
  }

  /** Two branches, a merge, trailers, a commit nobody signed, one that is far too long. */
  private static void write(Path repository) throws IOException {
    try (var history = new RepositoryWriter(repository)) {
      var first = history.commit(1_000, "docs: begin");
      var left = history.commit(2_000, "net/left: go\n\nReviewed-by: Bob <BOB@example.org>", first);
      var right = history.commit(bob(3_000, "right\n\nCc: Cat Ö <cat@example.org>"), first);
      var merge = history.commit(4_000, "Merge", left, right);
      var nobody = history.raw(nobody(history, merge));
      var last = history.commit(6_000, "long\n\n" + "x".repeat(300_000), nobody);
      history.branch("main", last);
      history.branch("side", history.commit(bob(7_000, "side"), right));
      history.branch("alone", history.commit(8_000, "another root"));
    }
  }

  private static RepositoryWriter.Spec bob(long second, String message) {
    return new RepositoryWriter.Spec(
        RepositoryWriter.BOB, RepositoryWriter.ANN, second, message, Map.of("doc/b", message));
  }

  private static byte[] nobody(RepositoryWriter history, ObjectId parent) throws IOException {
    String tree = history.tree(Map.of("doc/c", "c")).name();
    return """
    tree %s
    parent %s
    author nobody 5000 +0000
    committer nobody 5000 +0000

    a secret sentence that nobody should ever find in any reason
    """
        .formatted(tree, parent.name())
        .getBytes(UTF_8);
  }
}
