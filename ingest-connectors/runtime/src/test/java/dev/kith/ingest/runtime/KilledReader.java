package dev.kith.ingest.runtime;

/** A reader in a process of its own, to be killed. Arguments: servers, registry, prefix, items. */
final class KilledReader {
  private KilledReader() {}

  public static void main(String[] args) {
    var workspace = Workspace.of(args[0], args[1], args[2]);
    var connector = new CountingConnector(Integer.parseInt(args[3]));
    new ReadingLoop(connector, workspace.journal("killed"), new FakeLoopContext(1)).run();
  }
}
