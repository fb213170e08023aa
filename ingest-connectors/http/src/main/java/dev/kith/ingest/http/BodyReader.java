package dev.kith.ingest.http;

import dev.kith.ingest.SourceException.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.http.HttpHeaders;
import java.util.zip.GZIPInputStream;

/** Reads a response body up to a maximum size, and decompresses it. */
final class BodyReader {
  private BodyReader() {}

  static byte[] read(InputStream body, HttpHeaders headers, int largest, ResourceRequest request)
      throws IOException, Refused {
    if (headers.firstValueAsLong("Content-Length").orElse(0) > largest) {
      throw tooLarge(largest, request);
    }
    InputStream unpacked = unpacked(body, headers);
    byte[] content = unpacked.readNBytes(largest);
    if (content.length == largest && unpacked.read() >= 0) {
      throw tooLarge(largest, request);
    }
    return content;
  }

  /** Decompresses gzip. An empty body, such as that of a 304, may be declared as gzip, too. */
  static InputStream unpacked(InputStream body, HttpHeaders headers) throws IOException {
    boolean isCompressed =
        headers.firstValue("Content-Encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    if (!isCompressed) {
      return body;
    }
    var start = new PushbackInputStream(body);
    int first = start.read();
    if (first < 0) {
      return InputStream.nullInputStream();
    }
    start.unread(first);
    return new GZIPInputStream(start);
  }

  private static Refused tooLarge(int largest, ResourceRequest request) {
    return new Refused(
        "%s: expected at most %d bytes, found more; to read it, raise kith.http.max-body-size"
            .formatted(request, largest),
        null);
  }
}
