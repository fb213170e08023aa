package dev.kith.ingest.mail.imap;

import java.util.Map;

/** Formats the location of a message on a server: folder, UIDVALIDITY and UID. */
final class ImapLocation {
  private static final char SEPARATOR = '\n';

  private ImapLocation() {}

  static String name(String folder, long validity, long uid) {
    return prefix(folder, validity) + uid;
  }

  static String prefix(String folder, long validity) {
    return folder + SEPARATOR + validity + SEPARATOR;
  }

  /** Whether the folder exists with the same UIDVALIDITY. */
  static boolean isCurrent(String location, Map<String, ImapClient.State> states) {
    int uid = location.lastIndexOf(SEPARATOR);
    int validity = location.lastIndexOf(SEPARATOR, uid - 1);
    ImapClient.State state = states.get(location.substring(0, validity));
    return state != null
        && location.substring(validity + 1, uid).equals(Long.toString(state.validity()));
  }
}
