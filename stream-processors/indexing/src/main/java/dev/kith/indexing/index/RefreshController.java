package dev.kith.indexing.index;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Controls how often Elasticsearch refreshes the indices: as the set-up says while indexing keeps
 * up, and rarely while it is far behind, because each refresh costs time. For one thread; the
 * requests to Elasticsearch run beside it.
 */
public final class RefreshController {
  private static final Logger LOG = LoggerFactory.getLogger(RefreshController.class);

  /** With a larger lag than this, refreshes are rare. */
  private static final long LARGE_LAG = 20_000;

  private static final long SMALL_LAG = 2_000;

  /** The setting of the indices. */
  public interface RefreshSetting {
    /** Refreshes every few seconds only, or as often as usual again. */
    void apply(boolean rarely) throws IOException;
  }

  private final RefreshSetting setting;
  private boolean rarely;
  private volatile boolean applying;
  private volatile boolean done;
  private volatile boolean refused;

  public RefreshController(RefreshSetting setting) {
    this.setting = setting;
  }

  /** Called now and then with the lag in records. */
  public void update(long lag) {
    boolean wished = lag > (rarely ? SMALL_LAG : LARGE_LAG);
    if (applying || refused || (done && wished == rarely)) {
      return;
    }
    rarely = wished;
    applying = true;
    Thread.ofVirtual().name("refresh").start(() -> apply(wished));
  }

  /** True if no request is under way. */
  boolean isSettled() {
    return !applying;
  }

  private void apply(boolean wished) {
    try {
      setting.apply(wished);
      done = true;
    } catch (RefreshRefused e) {
      refused = true;
      LOG.info("the refresh interval stays as it is: {}", e.getMessage());
    } catch (IOException | RuntimeException e) {
      done = false;
      LOG.debug("the refresh interval is not changed yet", e);
    } finally {
      applying = false;
    }
  }

  /** Thrown if settings of indices may not be changed. */
  static final class RefreshRefused extends IOException {
    RefreshRefused(String message) {
      super(message);
    }
  }
}
