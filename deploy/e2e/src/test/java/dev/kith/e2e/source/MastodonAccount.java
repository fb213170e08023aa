package dev.kith.e2e.source;

import dev.kith.ingest.testkit.snac.SnacAccount;
import dev.kith.ingest.testkit.snac.SnacServer;
import java.util.List;

/** An account on snac. */
final class MastodonAccount implements PeerAccount {
  private final SnacServer server;
  private SnacAccount account;

  MastodonAccount(SnacServer server) throws Exception {
    this.server = server;
    account = server.addAccount("cy");
  }

  @Override
  public String network() {
    return "mastodon";
  }

  @Override
  public List<String> settings(String secret) {
    return settings(server.address().toString(), secret);
  }

  @Override
  public List<String> settingsElsewhere(String host, int port) {
    return settings("http://" + host + ":" + port, secret());
  }

  private static List<String> settings(String address, String secret) {
    return List.of("server=" + address, "token=" + secret, "poll=1s", "streaming=false");
  }

  @Override
  public String secretKey() {
    return "token";
  }

  @Override
  public String secret() {
    return account.token();
  }

  @Override
  public void renewSecret() throws Exception {
    account.revokeToken();
    account = account.logInAgain();
  }
}
