/**
 * The part of Elasticsearch's own analysis-common module that Kith's mappings use, for a node that
 * comes without that module: same names, same settings, same Lucene classes behind them.
 */
@NullMarked
package dev.kith.analysis;

import org.jspecify.annotations.NullMarked;
