package dev.kith.ingest.mail;

import java.util.Map;

/** How the place of a mail on a server is written: folder, UIDVALIDITY and UID. */
final class ImapPlace {
  private static final char GAP = '\n';

  private ImapPlace() {}

  static String name(String folder, long validity, long uid) {
    return prefix(folder, validity) + uid;
  }

  static String prefix(String folder, long validity) {
    return folder + GAP + validity + GAP;
  }

  /** Whether the folder is still there and counts as it did. */
  static boolean isCurrent(String place, Map<String, ImapMailbox.State> states) {
    int uid = place.lastIndexOf(GAP);
    int validity = place.lastIndexOf(GAP, uid - 1);
    ImapMailbox.State state = states.get(place.substring(0, validity));
    return state != null
        && place.substring(validity + 1, uid).equals(Long.toString(state.validity()));
  }
}
