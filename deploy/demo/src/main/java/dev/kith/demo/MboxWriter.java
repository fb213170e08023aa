package dev.kith.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes mails to an archive in the mboxrd format. */
final class MboxWriter {
  private static final DateTimeFormatter SEPARATOR =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

  private MboxWriter() {}

  static void write(Path file, List<DemoMail> mails) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (DemoMail mail : mails) {
        write(out, mail);
      }
    }
  }

  private static void write(BufferedWriter out, DemoMail mail) throws IOException {
    String sent = SEPARATOR.format(mail.at().withZoneSameInstant(ZoneOffset.UTC));
    out.write("From " + mail.from().mail() + " " + sent + "\n");
    header(out, "Message-ID", "<" + mail.id() + ">");
    header(out, "Date", DATE.format(mail.at()));
    header(out, "From", MimeHeaderEncoder.address(mail.from()));
    header(out, "To", MimeHeaderEncoder.addresses(mail.to()));
    header(out, "Cc", MimeHeaderEncoder.addresses(mail.cc()));
    header(out, "Subject", MimeHeaderEncoder.words(mail.subject()));
    if (!mail.references().isEmpty()) {
      header(out, "In-Reply-To", "<" + mail.references().getLast() + ">");
      header(out, "References", references(mail));
    }
    for (var header : new TreeMap<>(mail.headers()).entrySet()) {
      header(out, header.getKey(), header.getValue());
    }
    header(out, "MIME-Version", "1.0");
    header(out, "Content-Type", "text/plain; charset=utf-8");
    header(
        out, "Content-Transfer-Encoding", MimeHeaderEncoder.isAscii(mail.text()) ? "7bit" : "8bit");
    out.write("\n" + body(mail.text()) + "\n");
  }

  private static String references(DemoMail mail) {
    return mail.references().stream().map(id -> "<" + id + ">").collect(Collectors.joining("\n "));
  }

  private static void header(BufferedWriter out, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      out.write(name + ": " + value + "\n");
    }
  }

  /** Escapes lines that look like the separator before a mail. */
  private static String body(String text) {
    String body = text.replaceAll("(?m)^(>*From )", ">$1");
    return body.endsWith("\n") ? body : body + "\n";
  }
}
