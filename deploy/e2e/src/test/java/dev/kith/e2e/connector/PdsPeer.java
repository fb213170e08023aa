package dev.kith.e2e.connector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.testkit.atproto.AtProtoAccount;
import dev.kith.ingest.testkit.atproto.AtProtoServers;
import java.util.Map;

/** Ann and Bob on a PDS, whose events are read. */
record PdsPeer(AtProtoServers servers, AtProtoAccount ann, AtProtoAccount bob) implements Peer {
  static PdsPeer of(AtProtoServers servers) throws Exception {
    return new PdsPeer(
        servers,
        AtProtoAccount.create(servers.pds(), "ann.test"),
        AtProtoAccount.create(servers.pds(), "bob.test"));
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "kith.http.private-hosts", "localhost",
        "kith.sources.bluesky.town.accounts", ann.did(),
        "kith.sources.bluesky.town.events", servers.pds().toString(),
        "kith.sources.bluesky.town.directory", servers.plc().toString(),
        "kith.sources.bluesky.town.handle-resolver", servers.pds().toString());
  }

  @Override
  public JsonNode post(String text) throws Exception {
    return ann.post(text);
  }

  @Override
  public void edit(JsonNode post, String text) throws Exception {
    ann.edit(post, text);
  }

  @Override
  public void delete(JsonNode post) throws Exception {
    ann.delete(post);
  }

  @Override
  public JsonNode reply(String text, JsonNode post) throws Exception {
    return bob.reply(text, post);
  }

  @Override
  public void close() {
    servers.close();
  }
}
