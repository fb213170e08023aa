package dev.kith.ingest.mail.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags in brackets at the head of a subject: what a mail is about, as its list marks it. */
final class SubjectTags {
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)^\\s*(?:re|fw|fwd|aw|wg|tr|sv|vs|antw|rv|enc|réf|ref|r|i)(?:\\[\\d+]|\\(\\d+\\))?\\s?:");
  private static final Pattern TAG = Pattern.compile("^\\s*\\[([^\\[\\]]{1,80})]");
  private static final Pattern NOISE =
      Pattern.compile(
          "(?i)v?\\d+([./]v?\\d+)*|patch(es|set)?|rfc|resend|re|fwd?|spam|\\*+spam\\*+|ext|external|"
              + "extern|externe|was|solved|ping|[^\\p{L}]+");
  private static final int MAX_COUNT = 8;

  private SubjectTags() {}

  /** Tags in the order written, lower case. */
  static List<String> topics(String subject) {
    if (subject.indexOf('[') < 0) {
      return List.of();
    }
    Set<String> topics = new LinkedHashSet<>();
    for (String tag : tags(subject)) {
      List<String> words = new ArrayList<>(List.of(tag.split("[\\s,]+", -1)));
      words.removeIf(word -> word.isEmpty() || NOISE.matcher(word).matches());
      String topic = String.join(" ", words).toLowerCase(Locale.ROOT);
      if (!topic.isEmpty() && !topic.startsWith("#") && topics.size() < MAX_COUNT) {
        topics.add(topic);
      }
    }
    return List.copyOf(topics);
  }

  private static List<String> tags(String subject) {
    List<String> tags = new ArrayList<>();
    String rest = subject;
    for (int i = 0; i < 2 * MAX_COUNT; i++) {
      Matcher prefix = PREFIX.matcher(rest);
      Matcher tag = TAG.matcher(rest);
      if (prefix.find()) {
        rest = rest.substring(prefix.end());
      } else if (tag.find()) {
        tags.add(tag.group(1).strip());
        rest = rest.substring(tag.end());
      } else {
        break;
      }
    }
    return tags;
  }
}
