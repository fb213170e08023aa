package dev.kith.ingest.bluesky.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Plain text of a post, with the mentions and tags of its facets. Links that a client shortened are
 * in full.
 *
 * @param text plain text
 * @param mentions DIDs, in the order of the text
 * @param tags in lower case, without #
 */
record RichText(String text, List<String> mentions, List<String> tags) {
  private static final String FEATURE = "app.bsky.richtext.facet#";
  private static final int MAX_FACETS = 500;

  /** A part of the text that a facet marks; positions are in bytes of UTF-8. */
  private record Range(int from, int until, JsonNode features) {
    static Range of(JsonNode facet) {
      JsonNode index = facet.path("index");
      return new Range(
          index.path("byteStart").asInt(-1),
          index.path("byteEnd").asInt(-1),
          facet.path("features"));
    }

    boolean isWithin(byte[] bytes) {
      return 0 <= from && from < until && until <= bytes.length;
    }
  }

  static RichText of(String text, JsonNode facets, JsonNode furtherTags) {
    byte[] bytes = text.getBytes(UTF_8);
    Set<String> mentions = new LinkedHashSet<>();
    Set<String> tags = new LinkedHashSet<>();
    var whole = new ByteArrayOutputStream(bytes.length);
    int done = 0;
    for (Range range : ranges(facets, bytes)) {
      for (JsonNode feature : range.features()) {
        String type = feature.path("$type").asText();
        if (type.equals(FEATURE + "mention") && AtUri.isDid(feature.path("did").asText())) {
          mentions.add(feature.path("did").asText());
        } else if (type.equals(FEATURE + "tag")) {
          addTag(tags, feature.path("tag").asText());
        } else if (type.equals(FEATURE + "link") && range.from() >= done) {
          whole.write(bytes, done, range.from() - done);
          whole.writeBytes(feature.path("uri").asText().getBytes(UTF_8));
          done = range.until();
        }
      }
    }
    whole.write(bytes, done, bytes.length - done);
    furtherTags.forEach(tag -> addTag(tags, tag.asText()));
    return new RichText(whole.toString(UTF_8), List.copyOf(mentions), List.copyOf(tags));
  }

  private static List<Range> ranges(JsonNode facets, byte[] bytes) {
    List<Range> ranges = new ArrayList<>();
    for (JsonNode facet : facets) {
      Range range = Range.of(facet);
      if (range.isWithin(bytes) && ranges.size() < MAX_FACETS) {
        ranges.add(range);
      }
    }
    ranges.sort(Comparator.comparingInt(Range::from));
    return ranges;
  }

  private static void addTag(Set<String> tags, String written) {
    String tag = written.strip().replaceFirst("^#+", "").strip().toLowerCase(Locale.ROOT);
    if (!tag.isEmpty()) {
      tags.add(tag);
    }
  }
}
