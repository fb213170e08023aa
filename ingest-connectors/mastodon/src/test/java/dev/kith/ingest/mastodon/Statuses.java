package dev.kith.ingest.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.mastodon.mapping.MappingContext;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** Made-up people and what they write, in the form of the Mastodon API. */
final class Statuses {
  static final Instant READ = Instant.parse("2026-03-04T12:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Statuses() {}

  /** With single quotes for double ones. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MappingContext context() {
    return new MappingContext(
        TestConnectors.SOURCE,
        "town.example",
        "fediverse:ann@town.example",
        READ,
        status ->
            status.equals("1") ? Optional.of("https://town.example/statuses/1") : Optional.empty());
  }

  /** Ann is on the own server, everybody else on another. */
  static JsonNode account(String name) {
    boolean isOwn = name.equals("ann");
    String host = isOwn ? "town.example" : "lake.example";
    return json(
        "{'id':'%1$s-id','username':'%1$s','acct':'%2$s','display_name':'%1$s Lee :frog:','bot':false,"
                .formatted(name, isOwn ? name : name + "@" + host)
            + "'created_at':'2024-01-0%3$dT00:00:00Z','note':'<p>Likes <b>frogs</b></p>',"
                .formatted(name, host, isOwn ? 1 : 2)
            + "'url':'https://%2$s/@%1$s','uri':'https://%2$s/users/%1$s','emojis':[{'shortcode':'frog'}]}"
                .formatted(name, host));
  }

  static ObjectNode status(int number, String author, String text) {
    var status =
        (ObjectNode)
            json(
                ("{'id':'%1$d','uri':'https://town.example/statuses/%1$d','content':'<p>%2$s</p>',"
                        + "'created_at':'2026-03-0%1$dT05:06:07.000Z','visibility':'public','mentions':[],"
                        + "'reblog':null,'edited_at':null,'language':'en'}")
                    .formatted(number, text));
    status.set("account", account(author));
    return status;
  }
}
