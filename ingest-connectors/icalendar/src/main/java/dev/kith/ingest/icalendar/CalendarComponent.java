package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A component of a calendar, such as an event.
 *
 * @param name in upper case, such as {@code VEVENT}
 * @param properties in the order written
 * @param components inside of it
 * @param text its own properties as written, unfolded, without the components inside
 */
record CalendarComponent(
    String name,
    List<VObjectProperty> properties,
    List<CalendarComponent> components,
    String text) {

  /** The first property of a name. */
  Optional<VObjectProperty> first(String property) {
    return properties.stream().filter(each -> isNamed(each, property)).findFirst();
  }

  /** All properties of a name. */
  List<VObjectProperty> all(String property) {
    return properties.stream().filter(each -> isNamed(each, property)).toList();
  }

  /** The value as it is written, without blanks around it; empty if there is none. */
  Optional<String> value(String property) {
    return first(property).map(each -> each.getValue().strip()).filter(value -> !value.isEmpty());
  }

  /** The value of a property of text, without its escapes. */
  Optional<String> text(String property) {
    return value(property).map(VObjectPropertyValues::unescape);
  }

  /** The value of a property with a fixed set of values, in upper case; empty if there is none. */
  String keyword(String property) {
    return value(property).orElse("").toUpperCase(Locale.ROOT);
  }

  private static boolean isNamed(VObjectProperty property, String name) {
    return property.getName().strip().equalsIgnoreCase(name);
  }
}
