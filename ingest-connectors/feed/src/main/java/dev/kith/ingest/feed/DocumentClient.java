package dev.kith.ingest.feed;

import dev.kith.ingest.InputPath;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Throttled;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.HttpExchange;
import dev.kith.ingest.http.ResourceRequest;
import dev.kith.ingest.http.Validators;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads documents and pages, from servers or files. */
final class DocumentClient {
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final String ACCEPTED =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
          + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/csv;q=0.8,"
          + " */*;q=0.5";

  private final ConnectorHttpClient http;
  private final @Nullable Credential credential;
  private final InstantSource clock;

  DocumentClient(ConnectorHttpClient http, @Nullable Credential credential, InstantSource clock) {
    this.http = http;
    this.credential = credential;
    this.clock = clock;
  }

  /** The feed itself, if it has changed. */
  FetchedDocument feed(URI address, Validators known) throws SourceException, InterruptedException {
    return "file".equals(address.getScheme())
        ? file(Path.of(address), known)
        : fetched(http.send(request(address, "feed", known)));
  }

  /**
   * A feed of comments, empty if it is gone with its post. Not conditional: WordPress states no
   * change when another comment than the last is removed.
   */
  FetchedDocument comments(URI address) throws SourceException, InterruptedException {
    return fetched(
        http.send(request(address, "comments", Validators.NONE).understanding(NOT_FOUND, GONE)));
  }

  private ResourceRequest request(URI address, String name, Validators known) {
    return ResourceRequest.get(address, name)
        .with(credential)
        .header("Accept", ACCEPTED)
        .changedSince(known);
  }

  private FetchedDocument fetched(HttpExchange response) {
    boolean isGone = response.status() == NOT_FOUND || response.status() == GONE;
    byte[] body = isGone ? new byte[0] : response.body();
    return new FetchedDocument(
        response.isNotModified() ? null : body,
        response.header("Content-Type").orElse(null),
        response.validators(),
        response.address(),
        response.isMoved(),
        response.link("hub").orElse(null),
        response.header("Last-Modified").flatMap(DocumentClient::time).orElseGet(clock::instant));
  }

  private static Optional<Instant> time(String httpDate) {
    try {
      return Optional.of(
          ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** A file is unchanged while its time and its size are. */
  private static FetchedDocument file(Path file, Validators known) throws Refused {
    try {
      Instant changed = Files.getLastModifiedTime(file).toInstant();
      var now = new Validators(Long.toString(Files.size(file)), changed.toString());
      byte[] body = now.equals(known) ? null : Files.readAllBytes(file);
      return new FetchedDocument(body, null, now, file.toUri(), false, null, changed);
    } catch (IOException e) {
      throw new Refused(
          "expected a readable file " + InputPath.shown(file) + ", found none; check location", e);
    }
  }

  /**
   * Whether the page of an item no longer exists, or no longer has the part to which its address
   * points. If the server does not say, it exists.
   */
  boolean isGone(URI page) throws SourceException, InterruptedException {
    try {
      HttpExchange response =
          http.send(
              ResourceRequest.get(page, "page of an item")
                  .with(credential)
                  .understanding(NOT_FOUND, GONE));
      String part = page.getRawFragment();
      return response.status() == NOT_FOUND
          || response.status() == GONE
          || (part != null && !hasPart(response.text(), part));
    } catch (Throttled wait) {
      throw wait;
    } catch (SourceException unknown) {
      return false;
    }
  }

  private static boolean hasPart(String page, String id) {
    return page.contains('"' + id + '"') || page.contains("'" + id + "'");
  }
}
