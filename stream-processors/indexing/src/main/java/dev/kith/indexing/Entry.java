package dev.kith.indexing;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record and what it means for the indices.
 *
 * @param origin the record as it was read, to be set aside if its document is refused
 * @param write what it means
 */
record Entry(ConsumerRecord<byte[], byte[]> origin, Write write) {

  boolean isRemoval() {
    return write instanceof Write.Remove;
  }

  /** Bytes of the document. */
  int size() {
    return write instanceof Write.Put put ? put.json().length : 0;
  }

  /** Bytes of the record that are held until the document is taken. */
  int held() {
    return Math.max(0, origin.serializedValueSize());
  }
}
