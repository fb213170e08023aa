package dev.kith.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Encodes words and addresses for mail headers (RFC 2047 and 5322). */
final class MimeHeaderEncoder {
  private static final int CHARACTERS_A_WORD = 15;

  private MimeHeaderEncoder() {}

  static boolean isAscii(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }

  /** Returns ASCII text unchanged, and other text as encoded words. */
  static String words(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder words = new StringBuilder();
    for (int from = 0; from < text.length(); from += CHARACTERS_A_WORD) {
      String part = text.substring(from, Math.min(text.length(), from + CHARACTERS_A_WORD));
      words.append(words.isEmpty() ? "" : "\n ").append("=?UTF-8?B?");
      words.append(Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)));
      words.append("?=");
    }
    return words.toString();
  }

  static String address(MailAddress address) {
    if (address.name().isEmpty()) {
      return address.mail();
    }
    boolean special = isAscii(address.name()) && address.name().matches(".*[^\\w ].*");
    String name = special ? '"' + address.name() + '"' : words(address.name());
    return name + " <" + address.mail() + ">";
  }

  /** Returns one address per line, as in a folded header. */
  static String addresses(List<MailAddress> addresses) {
    return addresses.stream().map(MimeHeaderEncoder::address).collect(Collectors.joining(",\n "));
  }
}
