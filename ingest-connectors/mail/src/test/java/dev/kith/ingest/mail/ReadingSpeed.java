package dev.kith.ingest.mail;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.mbox.MboxConnector;
import dev.kith.ingest.mail.mbox.MboxFileLister;
import dev.kith.ingest.mail.mbox.MboxFormat;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.schemas.Visibility;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** How many messages a second are read of an archive given as argument. */
final class ReadingSpeed {
  private static final int ROUNDS = 3;

  private ReadingSpeed() {}

  public static void main(String[] args) throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      long began = System.nanoTime();
      long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long activities = read(Path.of(args[0]));
      double seconds = (System.nanoTime() - began) / 1e9;
      double busy =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore) / 1e9;
      System.out.printf(
          "round %d: %d activities in %.1f s (%.1f s of one processor): %.0f activities/s%n",
          round, activities, seconds, busy, activities / seconds);
    }
  }

  private static long read(Path archive) throws Exception {
    var reader = TestMails.parser(Visibility.PRIVATE, null);
    long activities = 0;
    try (var connector =
        new MboxConnector(
            "speed",
            new MboxFileLister(archive, DiscardedPolicy.EXCLUDE),
            reader,
            MboxFormat.AUTO,
            PageLimits.DEFAULT)) {
      Cursor cursor = Cursor.START;
      Page page = connector.read(cursor);
      while (!page.isEmptyAfter(cursor)) {
        activities += page.activities().size();
        connector.committed(page);
        cursor = page.next();
        page = connector.read(cursor);
      }
    }
    return activities;
  }
}
