/**
 * The part of Elasticsearch's analysis-common module that Kith's mappings use, for a node without
 * that module: the same names, settings and Lucene classes.
 */
@NullMarked
package dev.kith.analysis;

import org.jspecify.annotations.NullMarked;
