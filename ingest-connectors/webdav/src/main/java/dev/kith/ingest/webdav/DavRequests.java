package dev.kith.ingest.webdav;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.HttpExchange;
import dev.kith.ingest.http.ResourceRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Sends the requests of WebDAV and its extensions, and parses their responses. */
final class DavRequests {
  static final String DAV = "DAV:";
  static final QName ETAG = new QName(DAV, "getetag");
  static final QName LAST_MODIFIED = new QName(DAV, "getlastmodified");
  static final QName RESOURCE_TYPE = new QName(DAV, "resourcetype");
  static final QName COLLECTION = new QName(DAV, "collection");
  static final QName DISPLAY_NAME = new QName(DAV, "displayname");
  static final QName PRINCIPAL = new QName(DAV, "current-user-principal");

  private static final String MEDIA_TYPE = "application/xml; charset=utf-8";
  private static final Set<Integer> NOT_A_RESOURCE = Set.of(404, 405, 501);

  /**
   * Statuses of a server that does not know the report or the token. Xandikos answers 500 to an
   * unknown token.
   */
  private static final Set<Integer> NO_SYNC = Set.of(400, 403, 404, 405, 409, 412, 415, 500, 501);

  private final ConnectorHttpClient http;
  private final @Nullable Credential credential;

  DavRequests(ConnectorHttpClient http, @Nullable Credential credential) {
    this.http = http;
    this.credential = credential;
  }

  /** Properties of a resource; empty if there is no WebDAV resource at this address. */
  Optional<Multistatus> find(URI address, String name, List<QName> properties)
      throws SourceException, InterruptedException {
    ResourceRequest request = propfind(address, name, 0, properties);
    return send(request.understanding(NOT_A_RESOURCE.toArray(Integer[]::new)), NOT_A_RESOURCE);
  }

  /** Properties of a collection and of all that it contains. */
  Multistatus list(URI address, String name, List<QName> properties)
      throws SourceException, InterruptedException {
    return send(propfind(address, name, 1, properties), Set.of()).orElseThrow();
  }

  private ResourceRequest propfind(URI address, String name, int depth, List<QName> properties) {
    String body = new XmlText(new QName(DAV, "propfind")).properties(properties).toString();
    return request("PROPFIND", address, name, depth, body);
  }

  /**
   * The changes since a token, or all items if it is empty (RFC 6578); empty if the server does not
   * tell them, or does not know the token any more.
   */
  Optional<Multistatus> changesSince(URI address, String name, String token)
      throws SourceException, InterruptedException {
    String body =
        new XmlText(new QName(DAV, "sync-collection"))
            .text(new QName(DAV, "sync-token"), token)
            .text(new QName(DAV, "sync-level"), "1")
            .properties(List.of(ETAG))
            .toString();
    ResourceRequest request = request("REPORT", address, name, 0, body);
    return send(request.understanding(NO_SYNC.toArray(Integer[]::new)), NO_SYNC);
  }

  /** The items with these references, as the server has written them. */
  Multistatus items(DavCollection collection, List<String> references)
      throws SourceException, InterruptedException {
    DavCollectionType type = collection.type();
    var body = new XmlText(type.multiget()).properties(List.of(ETAG, type.data()));
    references.forEach(reference -> body.text(new QName(DAV, "href"), reference));
    String name = "items of " + collection.name();
    ResourceRequest request = request("REPORT", collection.address(), name, 0, body.toString());
    return send(request, Set.of()).orElseThrow();
  }

  private ResourceRequest request(String method, URI address, String name, int depth, String body) {
    return ResourceRequest.of(method, address, name)
        .with(credential)
        .header("Depth", Integer.toString(depth))
        .body(MEDIA_TYPE, body)
        .accepting("application/xml", "text/xml");
  }

  private Optional<Multistatus> send(ResourceRequest request, Set<Integer> absent)
      throws SourceException, InterruptedException {
    HttpExchange response = http.send(request);
    return absent.contains(response.status())
        ? Optional.empty()
        : Optional.of(MultistatusParser.parse(response, request.toString()));
  }
}
