package dev.kith.indexing;

/** What Elasticsearch's answer about a document means. */
enum Verdict {
  /** It is there. */
  KEPT,
  /** A later version was there already: just as well. */
  OLDER,
  /** It is no longer there. */
  REMOVED,
  /** It will never be taken. */
  REFUSED,
  /** It was not taken now. */
  AGAIN;

  private static final int MALFORMED = 400;
  private static final int MISSING = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_LARGE = 413;

  /** By the status of one document. Whatever is not clearly its own fault is tried again. */
  static Verdict ofDocument(int status, boolean removal) {
    return switch (status) {
      case MISSING -> removal ? REMOVED : AGAIN; // without alias there is nowhere to put it
      case CONFLICT -> OLDER;
      case MALFORMED, TOO_LARGE -> REFUSED;
      default -> status < 300 ? (removal ? REMOVED : KEPT) : AGAIN;
    };
  }

  /** By the status of a whole request that failed: somebody's fault, or nobody's. */
  static Verdict ofRequest(int status) {
    return status == MALFORMED || status == TOO_LARGE ? REFUSED : AGAIN;
  }
}
