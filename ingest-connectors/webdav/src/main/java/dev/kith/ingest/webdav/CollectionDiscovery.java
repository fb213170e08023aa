package dev.kith.ingest.webdav;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the collections of a user (RFC 6764): from the address that a person knows to the user
 * (principal), from the user to the folder of collections (home set), and there those of a type.
 */
final class CollectionDiscovery {
  private final DavRequests requests;

  CollectionDiscovery(DavRequests requests) {
    this.requests = requests;
  }

  List<DavCollection> collections(URI start, DavCollectionType type)
      throws SourceException, InterruptedException {
    for (URI candidate : candidates(start, type)) {
      Optional<DavResource> found = properties(candidate, type);
      if (found.isPresent()) {
        List<URI> homes = homes(found.get(), type);
        if (found.get().isA(type.resourceType())) {
          return List.of(collection(found.get(), type));
        }
        if (!homes.isEmpty()) {
          return collectionsIn(homes, type);
        }
      }
    }
    throw new Refused(
        "collections at %s: expected a WebDAV server that names the collections of a user, found"
                .formatted(start.getHost())
            + " none; set the address of one collection, and the user name if the server has users",
        null);
  }

  /** The address itself, unless it is only that of the server; then the well-known path. */
  private static List<URI> candidates(URI start, DavCollectionType type) {
    URI wellKnown = start.resolve(type.wellKnownPath());
    boolean isServer = start.getRawPath().isEmpty() || start.getRawPath().equals("/");
    return isServer
        ? List.of(wellKnown, start.resolve("/"))
        : List.of(start, wellKnown, start.resolve("/"));
  }

  private Optional<DavResource> properties(URI address, DavCollectionType type)
      throws SourceException, InterruptedException {
    return requests
        .find(
            address,
            "collections",
            List.of(
                DavRequests.RESOURCE_TYPE,
                DavRequests.DISPLAY_NAME,
                DavRequests.PRINCIPAL,
                type.homeSet()))
        .flatMap(found -> found.resources().stream().findFirst());
  }

  private List<URI> homes(DavResource found, DavCollectionType type)
      throws SourceException, InterruptedException {
    List<URI> homes = found.addresses(type.homeSet());
    for (URI principal : found.addresses(DavRequests.PRINCIPAL)) {
      if (homes.isEmpty()) {
        homes =
            properties(principal, type)
                .map(user -> user.addresses(type.homeSet()))
                .orElse(List.of());
      }
    }
    return homes;
  }

  private List<DavCollection> collectionsIn(List<URI> homes, DavCollectionType type)
      throws SourceException, InterruptedException {
    Set<DavCollection> collections = new LinkedHashSet<>();
    for (URI home : homes) {
      Multistatus listed =
          requests.list(
              home, "collections", List.of(DavRequests.RESOURCE_TYPE, DavRequests.DISPLAY_NAME));
      for (DavResource resource : listed.resources()) {
        if (resource.isA(type.resourceType())) {
          collections.add(collection(resource, type));
        }
      }
    }
    return new ArrayList<>(collections);
  }

  private static DavCollection collection(DavResource found, DavCollectionType type) {
    String path = found.path().replaceAll("/+$", "");
    String lastPart = path.substring(path.lastIndexOf('/') + 1);
    String name = found.text(DavRequests.DISPLAY_NAME).map(String::strip).orElse(lastPart);
    return new DavCollection(type, found.address(), name);
  }
}
