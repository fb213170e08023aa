package dev.kith.benchmarks.search;

/**
 * One document to be indexed.
 *
 * @param id of the document
 * @param json the document
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record IndexDocument(String id, byte[] json) {}
