package dev.kith.ingest.feedworld;

import dev.kith.ingest.Connector;
import dev.kith.ingest.testkit.ConnectorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FeedworldConnectorContractTest extends ConnectorContract {
  private static final String RECORDED =
      """
      17\t2026-03-04T05:06:07Z\tAnn\tbob\tFrogs are back
      18\tyesterday\tann\tbob\tHello
      19\t2026-03-05T05:06:07Z\tbob\tann\tWhere?
      20\t2026-03-06T05:06:07Z\tcat\tann\tAt the lake
      """;

  @TempDir private Path folder;

  @Override
  protected Connector connector() throws IOException {
    Path export = Files.writeString(folder.resolve("export.tsv"), RECORDED);
    return new FeedworldConnector("feedworld-ann", export, 2);
  }
}
