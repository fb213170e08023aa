package dev.kith.e2e.connector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.testkit.snac.HostRouter;
import dev.kith.ingest.testkit.snac.SnacAccount;
import dev.kith.ingest.testkit.snac.SnacServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Ann and Bob on a snac server; her account is read with her token. */
record SnacPeer(
    SnacAccount ann,
    SnacAccount bob,
    Map<String, String> settings,
    SnacServer server,
    HostRouter router)
    implements Peer {

  static SnacPeer start(Path folder) throws Exception {
    var router = HostRouter.start();
    var town = SnacServer.start(folder, "town.example", router);
    SnacAccount ann = town.addAccount("ann");
    Path token = Files.writeString(folder.resolve("token"), ann.token());
    Map<String, String> settings =
        Map.of(
            "kith.http.private-hosts",
            "127.0.0.1",
            "kith.sources.mastodon.town.server",
            town.address().toString(),
            "kith.sources.mastodon.town.token-file",
            token.toString(),
            "kith.sources.mastodon.town.poll",
            "1s");
    return new SnacPeer(ann, town.addAccount("bob"), settings, town, router);
  }

  @Override
  public JsonNode post(String text) throws Exception {
    return ann.say(text);
  }

  @Override
  public void edit(JsonNode post, String text) throws Exception {
    ann.put("statuses/" + post.path("id").asText(), "status", text);
  }

  @Override
  public void delete(JsonNode post) throws Exception {
    ann.deleteStatus(post.path("uri").asText());
  }

  @Override
  public JsonNode reply(String text, JsonNode post) throws Exception {
    return bob.say(text + " @" + ann.handle(), "in_reply_to_id", post.path("id").asText());
  }

  @Override
  public void close() throws IOException {
    server.close();
    router.close();
  }
}
