package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.VObjectProperty;
import dev.kith.ingest.DisplayName;
import dev.kith.schemas.AccountId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who organises an event or is invited to it.
 *
 * @param address of mail
 * @param name as the organiser's program writes it
 * @param answer kind of the account that the meeting is directed at
 * @param isChair whether they preside
 */
record EventParticipant(String address, @Nullable String name, String answer, boolean isChair) {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@:/<>\"(),;]+@[^\\s@:/<>\"(),;]+[^\\s@:/<>\"(),;.]");

  /** Rooms and other things, and groups, which nobody is. */
  private static final Set<String> NOBODY = Set.of("ROOM", "RESOURCE", "GROUP");

  /** Addresses that Google gives to calendars, rooms and things. */
  private static final Pattern CALENDAR =
      Pattern.compile("(?i).*@(?:[\\w.-]+\\.)?(?:group|resource|import)\\.calendar\\.google\\.com");

  /**
   * Whether the property names a person: no room, resource or group, no mere recipient of a copy.
   */
  static boolean isPerson(VObjectProperty property) {
    VObjectParameters parameters = property.getParameters();
    return !NOBODY.contains(keyword(parameters, "CUTYPE"))
        && !keyword(parameters, "ROLE").equals("NON-PARTICIPANT")
        && address(property).map(found -> !CALENDAR.matcher(found).matches()).orElse(true);
  }

  /** Whom a property names; empty if it has no mail address. */
  static Optional<EventParticipant> of(VObjectProperty property) {
    VObjectParameters parameters = property.getParameters();
    String name = parameters.first("CN");
    return address(property)
        .map(
            found ->
                new EventParticipant(
                    found,
                    name == null ? null : DisplayName.clean(name).orElse(null),
                    answer(keyword(parameters, "PARTSTAT")),
                    keyword(parameters, "ROLE").equals("CHAIR")));
  }

  /** Somebody of whom only the address is known. */
  static EventParticipant of(String address) {
    return new EventParticipant(address, null, "invited", false);
  }

  /** The address itself is in the value, or in a parameter where the value is another URI. */
  private static Optional<String> address(VObjectProperty property) {
    return clean(property.getValue())
        .or(
            () ->
                Optional.ofNullable(property.getParameters().first("EMAIL"))
                    .flatMap(EventParticipant::clean));
  }

  /** The address in {@code mailto:ann@example.org}, with or without what stands around it. */
  static Optional<String> clean(String written) {
    String bare = written.strip().replaceFirst("(?i)^(?:mailto:\\s*)+", "");
    String decoded = bare.contains("%40") ? decode(bare) : bare;
    return Optional.of(decoded.replaceAll("^<|>$", ""))
        .filter(address -> ADDRESS.matcher(address).matches())
        .filter(address -> !address.toLowerCase(Locale.ROOT).endsWith("@invalid"));
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) { // a percent sign that encodes nothing
      return encoded;
    }
  }

  private static String answer(String status) {
    return switch (status) {
      case "ACCEPTED", "COMPLETED", "IN-PROCESS" -> "accepted";
      case "TENTATIVE" -> "tentative";
      case "DECLINED", "DELEGATED" -> "declined";
      default -> "invited";
    };
  }

  private static String keyword(VObjectParameters parameters, String name) {
    String value = parameters.first(name);
    return value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
  }

  String account() {
    return AccountId.email(address).toString();
  }
}
