package dev.kith.ingest.mail.message;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.kith.ingest.mail.mime.CharsetDetector;
import dev.kith.ingest.mail.mime.EncodedWords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message-IDs as activity ids, and a replacement for one that is missing. */
public final class MessageIds {
  private static final int MAX_LENGTH = 500;
  private static final Pattern BRACKETS = Pattern.compile("<([^<>]+)>");
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*+\\)");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s<>\",;]+");
  private static final Pattern FROM_LINE = Pattern.compile("^>+(?=From )");

  private MessageIds() {}

  /** The first id in a field, without angle brackets. */
  public static Optional<String> first(String field) {
    return all(field).stream().findFirst();
  }

  /**
   * All ids in a field, in order, also if the field is encoded (RFC 2047). Ids without brackets
   * count only if the field has nothing else, because prose may hold addresses.
   */
  static List<String> all(String field) {
    String decoded = EncodedWords.decode(field);
    List<String> ids = new ArrayList<>();
    Matcher matcher = BRACKETS.matcher(decoded);
    while (matcher.find()) {
      clean(matcher.group(1)).ifPresent(ids::add);
    }
    return ids.isEmpty() ? withoutBrackets(decoded) : ids;
  }

  private static List<String> withoutBrackets(String field) {
    String plain = COMMENT.matcher(field).replaceAll(" ");
    List<String> words = new ArrayList<>(List.of(SEPARATORS.split(plain, -1)));
    words.removeIf(String::isEmpty);
    return words.stream().allMatch(word -> word.indexOf('@') > 0)
        ? words.stream().flatMap(word -> clean(word).stream()).toList()
        : List.of();
  }

  /** Removes blanks, which folding may have inserted. */
  private static Optional<String> clean(String id) {
    var clean = new StringBuilder(id.length());
    id.chars()
        .filter(c -> c > ' ' && !Character.isISOControl(c))
        .forEach(c -> clean.append((char) c));
    return clean.isEmpty()
        ? Optional.empty()
        : Optional.of(CharsetDetector.truncate(clean.toString(), MAX_LENGTH));
  }

  /**
   * An id derived from the content, the same in every form of archive: line ends, trailing blanks
   * and the quoting of From lines do not count.
   */
  static String ofContent(String from, Instant at, String subject, String body) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (String part : List.of(from, String.valueOf(at.getEpochSecond()), subject)) {
      hasher.putString(part, StandardCharsets.UTF_8).putByte((byte) 0);
    }
    body.stripTrailing()
        .lines()
        .map(line -> FROM_LINE.matcher(line).replaceFirst("").stripTrailing() + "\n")
        .forEach(line -> hasher.putString(line, StandardCharsets.ISO_8859_1));
    return "sha256-" + hasher.hash().toString().substring(0, 40) + "@mail.invalid";
  }
}
