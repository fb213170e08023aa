package dev.kith.standalone.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.InputOption;
import dev.kith.standalone.Kith;
import dev.kith.standalone.command.SourceCommand;
import dev.kith.standalone.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameGeneratorTest {

  private static final InputOption MAIL = InputOptions.discover().named("mbox");

  @TempDir Path folder;

  private static Inputs mails(String... places) {
    return new Inputs(Map.of("mbox", List.of(places)), List.of());
  }

  private int kith(String... arguments) {
    return Kith.commandLine().execute(arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "/mail/letters.mbox, mail-letters",
    "/mail/Courrier é.mbox, mail-courrier-e",
    "/mail/2024 January (1).mbox, mail-2024-january-1",
    "/mail/Åsa Ünal.mbox, mail-asa-unal"
  })
  void itIsWhatAPersonCallsTheInput(String location, String name) {
    assertThat(SourceNameGenerator.of(MAIL, location)).isEqualTo(name);
  }

  @Test
  void whatHasNoLatinLetterIsToldApartByAChecksum() {
    assertThat(SourceNameGenerator.of(MAIL, "/mail/東.mbox")).matches("mail-[0-9a-f]{8}");
    assertThat(SourceNameGenerator.of(MAIL, "/mail/東.mbox"))
        .isNotEqualTo(SourceNameGenerator.of(MAIL, "/mail/京.mbox"));
  }

  @Test
  void placesThatEndAlikeDifferAndKeepTheirNames() {
    Home home = new Home(folder);
    mails("/a/letters.mbox", "/b/letters.mbox").store(home);

    SourceNames names = SourceNames.of(home, mails("/b/letters.mbox", "/c/letters.mbox"));

    assertThat(names.of("mbox", "/a/letters.mbox")).isEqualTo("mail-letters");
    assertThat(names.of("mbox", "/b/letters.mbox")).matches("mail-letters-[0-9a-f]{8}");
    assertThat(names.of("mbox", "/c/letters.mbox")).matches("mail-letters-[0-9a-f]{8}");
    assertThat(names.all()).extracting(SourceNames.Named::name).doesNotHaveDuplicates();
  }

  @Test
  void aHomeFromBeforeKeepsTheNamesThatItsCursorsHave() throws Exception {
    Home home = new Home(folder);
    Files.writeString(home.settings(), "{\"mbox\": [\"/mail/letters.mbox\"], \"as\": []}");

    mails("/mail/letters.mbox", "/mail/lists.mbox").store(home);

    SourceNames names = SourceNames.of(home, Inputs.none());
    assertThat(names.of("mbox", "/mail/letters.mbox")).matches("mail-letters-[0-9a-f]{8}");
    assertThat(names.of("mbox", "/mail/lists.mbox")).isEqualTo("mail-lists");
  }

  @Test
  void aSourceIsListedAndRemoved() throws Exception {
    Home home = new Home(folder);
    mails("/mail/letters.mbox", "/mail/lists.mbox").store(home);
    Files.writeString(
        home.configuration(), "kith.sources.mail.inbox.imap.host: imap.example.org\n");

    assertThat(SourceCommand.lines(home))
        .satisfiesExactly(
            line -> assertThat(line).contains("inbox", "kith.yaml"),
            line -> assertThat(line).contains("mail-letters", "given to up"),
            line -> assertThat(line).contains("mail-lists", "given to up"));
    assertThat(kith("source", "remove", "--home", folder.toString(), "mail-letters")).isZero();
    assertThat(Inputs.stored(home)).isEqualTo(mails("/mail/lists.mbox"));
    assertThat(kith("source", "remove", "--home", folder.toString(), "inbox")).isZero();
    assertThat(kith("source", "remove", "--home", folder.toString(), "nothing")).isEqualTo(1);
  }

  @Test
  void whatIsRefusedIsNotRemembered() {
    int code =
        kith("up", "--home", folder.toString(), "--git", "https://ann:secret@example.org/a.git");

    assertThat(code).isEqualTo(1);
    assertThat(folder.resolve("settings.json")).doesNotExist();
    assertThat(folder.resolve("sources.json")).doesNotExist();
  }
}
