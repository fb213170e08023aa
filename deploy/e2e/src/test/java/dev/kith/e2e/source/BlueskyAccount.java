package dev.kith.e2e.source;

import dev.kith.ingest.testkit.atproto.AtProtoAccount;
import dev.kith.ingest.testkit.atproto.AtProtoServers;
import java.util.List;

/** An account on a PDS. */
final class BlueskyAccount implements PeerAccount {
  private final AtProtoServers servers;
  private final AtProtoAccount account;
  private String password = AtProtoAccount.PASSWORD;

  BlueskyAccount(AtProtoServers servers) throws Exception {
    this.servers = servers;
    account = AtProtoAccount.create(servers.pds(), "cy-crow.test");
  }

  @Override
  public String network() {
    return "bluesky";
  }

  @Override
  public List<String> settings(String secret) {
    return settings(servers.pds().toString(), servers.plc().toString(), secret);
  }

  @Override
  public List<String> settingsElsewhere(String host, int port) {
    String address = "http://" + host + ":" + port;
    return settings(address, address, password);
  }

  private List<String> settings(String events, String directory, String secret) {
    return List.of(
        "accounts=" + account.did(),
        "login=" + account.did(),
        "password=" + secret,
        "events=" + events,
        "directory=" + directory);
  }

  @Override
  public String secretKey() {
    return "password";
  }

  @Override
  public String secret() {
    return password;
  }

  @Override
  public void renewSecret() throws Exception {
    password = "s3cret-of-bluesky-2";
    account.changePassword(password);
  }
}
