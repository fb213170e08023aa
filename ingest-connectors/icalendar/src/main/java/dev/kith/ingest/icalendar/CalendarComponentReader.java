package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads the components of a text. Lines that are no properties are left out. */
final class CalendarComponentReader extends VObjectDataAdapter {
  private static final String CALENDAR = "VCALENDAR";
  private static final int MAX_DEPTH = 10;

  private final Deque<Open> open = new ArrayDeque<>();

  /** A component whose end is not reached yet. */
  private record Open(
      String name,
      List<VObjectProperty> properties,
      List<CalendarComponent> components,
      StringBuilder text) {
    Open(String name) {
      this(name, new ArrayList<>(), new ArrayList<>(), new StringBuilder());
    }

    CalendarComponent close() {
      return new CalendarComponent(name, properties, components, text.toString());
    }
  }

  private CalendarComponentReader() {
    open.push(new Open(""));
  }

  /** A component without a name that contains everything in the text. */
  static CalendarComponent read(String text) {
    var rules = new SyntaxRules(SyntaxStyle.NEW);
    rules.addRule(CALENDAR, "1.0", SyntaxStyle.OLD);
    rules.addRule(CALENDAR, "2.0", SyntaxStyle.NEW);
    var components = new CalendarComponentReader();
    try (var reader = new VObjectReader(new StringReader(text), rules)) {
      reader.parse(components);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can always be read", e);
    }
    while (components.open.size() > 1) {
      components.close();
    }
    return components.open.pop().close();
  }

  @Override
  public void onComponentBegin(String name, Context context) {
    open.push(new Open(name));
  }

  @Override
  public void onComponentEnd(String name, Context context) {
    close();
  }

  @Override
  public void onProperty(VObjectProperty property, Context context) {
    Open current = open.element();
    current.properties().add(property);
    current.text().append(context.getUnfoldedLine()).append("\r\n");
  }

  /** What is nested too deeply to be read by a recursion is left out. */
  private void close() {
    CalendarComponent closed = open.pop().close();
    if (open.size() <= MAX_DEPTH) {
      open.element().components().add(closed);
    }
  }
}
