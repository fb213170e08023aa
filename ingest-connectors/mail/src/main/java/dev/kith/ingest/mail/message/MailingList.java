package dev.kith.ingest.mail.message;

import dev.kith.ingest.mail.address.AddressListParser;
import dev.kith.ingest.mail.address.EmailAddress;
import dev.kith.ingest.mail.mime.CharsetDetector;
import dev.kith.ingest.mail.mime.HeaderFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The list that a mail was sent through, or a newsletter, as the List-* fields say.
 *
 * @param id List-Id without brackets, lower case, or null
 * @param name of the list, or null
 * @param addresses for posting
 * @param discussion whether members post there
 */
record MailingList(
    @Nullable String id, @Nullable String name, Set<String> addresses, boolean discussion) {
  static final MailingList NONE = new MailingList(null, null, Set.of(), false);

  private static final Pattern MAILTO = Pattern.compile("(?i)mailto:([^?>,\\s]+)");
  private static final Pattern TAG = Pattern.compile("^([^@+=]+)[+=][^@]*(@.*)$");

  /**
   * The list of a mail.
   *
   * @param recipients of To and Cc
   * @param envelope whose sender receives bounces
   */
  static MailingList of(HeaderFields fields, List<EmailAddress> recipients, MailEnvelope envelope) {
    String id = id(fields).orElse(null);
    Set<String> addresses = posting(fields);
    if (id != null) {
      recipients.stream()
          .map(EmailAddress::address)
          .filter(a -> belongs(a, id))
          .forEach(addresses::add);
    }
    addresses.addAll(LegacyListDetector.addresses(fields, recipients, envelope));
    boolean discussion = !isAnnouncement(fields) && !addresses.isEmpty();
    return id == null && addresses.isEmpty()
        ? NONE
        : new MailingList(id, name(fields), Set.copyOf(addresses), discussion);
  }

  /** RFC 2369 §3.4: NO says that nobody may write there; only an address can be written to. */
  private static boolean isAnnouncement(HeaderFields fields) {
    String post = fields.lowerCase("list-post");
    return !post.isEmpty() && !MAILTO.matcher(post).find();
  }

  /** The posting addresses in the fields of several list programs. */
  private static Set<String> posting(HeaderFields fields) {
    Set<String> addresses = new LinkedHashSet<>();
    Matcher post = MAILTO.matcher(fields.raw("list-post").orElse(""));
    while (post.find()) {
      AddressListParser.address(post.group(1))
          .filter(a -> !isPerMessage(a))
          .ifPresent(addresses::add);
    }
    for (String field : List.of("x-mailing-list", "x-beenthere")) {
      AddressListParser.parse(fields.raw(field).orElse("")).stream()
          .filter(EmailAddress::isGlobal)
          .forEach(address -> addresses.add(address.address()));
    }
    return addresses;
  }

  /** Whether it is an address of one thread, as GitHub makes them, and no list. */
  private static boolean isPerMessage(String address) {
    return TAG.matcher(address).matches() && address.startsWith("reply+");
  }

  private static Optional<String> id(HeaderFields fields) {
    String written = fields.text("list-id").orElse("");
    int open = written.lastIndexOf('<');
    int close = written.indexOf('>', open + 1);
    String id = open >= 0 && close > open ? written.substring(open + 1, close) : written;
    String clean = id.strip().toLowerCase(Locale.ROOT);
    boolean fit = !clean.isEmpty() && clean.length() <= 255 && clean.indexOf(' ') < 0;
    return fit ? Optional.of(clean) : Optional.empty();
  }

  private static @Nullable String name(HeaderFields fields) {
    String written = fields.text("list-id").orElse("");
    int open = written.lastIndexOf('<');
    String name = open > 0 ? written.substring(0, open).replace("\"", "").strip() : "";
    return name.isEmpty() ? null : CharsetDetector.truncate(name, 200);
  }

  /** {@code dev@lists.example.org} or {@code dev@example.org} for {@code dev.lists.example.org}. */
  private static boolean belongs(String address, String id) {
    String dotted = address.replace('@', '.');
    int at = address.indexOf('@');
    return id.equals(dotted)
        || (id.startsWith(address.substring(0, at) + ".")
            && id.endsWith("." + address.substring(at + 1)));
  }
}
