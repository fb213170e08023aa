package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The words of an event as plain text. */
final class EventText {
  private static final int MAX_LINE = 1_000;
  private static final int MAX_TEXT = 50_000;
  private static final int MAX_TOPIC = 100;
  private static final Pattern HTML =
      Pattern.compile(
          "(?i)</?(?:html|body|p|br|div|span|a|b|i|u|ul|ol|li|strong|em|font)\\b[^>]*>");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]");

  /** Where a meeting takes place that is no room: extensions that have its address as value. */
  private static final List<String> ONLINE =
      List.of(
          "CONFERENCE",
          "X-GOOGLE-CONFERENCE",
          "X-MICROSOFT-SKYPETEAMSMEETINGURL",
          "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK");

  private EventText() {}

  static @Nullable String title(CalendarComponent event) {
    return event.text("SUMMARY").flatMap(EventText::line).orElse(null);
  }

  /** The description, which some programs write as HTML only. */
  static String text(CalendarComponent event) {
    String written = event.text("DESCRIPTION").or(() -> event.text("X-ALT-DESC")).orElse("");
    String plain = HTML.matcher(written).find() ? Jsoup.parse(written).wholeText() : written;
    return cut(CONTROL.matcher(plain.replace("\r\n", "\n")).replaceAll("").strip(), MAX_TEXT);
  }

  /** The location; else that of Apple's programs, else the address of the conference. */
  static @Nullable String place(CalendarComponent event) {
    return event
        .text("LOCATION")
        .flatMap(EventText::line)
        .or(() -> event.first("X-APPLE-STRUCTURED-LOCATION").flatMap(EventText::structured))
        .or(
            () ->
                ONLINE.stream()
                    .flatMap(name -> event.text(name).flatMap(EventText::line).stream())
                    .findFirst())
        .orElse(null);
  }

  private static Optional<String> structured(VObjectProperty location) {
    String title = location.getParameters().first("X-TITLE");
    return Optional.ofNullable(title).flatMap(EventText::line);
  }

  static List<String> topics(CalendarComponent event) {
    Set<String> topics = new LinkedHashSet<>();
    for (VObjectProperty categories : event.all("CATEGORIES")) {
      for (String category : VObjectPropertyValues.parseList(categories.getValue())) {
        line(category)
            .map(each -> each.toLowerCase(Locale.ROOT).replaceFirst("^#+", "").strip())
            .filter(each -> !each.isEmpty() && each.length() <= MAX_TOPIC)
            .ifPresent(topics::add);
      }
    }
    return new ArrayList<>(topics);
  }

  static @Nullable String url(CalendarComponent event) {
    return event.value("URL").filter(url -> url.matches("https?://\\S{1,2000}")).orElse(null);
  }

  /** On one line. */
  static Optional<String> line(String written) {
    String line = CONTROL.matcher(written.replaceAll("\\s+", " ")).replaceAll("").strip();
    return Optional.of(cut(line, MAX_LINE)).filter(each -> !each.isEmpty());
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splits ? length - 1 : length);
  }
}
