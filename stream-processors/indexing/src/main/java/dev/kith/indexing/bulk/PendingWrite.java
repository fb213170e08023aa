package dev.kith.indexing.bulk;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record and what it changes in the indices.
 *
 * @param origin the record as it was read; it becomes a dead letter if its document is refused
 * @param write what it changes
 */
public record PendingWrite(ConsumerRecord<byte[], byte[]> origin, DocumentWrite write) {

  boolean isRemoval() {
    return write instanceof DocumentWrite.Remove;
  }

  /** Bytes of the document. */
  public int size() {
    return write instanceof DocumentWrite.Put put ? put.json().length : 0;
  }

  /** Bytes of the record that are held until the document is taken. */
  int held() {
    return Math.max(0, origin.serializedValueSize());
  }
}
