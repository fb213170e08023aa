package dev.kith.ingest.mail.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written in a variant of mbox is read back as it was. */
class MboxVariantsTest {
  private static final int ARCHIVES = 300;

  private static final List<String> LINES =
      List.of(
          "Hello Bob,",
          "",
          "",
          "From now on all is new.",
          ">From the other side",
          ">>From far away",
          "From ann@example.org Tue Mar  5 10:00:00 2024",
          "From: not a header",
          "Content-Length: 12",
          "> quoted",
          "--",
          "\u00e9\u00ff",
          "a very long line ".repeat(300));

  @ParameterizedTest
  @EnumSource(
      value = MboxFormat.class,
      names = {"MBOXRD", "MBOXCL", "MBOXCL2"})
  void everyMessageIsReadAsItWasWritten(MboxFormat format) {
    LongStream.range(0, ARCHIVES).forEach(seed -> roundTrip(seed, format, format));
  }

  @ParameterizedTest
  @EnumSource(
      value = MboxFormat.class,
      names = {"MBOXRD", "MBOXCL"})
  void theVariantNeedNotBeNamed(MboxFormat written) {
    LongStream.range(0, ARCHIVES).forEach(seed -> roundTrip(seed, written, MboxFormat.AUTO));
  }

  /** Mboxo cannot tell what was quoted before; the messages are the same but for these marks. */
  @ParameterizedTest
  @EnumSource(
      value = MboxFormat.class,
      names = {"AUTO", "MBOXO"})
  void mboxoIsReadExceptForMarksBeforeFrom(MboxFormat read) {
    LongStream.range(0, ARCHIVES)
        .forEach(
            seed -> {
              var messages = messages(seed);
              var back = read(archive(messages, MboxFormat.MBOXO), read);
              assertThat(back.stream().map(MboxVariantsTest::bare).toList())
                  .as("seed %d", seed)
                  .isEqualTo(messages.stream().map(MboxVariantsTest::bare).toList());
            });
  }

  private static String bare(String message) {
    return message.replaceAll("(?m)^>+From ", "From ");
  }

  private static void roundTrip(long seed, MboxFormat written, MboxFormat read) {
    var messages = messages(seed);

    var back = read(archive(messages, written), read);

    assertThat(back).as("seed %d, %s read as %s", seed, written, read).isEqualTo(messages);
  }

  private static List<String> messages(long seed) {
    var random = new Random(seed);
    List<String> messages = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      var body = new StringBuilder();
      int lines = random.nextInt(12);
      for (int line = 0; line < lines; line++) {
        body.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
      }
      messages.add("Subject: " + i + "\nFrom: ann@example.org\n\n" + body + "end\n");
    }
    return messages;
  }

  private static String archive(List<String> messages, MboxFormat format) {
    var archive = new StringBuilder();
    for (String message : messages) {
      archive.append("From ann@example.org Tue Mar  5 10:00:00 2024\n");
      archive.append(entry(message, format)).append('\n');
    }
    return archive.toString();
  }

  private static String entry(String message, MboxFormat format) {
    int blank = message.indexOf("\n\n");
    String header = message.substring(0, blank + 1);
    String body = message.substring(blank + 2);
    return switch (format) {
      case MBOXO -> header + "\n" + body.replaceAll("(?m)^From ", ">From ");
      case MBOXRD -> header + "\n" + rd(body);
      case MBOXCL -> header + "Content-Length: " + rd(body).length() + "\n\n" + rd(body);
      case MBOXCL2 -> header + "Content-Length: " + body.length() + "\n\n" + body;
      case AUTO -> throw new IllegalArgumentException("nobody writes AUTO");
    };
  }

  private static String rd(String body) {
    return body.replaceAll("(?m)^(>*From )", ">$1");
  }

  private static List<String> read(String archive, MboxFormat format) {
    var in = new ByteArrayInputStream(archive.getBytes(StandardCharsets.ISO_8859_1));
    var reader = new MboxReader(in, 0, format, false);
    List<String> back = new ArrayList<>();
    for (Optional<MboxItem> item = reader.next(); item.isPresent(); item = reader.next()) {
      assertThat(item.get()).isInstanceOf(MboxItem.Message.class);
      String text =
          new String(((MboxItem.Message) item.get()).bytes(), StandardCharsets.ISO_8859_1);
      back.add(text.replaceFirst("\\A(Subject: \\d+\nFrom: \\S+\n)Content-Length: \\d+\n", "$1"));
    }
    return back;
  }
}
