package dev.kith.standalone.supervision;

import dev.kith.embedded.server.ServerHeapSizes;

/** The heap sizes of the servers and of the process of the services. */
record HeapSizes(ServerHeapSizes servers, String services) {

  /** The heap sizes for a laptop: all parts together below 3 GB. */
  static HeapSizes usual() {
    ServerHeapSizes servers = ServerHeapSizes.usual();
    return new HeapSizes(
        Boolean.getBoolean("kith.quick") ? servers.quickToStart() : servers, "640m");
  }
}
