package dev.kith.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkHeaderTest {
  private static final URI PAGE = URI.create("https://example.org/api/items?page=2");

  private static Optional<URI> next(String... headers) {
    return LinkHeader.find(List.of(headers), "next", PAGE);
  }

  @Test
  void oneOfSeveralLinksIsFoundByItsRelation() {
    assertThat(
            next(
                "<https://example.org/api/items?page=1>; rel=\"prev\","
                    + " <https://example.org/api/items?page=3&q=a,b;c>; rel=\"next\""))
        .contains(URI.create("https://example.org/api/items?page=3&q=a,b;c"));
  }

  @Test
  void aRelativeLinkBelongsToItsPage() {
    assertThat(next("<?page=3>;title=\"a, \\\"b\\\" <c>\"; REL=next"))
        .contains(URI.create("https://example.org/api/?page=3"));
  }

  @Test
  void severalRelationsAndSeveralHeadersAreRead() {
    assertThat(next("<a>; rel=prev", "<b>; rel=\"last NEXT\"")).contains(PAGE.resolve("b"));
  }

  @Test
  void anInvalidAddressIsNoLink() {
    assertThat(next("<http://exa mple>; rel=next")).isEmpty();
    assertThat(next("no link")).isEmpty();
    assertThat(next("<c>; rel=\"nextish\"")).isEmpty();
  }
}
