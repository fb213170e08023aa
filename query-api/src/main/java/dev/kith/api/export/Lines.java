package dev.kith.api.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.api.index.IndexScan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reading as a stream of lines, each a JSON object. Only one page of it is ever in memory. A
 * reading that breaks off breaks the stream off, so that nobody takes a part for the whole.
 */
final class Lines<T> extends InputStream {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private final IndexScan<T> reading;
  private final Function<T, Optional<?>> line;
  private byte[] page;
  private int at;

  /** Begins to read at once, so that what stands in the way shows before the first byte. */
  Lines(IndexScan<T> reading, Function<T, Optional<?>> line) {
    this.reading = reading;
    this.line = line;
    this.page = next();
  }

  /** The lines of what follows; no bytes at the end. What makes no line is passed over. */
  private byte[] next() {
    var text = new StringBuilder();
    List<T> some = reading.next();
    while (!some.isEmpty() && text.isEmpty()) {
      some.stream()
          .flatMap(each -> line.apply(each).stream())
          .forEach(each -> text.append(json(each)).append('\n'));
      some = text.isEmpty() ? reading.next() : some;
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String json(Object line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("expected a line that can be written as JSON", e);
    }
  }

  private boolean filled() {
    if (page.length > 0 && at == page.length) {
      page = next();
      at = 0;
    }
    return page.length > 0;
  }

  @Override
  public int read() {
    return filled() ? page[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    Objects.checkFromIndexSize(from, most, into.length);
    if (most == 0) {
      return 0;
    }
    if (!filled()) {
      return -1;
    }
    int count = Math.min(most, page.length - at);
    System.arraycopy(page, at, into, from, count);
    at += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    reading.close();
  }
}
