package dev.kith.e2e.source;

import java.util.List;

/** An account on a server of one network, whose secret can be changed. */
interface PeerAccount extends AutoCloseable {
  /** The network, as {@code source add} names it. */
  String network();

  /** The settings of a source that reads the account with a secret. */
  List<String> settings(String secret);

  /** The settings of a source that looks for the account on another server. */
  List<String> settingsElsewhere(String host, int port);

  /** The key of the secret. */
  String secretKey();

  /** The secret that the server accepts now. */
  String secret();

  /** Gives the account another secret; the former one is no longer accepted. */
  void renewSecret() throws Exception;

  @Override
  default void close() {}
}
