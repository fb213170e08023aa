package dev.kith.ingest.git.repository;

/** How it is found that somebody goes on with what another has written. */
public enum CoEditing {
  /** Not at all. */
  OFF,
  /** Both change the same file. */
  FILES,
  /** One changes lines of the other. */
  LINES
}
