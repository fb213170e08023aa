package dev.kith.ingest.mail;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.InvalidInputException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailInputTest {
  private static final String MBOX =
      "From ann@example.org Thu Jan  1 00:00:00 2026\nSubject: hi\n\nhi\n";

  @TempDir private Path folder;

  private final MailInput input = new MailInput();

  @Test
  void anArchiveMayBePlainPackedOrBeginWithAByteOrderMark() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain.mbox"), MBOX);
    Path marked = Files.writeString(folder.resolve("marked.mbox"), "\uFEFF" + MBOX);
    Path packed = folder.resolve("packed.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(MBOX.getBytes(UTF_8));
    }

    assertThat(input.check(plain.toString())).isEqualTo(plain.toString());
    assertThat(input.check(marked.toString())).isEqualTo(marked.toString());
    assertThat(input.check(packed.toString())).isEqualTo(packed.toString());
    assertThat(input.check(folder.toString())).isEqualTo(folder.toString());
  }

  @Test
  void aMaildirNeedsNoMail() throws Exception {
    Files.createDirectories(folder.resolve("cur"));
    Files.createDirectories(folder.resolve("new"));

    assertThat(input.check(folder.toString())).isEqualTo(folder.toString());
  }

  @Test
  void aFileThatIsNoMailIsRefused() throws Exception {
    Path other = Files.writeString(folder.resolve("other"), "PK something else");

    assertThatThrownBy(() -> input.check(other.toString()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("expected an mbox file", "found something else", "export");
  }

  @Test
  void aFileInUtf16IsRefusedWithAHint() throws Exception {
    Path wide = Files.writeString(folder.resolve("wide.mbox"), MBOX, UTF_16);

    assertThatThrownBy(() -> input.check(wide.toString()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("found UTF-16", "iconv");
  }

  @Test
  void aFolderWithoutMailIsRefused() {
    assertThatThrownBy(() -> input.check(folder.toString()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("expected mbox files or a Maildir");
  }

  @Test
  void anArchiveIsNamedAfterItsFile() {
    assertThat(input.label("/mail/2024 January (1).mbox")).isEqualTo("2024 January (1)");
    assertThat(input.label("/mail/Maildir/")).isEqualTo("Maildir");
  }
}
