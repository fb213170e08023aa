package dev.kith.indexing.bulk;

/** What the answer of Elasticsearch about a document means. */
enum DocumentOutcome {
  /** It is indexed. */
  KEPT,
  /** A later version is indexed already. */
  OLDER,
  /** It is removed. */
  REMOVED,
  /** It is refused for good. */
  REFUSED,
  /** It must be sent again. */
  AGAIN;

  private static final int MALFORMED = 400;
  private static final int MISSING = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_LARGE = 413;

  /** By the status of one document. Whatever is not clearly its own fault is tried again. */
  static DocumentOutcome ofDocument(int status, boolean removal) {
    return switch (status) {
      case MISSING -> removal ? REMOVED : AGAIN; // without alias there is nowhere to put it
      case CONFLICT -> OLDER;
      case MALFORMED, TOO_LARGE -> REFUSED;
      default -> status < 300 ? (removal ? REMOVED : KEPT) : AGAIN;
    };
  }

  /** By the status of a whole request that failed: somebody's fault, or nobody's. */
  static DocumentOutcome ofRequest(int status) {
    return status == MALFORMED || status == TOO_LARGE ? REFUSED : AGAIN;
  }
}
