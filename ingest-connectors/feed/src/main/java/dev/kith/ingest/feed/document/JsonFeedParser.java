package dev.kith.ingest.feed.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.ingest.Original;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.UnreadableItem;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed, versions 1 and 1.1. */
final class JsonFeedParser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "application/feed+json";

  private final URI address;

  private JsonFeedParser(URI address) {
    this.address = address;
  }

  static ParsedFeed parse(byte[] body, URI address) throws Unavailable {
    JsonNode feed;
    try {
      feed = JSON.readTree(body);
    } catch (IOException e) {
      throw FeedParser.unreadable("expected JSON Feed, found invalid JSON", null);
    }
    if (!feed.path("items").isArray()) {
      throw FeedParser.unreadable("expected JSON Feed with items, found other JSON", null);
    }
    return new JsonFeedParser(address).feed(feed);
  }

  private ParsedFeed feed(JsonNode feed) {
    List<ParsedItem> items = new ArrayList<>();
    List<UnreadableItem> unreadable = new ArrayList<>();
    int number = 0;
    for (JsonNode each : feed.path("items")) {
      number++;
      ParsedItem item = item(each);
      if (item.isEmpty()) {
        String reason = "item " + number + ": expected a title, text, link or id, found none";
        unreadable.add(new UnreadableItem(item.original(), TYPE, reason));
      } else {
        items.add(item);
      }
    }
    String hub = feed.path("hubs").path(0).path("url").asText("");
    String self = text(feed, "feed_url");
    return new ParsedFeed(
        text(feed, "title"),
        resolve(text(feed, "home_page_url")),
        text(feed, "language"),
        null,
        false,
        false,
        hub.isEmpty() ? null : resolve(hub),
        self.isEmpty() ? null : self,
        people(feed),
        items,
        unreadable);
  }

  private ParsedItem item(JsonNode item) {
    String html = text(item, "content_html");
    String plain = text(item, "content_text");
    String link = text(item, "url");
    return new ParsedItem(
        text(item, "id"),
        resolve(link.isEmpty() ? text(item, "external_url") : link),
        text(item, "title"),
        html.isEmpty()
            ? MarkupText.ofPlain(plain.isEmpty() ? text(item, "summary") : plain)
            : MarkupText.ofHtml(html),
        time(item, "date_published"),
        time(item, "date_modified"),
        people(item),
        List.of(),
        elements(item.path("tags")).map(JsonNode::asText).toList(),
        elements(item.path("attachments"))
            .map(each -> resolve(text(each, "url")))
            .filter(url -> !url.isEmpty())
            .toList(),
        null,
        null,
        Original.truncate(item.toString().getBytes(UTF_8)),
        TYPE);
  }

  private static List<FeedPerson> people(JsonNode node) {
    return Stream.concat(elements(node.path("authors")), Stream.of(node.path("author")))
        .filter(JsonNode::isObject)
        .map(each -> new FeedPerson(text(each, "name"), text(each, "url"), "", FeedPerson.AUTHOR))
        .filter(each -> !(each.name() + each.uri()).isBlank())
        .distinct()
        .toList();
  }

  private String resolve(String relative) {
    try {
      return relative.isBlank() ? "" : address.resolve(relative.strip()).toString();
    } catch (IllegalArgumentException noUri) {
      return relative;
    }
  }

  private static @Nullable Instant time(JsonNode item, String field) {
    return FeedTime.parse(text(item, field)).orElse(null);
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).isContainerNode() ? "" : node.path(field).asText("").strip();
  }
}
