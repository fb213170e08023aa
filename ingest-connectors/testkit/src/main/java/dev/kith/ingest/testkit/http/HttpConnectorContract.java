package dev.kith.ingest.testkit.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Throttled;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.http.ConnectorHttpClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every connector over HTTP keeps while its server throttles, fails, stalls or refuses: it
 * neither loses nor doubles anything, and says whether to wait, to try again or to ask a person.
 */
@Timeout(120)
public abstract class HttpConnectorContract {
  /** The token that a connector under test sends; no message may show it. */
  protected static final String TOKEN = "token-of-the-contract";

  private static final int LARGEST_BODY = 1_000_000;
  private static final int MAX_FAILURES = 20;

  /** Faults are injected into each of the first requests, and into the last one. */
  private static final int FIRST_REQUESTS = 4;

  private final FaultInjector faults = new FaultInjector();
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(faults));

  private @Nullable Recorded recorded;

  /** What is read without a fault, and by how many requests. */
  private record Recorded(List<String> records, int requests) {}

  /** Stubs the recorded responses; all of them, read once, come to rest. */
  protected abstract void serve(WireMockServer recorded) throws Exception;

  /** A new connector that has read nothing and that sends {@link #TOKEN} if it has a token. */
  protected abstract Connector connector(URI address, ConnectorHttpClient client) throws Exception;

  @BeforeEach
  final void start() throws Exception {
    server.start();
    serve(server);
  }

  @AfterEach
  final void stop() {
    server.stop();
  }

  @Test
  protected final void waitsAsLongAsItIsAskedTo() throws Exception {
    Instant soon = Instant.now().plusSeconds(2);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(soon.atOffset(ZoneOffset.UTC));
    for (String[] form :
        List.of(
            new String[] {"Retry-After", "1"},
            new String[] {"Retry-After", date},
            new String[] {"X-RateLimit-Reset", String.valueOf(soon.getEpochSecond())},
            new String[] {"X-RateLimit-Reset", soon.toString()},
            new String[] {"RateLimit-Reset", "1"})) {
      var throttled = aResponse().withStatus(429).withHeader(form[0], form[1]);

      assertThat(failures(throttled, 1)).hasOnlyElementsOfType(Throttled.class).isNotEmpty();
    }
  }

  @Test
  protected final void goesOnAfterAServerErrorAnywhere() throws Exception {
    everywhere(aResponse().withStatus(500));
  }

  @Test
  protected final void goesOnAfterABrokenConnectionAnywhere() throws Exception {
    everywhere(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
  }

  @Test
  protected final void goesOnAfterAThrottledRequestAnywhere() throws Exception {
    everywhere(aResponse().withStatus(429).withHeader("Retry-After", "1"));
  }

  @Test
  protected final void givesUpABodyThatDrips() throws Exception {
    var dripping = aResponse().withBody("[1,2,3,4,5]").withChunkedDribbleDelay(10, 60_000);

    assertThat(failures(dripping, 1)).hasExactlyElementsOfTypes(Unavailable.class);
  }

  @Test
  protected final void takesNoOtherContentTypeForAnAnswer() throws Exception {
    var page = aResponse().withHeader("Content-Type", "text/html").withBody("<p>Sign in</p>");

    assertThat(failures(page, 1)).allMatch(Unavailable.class::isInstance);
  }

  @Test
  protected final void aRevokedTokenNeedsAPerson() throws Exception {
    assertThat(failures(aResponse().withStatus(401), 1)).hasExactlyElementsOfTypes(Refused.class);
  }

  @Test
  protected final void aBodyThatIsTooLargeNeedsAPerson() throws Exception {
    var large = aResponse().withBody(" ".repeat(LARGEST_BODY + 1));

    assertThat(failures(large, 1)).hasExactlyElementsOfTypes(Refused.class);
  }

  private void everywhere(ResponseDefinitionBuilder fault) throws Exception {
    for (int request = 1; request <= FIRST_REQUESTS; request++) {
      failures(fault, request);
    }
    failures(fault, Integer.MAX_VALUE);
  }

  /**
   * Reads everything as the runtime does while one request is answered with a fault.
   *
   * @return the failures on the way
   */
  private List<SourceException> failures(ResponseDefinitionBuilder fault, int request)
      throws Exception {
    Recorded expected = recorded();
    faults.reset();
    faults.inject(fault, Math.min(request, expected.requests()));
    List<SourceException> failures = new ArrayList<>();
    List<String> found = read(failures);

    assertThat(found).containsExactlyInAnyOrderElementsOf(expected.records());
    assertThat(failures).noneMatch(failure -> String.valueOf(failure).contains(TOKEN));
    return failures;
  }

  private Recorded recorded() throws Exception {
    if (recorded == null) {
      faults.reset();
      List<SourceException> none = new ArrayList<>();
      List<String> records = read(none);
      assertThat(none).isEmpty();
      assertThat(records).isNotEmpty();
      recorded = new Recorded(records, faults.requests());
    }
    return recorded;
  }

  private List<String> read(List<SourceException> failures) throws Exception {
    List<String> records = new ArrayList<>();
    Set<String> accounts = new TreeSet<>();
    try (Connector connector =
        connector(
            URI.create(server.baseUrl()),
            new ConnectorHttpClient(
                LoopbackHttp.settings(1, Duration.ofSeconds(3), LARGEST_BODY)))) {
      Cursor cursor = Cursor.START;
      while (failures.size() < MAX_FAILURES) {
        try {
          Page page = connector.read(cursor);
          if (page.isEmptyAfter(cursor)) {
            records.addAll(accounts);
            return records;
          }
          page.profiles().forEach(each -> accounts.add(each.getAccount()));
          page.activities().forEach(each -> records.add(each.getId() + " " + each.getRevision()));
          page.unreadable().forEach(each -> records.add(each.reason()));
          connector.committed(page);
          cursor = page.next();
        } catch (SourceException failure) {
          failures.add(failure);
          Thread.sleep(failure instanceof Throttled slow ? slow.retryAfter() : Duration.ZERO);
        }
      }
    }
    throw new AssertionError("expected one failure, found " + failures);
  }
}
