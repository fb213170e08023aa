package dev.kith.flow;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds what all stores on disk of this process take of memory together. By default each of them
 * would have its own 50 MB of blocks and 48 MB of write buffers, and there are dozens.
 */
public final class BoundedRocksDbConfig implements RocksDBConfigSetter {
  /** Streams property: megabytes for blocks and write buffers together. */
  static final String MEGABYTES = "kith.rocksdb.megabytes";

  private static final String DEFAULT_MEGABYTES = "128";
  private static final int WRITE_BUFFER = 4 * 1024 * 1024;

  private static @Nullable Budget shared;

  /** The memory, as RocksDB counts it: write buffers take their part out of the block cache. */
  private record Budget(Cache blocks, WriteBufferManager writeBuffers) {
    static Budget of(long megabytes) {
      long bytes = megabytes * 1024 * 1024;
      var blocks = new LRUCache(bytes);
      return new Budget(blocks, new WriteBufferManager(bytes / 2, blocks));
    }
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    Budget budget = shared(configs);
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(budget.blocks());
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(budget.writeBuffers());
    options.setWriteBufferSize(WRITE_BUFFER);
    options.setMaxWriteBufferNumber(2);
  }

  /** The budget belongs to the process and outlives each store. */
  @Override
  public void close(String store, Options options) {}

  private static synchronized Budget shared(Map<String, Object> configs) {
    Budget budget = shared;
    if (budget == null) {
      Object megabytes = configs.getOrDefault(MEGABYTES, DEFAULT_MEGABYTES);
      budget = Budget.of(Long.parseLong(megabytes.toString()));
      shared = budget;
    }
    return budget;
  }
}
