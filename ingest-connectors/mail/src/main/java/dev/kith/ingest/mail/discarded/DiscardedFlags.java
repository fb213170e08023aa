package dev.kith.ingest.mail.discarded;

import dev.kith.ingest.mail.mime.HeaderFields;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by its header that a mail is deleted, spam, a draft or waiting to be sent. */
public final class DiscardedFlags {
  /** Thunderbird's {@code Expunged} and {@code Queued}. */
  private static final long MOZILLA_STATUS = 0x0008 | 0x0800;

  /** Thunderbird's {@code IMAPDeleted} and {@code Template}. */
  private static final long MOZILLA_STATUS2 = 0x0020_0000 | 0x0040_0000;

  /** Evolution's {@code DELETED}, {@code DRAFT} and {@code JUNK}. */
  private static final long EVOLUTION = 0x02 | 0x04 | 0x80;

  private static final Pattern HEX = Pattern.compile("^(?:0x)?([0-9A-Fa-f]{1,8})\\s*$");
  private static final Pattern EVOLUTION_FLAGS =
      Pattern.compile("^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4})");

  /** Flags of Dovecot, mutt, Pine and others; D is deleted, T a draft. */
  private static final Pattern STATUS = Pattern.compile("[RONUD]*D[RONUD]*");

  private static final Pattern X_STATUS = Pattern.compile("[ADFTRONS]*[DT][ADFTRONS]*");

  private static final Set<String> FIELDS =
      Set.of(
          ("status x-status x-mozilla-status x-mozilla-status2 x-mozilla-draft-info "
                  + "x-evolution x-unsent x-gmail-labels")
              .split(" ", -1));

  private DiscardedFlags() {}

  public static boolean isDiscarded(HeaderFields fields) {
    if (!fields.hasAny(FIELDS)) {
      return false;
    }
    return isMatch(fields, "status", STATUS)
        || isMatch(fields, "x-status", X_STATUS)
        || hasFlag(fields, "x-mozilla-status", HEX, MOZILLA_STATUS)
        || hasFlag(fields, "x-mozilla-status2", HEX, MOZILLA_STATUS2)
        || hasFlag(fields, "x-evolution", EVOLUTION_FLAGS, EVOLUTION)
        || fields.has("x-mozilla-draft-info")
        || fields.lowerCase("x-unsent").equals("1")
        || hasLabel(fields);
  }

  private static boolean isMatch(HeaderFields fields, String name, Pattern letters) {
    Optional<String> value = fields.raw(name);
    return value.isPresent() && letters.matcher(value.get()).matches();
  }

  private static boolean hasFlag(HeaderFields fields, String name, Pattern pattern, long flags) {
    Matcher number = pattern.matcher(fields.raw(name).orElse(""));
    return number.find() && (Long.parseLong(number.group(1), 16) & flags) != 0;
  }

  private static boolean hasLabel(HeaderFields fields) {
    for (String label : fields.text("x-gmail-labels").orElse("").split(",", -1)) {
      if (DiscardedFolderNames.isLabel(label)) {
        return true;
      }
    }
    return false;
  }
}
