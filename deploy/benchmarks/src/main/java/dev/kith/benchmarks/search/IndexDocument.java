package dev.kith.benchmarks.search;

/**
 * A document to be indexed.
 *
 * @param id id of the document
 * @param json the document as JSON
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record IndexDocument(String id, byte[] json) {}
