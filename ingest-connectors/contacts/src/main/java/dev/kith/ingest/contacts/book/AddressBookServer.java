package dev.kith.ingest.contacts.book;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.webdav.DavChanges;
import dev.kith.ingest.webdav.DavClient;
import dev.kith.ingest.webdav.DavCollection;
import dev.kith.ingest.webdav.DavCollectionType;
import dev.kith.ingest.webdav.SyncState;
import java.net.URI;
import java.util.List;

/** The address books of a user on a CardDAV server. */
public final class AddressBookServer implements AddressBooks {
  private final DavClient client;
  private final URI address;

  /** The address is that of the server, of the user, or of one address book. */
  public AddressBookServer(DavClient client, URI address) {
    this.client = client;
    this.address = address;
  }

  /** One of them. */
  private record Book(DavClient client, DavCollection collection) implements AddressBook {
    @Override
    public String key() {
      return collection.address().toString();
    }

    @Override
    public DavChanges changes(SyncState known, int limit)
        throws SourceException, InterruptedException {
      return client.changes(collection, known, limit);
    }
  }

  @Override
  public List<AddressBook> list() throws SourceException, InterruptedException {
    return client.collections(address, DavCollectionType.ADDRESS_BOOK).stream()
        .<AddressBook>map(collection -> new Book(client, collection))
        .toList();
  }

  @Override
  public List<String> limitations() {
    return List.of("address books that others share with you under an account of their own");
  }
}
