package dev.kith.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ResolveTest {
  @Test
  void oneAddressOrOneRareNameIsOneCluster() throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email
            1,Zebulon Quartermain,zeb@example.org
            2,"Quartermain, Zebulon",zeb@example.net
            3,Z. Quartermain,zeb@example.org
            4,Ann Lee,ann@example.com
            """);

    assertThat(clusters)
        .containsEntry("2", clusters.get("1"))
        .containsEntry("3", clusters.get("1"));
    assertThat(clusters.get("4")).isNotEqualTo(clusters.get("1"));
  }

  @Test
  void addressesOfNobodyAndBotsJoinNobody() throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email,bot
            1,Ann Lee,devnull@localhost,0
            2,Bob Kim,devnull@localhost,0
            3,Cat Orr,unknown,0
            4,Dan Poe,unknown,0
            5,Build,build@example.org,1
            6,Eve Quist,build@example.org,0
            """);

    assertThat(clusters.values()).doesNotHaveDuplicates();
  }

  @Test
  void theOrderOfRowsDoesNotMatter() throws IOException {
    String header = "identity_id,name,email\n";
    String one = "1,Zebulon Quartermain,zeb@example.org\n";
    String two = "2,Zebulon Quartermain,quartermain@example.net\n";

    assertThat(resolve(header + one + two)).isEqualTo(resolve(header + two + one));
  }

  @Test
  void aQuotedCellMayHoldCommasQuotesAndLineBreaks() throws IOException {
    var clusters = resolve("identity_id,name,email\n\"a,\"\"b\"\"\nc\",Ann Lee,ann@example.org\n");

    assertThat(clusters).containsOnlyKeys("a,\"b\"\nc");
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> resolve("id,name,email\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("identity_id");
  }

  private static Map<String, String> resolve(String file) throws IOException {
    var out = new StringWriter();
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Resolve.run(new StringReader(file), out, false, silent);
    Map<String, String> clusters = new TreeMap<>();
    var rows = new CsvRows(new StringReader(out.toString()));
    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
      clusters.put(
          row.get().getOrDefault("identity_id", ""), row.get().getOrDefault("cluster", ""));
    }
    return clusters;
  }
}
