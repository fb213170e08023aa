package dev.kith.ingest.contacts.book;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.webdav.DavChanges;
import dev.kith.ingest.webdav.SyncState;

/** One address book; its items are vCards. */
public interface AddressBook {

  /** Under which its state is stored. */
  String key();

  /** What has changed in it. */
  DavChanges changes(SyncState known, int limit) throws SourceException, InterruptedException;
}
