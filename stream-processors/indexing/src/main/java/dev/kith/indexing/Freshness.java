package dev.kith.indexing;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How soon documents are found: as the set-up says while indexing keeps up, and less soon while it
 * is far behind, when Elasticsearch would spend its time on making every few of them searchable.
 * For one thread; what it asks Elasticsearch for happens beside it.
 */
final class Freshness {
  private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);

  /** So many records behind, nobody expects to find the last one. */
  private static final long FAR = 20_000;

  private static final long NEAR = 2_000;

  /** What it is set with. */
  interface Knob {
    /** Makes documents searchable every few seconds only, or as soon as usual again. */
    void turn(boolean seldom) throws IOException;
  }

  private final Knob knob;
  private boolean seldom;
  private volatile boolean turning;
  private volatile boolean done;
  private volatile boolean refused;

  Freshness(Knob knob) {
    this.knob = knob;
  }

  /** Told now and then how many records are still to come. */
  void look(long behind) {
    boolean wished = behind > (seldom ? NEAR : FAR);
    if (turning || refused || (done && wished == seldom)) {
      return;
    }
    seldom = wished;
    turning = true;
    Thread.ofVirtual().name("freshness").start(() -> turn(wished));
  }

  /** Whether nothing is being asked for at the moment. */
  boolean isSettled() {
    return !turning;
  }

  private void turn(boolean wished) {
    try {
      knob.turn(wished);
      done = true;
    } catch (RefreshRefused e) {
      refused = true;
      LOG.info("documents stay searchable at the usual pace: {}", e.getMessage());
    } catch (IOException | RuntimeException e) {
      done = false;
      LOG.debug("how soon documents are found is not changed yet", e);
    } finally {
      turning = false;
    }
  }

  /** We may index, but not change settings of indices. */
  static final class RefreshRefused extends IOException {
    RefreshRefused(String message) {
      super(message);
    }
  }
}
