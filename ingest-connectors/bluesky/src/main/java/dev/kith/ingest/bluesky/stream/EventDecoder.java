package dev.kith.ingest.bluesky.stream;

/** Decodes the messages of one kind of stream; never fails. */
public interface EventDecoder {
  /** Decodes a message. Records that are not relevant may be left out. */
  RepoEvent decode(byte[] message, Relevance relevance);
}
