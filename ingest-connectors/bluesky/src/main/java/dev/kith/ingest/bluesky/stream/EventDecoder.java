package dev.kith.ingest.bluesky.stream;

/** Decodes the messages of one kind of stream; never fails. */
public interface EventDecoder {
  /** The event in the message. Records that the relevance does not want may be left out. */
  RepoEvent decode(byte[] message, Relevance relevance);
}
