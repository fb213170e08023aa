package dev.kith.identity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolveCommandTest {
  private static final PrintStream SILENT =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

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
  void argumentsMayComeInAnyOrder(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("who.csv"), "identity_id,name,email\n1,Ann,a@b.c");

    assertThat(told("--why", file.toString())).startsWith("0 1 read");
    assertThat(told(file.toString(), "--why")).startsWith("0 1 read");
  }

  @Test
  void anErrorIsReportedInOneLine(@TempDir Path folder) throws IOException {
    Path none = folder.resolve("none.csv");
    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'n', (byte) 0xe9, '\n'});

    assertThat(told()).isEqualTo("2 usage: kith resolve FILE.csv [--why], found []");
    assertThat(told("--wy", "who.csv")).contains("found [--wy, who.csv]");
    assertThat(told(none.toString())).isEqualTo("1 expected a file, found none at " + none);
    assertThat(told(latin.toString())).isEqualTo("1 expected UTF-8 in " + latin);
  }

  /** How it ends, and what it says on standard error. */
  private static String told(String... arguments) {
    var err = new ByteArrayOutputStream();
    int code =
        ResolveCommand.run(
            List.of(arguments), SILENT, new PrintStream(err, true, StandardCharsets.UTF_8));
    return code + " " + err.toString(StandardCharsets.UTF_8).strip();
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devnull@localhost",
        "unknown",
        "root@localhost",
        "noreply@example.org",
        "info@example.org",
        "dev-request@example.org",
        "hackers@lists.example.org",
        "hackers@googlegroups.com"
      })
  void anAddressOfNobodyInParticularJoinsNobody(String address) throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email
            1,Ann Lee,%1$s
            2,Ilse Quist,%1$s
            3,unknown,%1$s
            4,root,%1$s
            """
                .formatted(address));

    assertThat(clusters.values()).doesNotHaveDuplicates();
  }

  @Test
  void anAddressUnderManyNamesJoinsNobodyNotEvenByItsLocalPart() throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email
            1,Ann Lee,northwind@example.org
            2,Bob Kim,northwind@example.org
            3,Cat Orr,northwind@example.org
            4,Dan Poe,northwind@example.org
            """);

    assertThat(clusters.values()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "John Smith",
        "Maria Garcia",
        "Wei Zhang",
        "Anna Müller",
        "Mohammed Ali",
        "Rajesh Kumar",
        "David Lee",
        "Ivan Ivanov"
      })
  void aCommonFullNameAloneJoinsNobody(String name) throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email
            1,%1$s,aa1@example.org
            2,%1$s,qq2@example.net
            3,"%1$s",john.smith@example.com
            """
                .formatted(name));

    assertThat(clusters.values()).doesNotHaveDuplicates();
  }

  @Test
  void peopleWhoWriteTogetherStayTwoPeople() throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email
            1,Zebulon Quartermain,zeb@example.org
            2,Zebulon Quartermain & Ilse Quist,zeb+ilse@example.org
            3,Ilse Quist,ilse@example.net
            4,Zebulon Quartermain and Ilse Quist,zeb@example.org
            """);

    assertThat(clusters.get("3")).isNotIn(clusters.get("1"), clusters.get("2"), clusters.get("4"));
    assertThat(clusters).containsEntry("4", clusters.get("1"));
  }

  @Test
  void theAddressOfARelayIsNobodys() throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email
            1,Zebulon Quartermain via Hikers,hikers@example.org
            2,Ilse Quist via Hikers,hikers@example.org
            3,Ilse Quist,ilse@example.net
            """);

    assertThat(clusters.get("1")).isNotEqualTo(clusters.get("2"));
    assertThat(clusters).containsEntry("3", clusters.get("2"));
  }

  @Test
  void invisibleCharactersDoNotCount() throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email,handle,network
            1,Zebulon\1Quartermain,zeb@example.org,,
            2,Zebulon Quartermain,zeb@example.net,zeb\7q,forge
            """);

    assertThat(clusters).containsEntry("2", clusters.get("1"));
  }

  @Test
  void whyPrintsTheEvidence() throws IOException {
    var out = new StringWriter();

    ResolveCommand.run(
        new StringReader(
            """
            identity_id,name,email
            1,Zebulon Quartermain,zeb@example.org
            2,Z. Quartermain,zeb@example.org
            """),
        out,
        true,
        SILENT);

    assertThat(out.toString()).contains("# 1 = 2: both use zeb@example.org (20.0 bits)");
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

  @Test
  void manyEqualRowsAreOneAccountFirst() throws IOException {
    String rows =
        IntStream.rangeClosed(1, 65)
            .mapToObj("%d,Ann Lee,ann@example.org\n"::formatted)
            .collect(Collectors.joining());

    var clusters = resolve("identity_id,name,email\n" + rows);

    assertThat(clusters).hasSize(65);
    assertThat(Set.copyOf(clusters.values())).containsExactly("1");
  }

  @Test
  void rowsOfOneIdAreOneAccount() throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email
            1,Ann Lee,ann@example.org
            2,Bo Kim,bo@example.net
            1,Ann Kestrel,kestrel@example.net
            3,x,kestrel@example.net
            1,Ann Lee,ann@example.org
            """);

    assertThat(clusters).hasSize(3).containsEntry("3", clusters.get("1"));
    assertThat(clusters.get("2")).isNotEqualTo(clusters.get("1"));
  }

  @Test
  void theAnswerIsInTheOrderOfTheFile() throws IOException {
    var out = new StringWriter();

    ResolveCommand.run(
        new StringReader(
            """
            identity_id,name,email
            9,Ann Lee,ann@example.org
            3,Bo Kim,bo@example.net
            7,Ann Lee,ann@example.org
            9,Ann B. Lee,ann@example.org
            1,Cat Orr,cat@example.com
            """),
        out,
        false,
        SILENT);

    assertThat(out.toString()).isEqualTo("identity_id,cluster\n9,7\n3,3\n7,7\n1,1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1,\"Ann Lee,ann@example.org;2,Bo Kim,bo@example.net | line 2: expected a closing quote",
        "1,\"Ann Lee,ann@example.org;2,\"Bo Kim\",bo@example.net | line 2",
        "1,Ann Lee,ann@example.org;2,\"Bo,b;3,Cat\" | line 3: expected a closing quote",
        "1,Ann Lee,ann@example.org;2,\"Bo\" Kim,bo@example.net | line 3",
        "1,Lee, Ann,ann@example.org | line 2: expected 3 cells, found 4",
        "1,Ann Lee,ann@example.org;,Bo Kim,bo@example.net | line 3: expected an identity_id",
      })
  void whatCannotBeReadWithoutGuessingIsAnErrorThatNamesItsLine(String rows, String error) {
    String file = "identity_id,name,email\n" + rows.replace(';', '\n');

    assertThatThrownBy(() -> resolve(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(error);
  }

  @Test
  void differentBirthdaysKeepNamesakesApart() throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email,birthday
            1,Zebulon Quartermain,zeb@example.org,1990-05-17
            2,Zebulon Quartermain,quartermain@example.net,--05-17
            3,Zebulon Quartermain,zq@example.com,1991-02-03
            """);

    assertThat(clusters).containsEntry("2", clusters.get("1"));
    assertThat(clusters.get("3")).isNotEqualTo(clusters.get("1"));
  }

  @Test
  void aBirthdayThatIsNoDateIsAnErrorThatNamesItsLine() {
    assertThatThrownBy(() -> resolve("identity_id,name,email,birthday\n1,Ann,a@b.c,17.05.1990\n"))
        .hasMessage("line 2: expected a birthday as 1990-05-17 or --05-17, found 17.05.1990");
  }

  @Test
  void rowsWithOnePhoneNumberAreOnePersonUnlessTheirNamesAreUnlike() throws IOException {
    var clusters =
        resolve(
            """
            identity_id,name,email,phone
            1,Zebulon Quartermain,zeb@example.org,+33612345678
            2,Z. Quartermain,office@example.net,+33612345678
            3,Ann Lee,ann@example.org,+33112345678
            4,Bob Quist,bob@example.org,+33112345678
            """);

    assertThat(clusters).containsEntry("2", clusters.get("1"));
    assertThat(clusters.get("4")).isNotEqualTo(clusters.get("3"));
  }

  @Test
  void aPhoneNumberWithoutCountryCodeIsAnErrorThatNamesItsLine() {
    assertThatThrownBy(() -> resolve("identity_id,name,email,phone\n1,Ann,a@b.c,0123\n"))
        .hasMessage(
            "line 2: expected a phone number with its country code as +33123456789, found 0123");
  }

  @Test
  void botIsTrueOrFalse() throws IOException {
    String header = "identity_id,name,email,bot\n";

    assertThatThrownBy(() -> resolve(header + "1,Ann,ann@example.org,\n2,Bo,b@x.y,vielleicht"))
        .hasMessage(
            "line 3: expected true or false (yes, no, 1, 0) in the column bot, found"
                + " \"vielleicht\"");
    assertThat(resolve(header + "1,Ann,a@x.y,No\n2,Bo,b@x.y,TRUE\n3,Cy,c@x.y,0")).hasSize(3);
  }

  @Test
  void aRowMayLeaveOutCellsAtItsEnd() throws IOException {
    assertThat(resolve("identity_id,name,email\n1,Ann\n2\n3,Bo,b@x.y"))
        .containsOnlyKeys("1", "2", "3");
  }

  @Test
  void everyColumnIsNamedOnce() {
    assertThatThrownBy(() -> resolve("identity_id,name,email,name\n"))
        .hasMessageContaining("expected every column once");
  }

  @Test
  void aByteOrderMarkAndAnyLineEndAreRead() throws IOException {
    assertThat(resolve("\uFEFF\"identity_id\",name,email\r\n\r\n1,Ann,ann@example.org\r2,Bo,b@x.y"))
        .containsOnlyKeys("1", "2");
  }

  @Test
  void helpIsPrintedWithoutAnError() {
    assertThat(told("--help")).isEqualTo("0 ");
  }

  private static Map<String, String> resolve(String file) throws IOException {
    var out = new StringWriter();
    ResolveCommand.run(new StringReader(file), out, false, SILENT);
    Map<String, String> clusters = new TreeMap<>();
    var rows = new CsvRows(new StringReader(out.toString()));
    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
      clusters.put(
          row.get().getOrDefault("identity_id", ""), row.get().getOrDefault("cluster", ""));
    }
    return clusters;
  }
}
