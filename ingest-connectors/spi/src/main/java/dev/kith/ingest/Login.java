package dev.kith.ingest;

import java.net.URI;
import java.util.Map;

/**
 * How a source gets a secret that its owner grants in a browser instead of typing it: the owner
 * opens an address, permits the access, and brings back the code that the page shows. A bean of the
 * connector; a source that is added without the secret begins one.
 */
public interface Login {

  /** Name of the network as it stands in {@code kith.sources.NETWORK.…}. */
  String network();

  /** Key of the setting that the login provides: {@code token}. */
  String secret();

  /**
   * Begins a login.
   *
   * @param settings of the source, by their keys after {@code kith.sources.NETWORK.NAME.}
   * @throws SourceException if the settings or the server do not allow one
   */
  Pending begin(Map<String, String> settings) throws SourceException, InterruptedException;

  /** A login that waits for its owner. */
  interface Pending {
    /** The address that the owner opens. */
    URI address();

    /**
     * The secret for a code.
     *
     * @param code as the owner has typed it, or the address that it stands in
     * @throws SourceException.Refused if it is wrong or too old; another one may be right
     */
    String secret(String code) throws SourceException, InterruptedException;
  }
}
