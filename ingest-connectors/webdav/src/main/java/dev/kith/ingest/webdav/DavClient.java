package dev.kith.ingest.webdav;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Credential;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the collections of a user on a WebDAV server, and what has changed in each. */
public final class DavClient {
  private final CollectionDiscovery discovery;
  private final CollectionSync sync;

  /**
   * A client of one user.
   *
   * @param credential null for a server without users
   */
  public DavClient(ConnectorHttpClient http, @Nullable Credential credential) {
    var requests = new DavRequests(http, credential);
    this.discovery = new CollectionDiscovery(requests);
    this.sync = new CollectionSync(requests);
  }

  /**
   * The collections of a type.
   *
   * @param start address of one collection, of the folder that has them, of the user, or of the
   *     server, which tells the rest
   * @throws SourceException also if the server tells of no user whose collections it could list
   */
  public List<DavCollection> collections(URI start, DavCollectionType type)
      throws SourceException, InterruptedException {
    return discovery.collections(start, type);
  }

  /**
   * What has changed in a collection. The same state gives the same until the server changes; an
   * item that was read in the version that the server has now is not returned again.
   *
   * @param known how far it has been read
   * @param limit largest number of items to return at once
   */
  public DavChanges changes(DavCollection collection, SyncState known, int limit)
      throws SourceException, InterruptedException {
    return sync.changes(collection, known, limit);
  }
}
