package dev.kith.strength.count;

import dev.kith.schemas.Direction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * Counts in as few bytes as they need, about three for each, and four more for the fingerprint of
 * an activity. Steps that only forward them never unpack them. Equal counts have equal bytes.
 *
 * @param bytes the distinct attributes that occur, then for each count the days since the one
 *     before, the index of its attributes, the activity if it has one, and how many; empty for no
 *     counts
 */
public record PackedCounts(ByteBuffer bytes) {
  /** No interaction. */
  public static final PackedCounts NONE = new PackedCounts(ByteBuffer.allocate(0));

  private static final int LONGEST_COUNT = 3 * 5 + Integer.BYTES;

  /** What a count says beside the day, the activity and how many. */
  private record Attributes(Direction direction, String network, String kind, int recipients) {
    static Attributes of(InteractionCount count) {
      return new Attributes(count.direction(), count.network(), count.kind(), count.recipients());
    }

    static Attributes read(ByteBuffer from) {
      var direction = from.get() == 0 ? Direction.A_TO_B : Direction.B_TO_A;
      return new Attributes(direction, text(from), text(from), ByteUtils.readVarint(from));
    }

    void write(ByteBuffer to) {
      to.put((byte) (direction == Direction.A_TO_B ? 0 : 1));
      text(network, to);
      text(kind, to);
      ByteUtils.writeVarint(recipients, to);
    }

    int longest() {
      return 1 + 3 * 5 + 3 * (network.length() + kind.length());
    }

    /** An activity that was directed at several accounts has a fingerprint. */
    boolean hasActivity() {
      return recipients > 0;
    }

    InteractionCount count(int day, int activity, int number) {
      return new InteractionCount(day, direction, network, kind, recipients, activity, number);
    }
  }

  /** Packs counts. */
  public static PackedCounts of(InteractionCounts counts) {
    if (counts.isEmpty()) {
      return NONE;
    }
    Map<Attributes, Integer> distinct = new LinkedHashMap<>();
    counts.counts().forEach(count -> distinct.putIfAbsent(Attributes.of(count), distinct.size()));
    int longest = 5 + LONGEST_COUNT * counts.counts().size();
    var bytes =
        ByteBuffer.allocate(
            longest + distinct.keySet().stream().mapToInt(Attributes::longest).sum());
    ByteUtils.writeVarint(distinct.size(), bytes);
    distinct.keySet().forEach(attributes -> attributes.write(bytes));
    write(counts, distinct, bytes);
    return new PackedCounts(bytes.flip().asReadOnlyBuffer());
  }

  private static void write(
      InteractionCounts counts, Map<Attributes, Integer> distinct, ByteBuffer to) {
    int day = 0;
    for (InteractionCount count : counts.counts()) {
      // May wrap around between the two ends of time, and wraps back when it is read.
      ByteUtils.writeVarint(count.day() - day, to);
      Attributes attributes = Attributes.of(count);
      ByteUtils.writeVarint(distinct.getOrDefault(attributes, 0), to);
      if (attributes.hasActivity()) {
        to.putInt(count.activity());
      }
      ByteUtils.writeVarint(count.number(), to);
      day = count.day();
    }
  }

  /** Unpacks them. */
  public InteractionCounts counts() {
    if (isEmpty()) {
      return InteractionCounts.NONE;
    }
    ByteBuffer from = bytes.duplicate();
    List<Attributes> distinct = new ArrayList<>();
    for (int left = ByteUtils.readVarint(from); left > 0; left--) {
      distinct.add(Attributes.read(from));
    }
    List<InteractionCount> counts = new ArrayList<>();
    int day = 0;
    while (from.hasRemaining()) {
      day += ByteUtils.readVarint(from);
      Attributes attributes = distinct.get(ByteUtils.readVarint(from));
      int activity = attributes.hasActivity() ? from.getInt() : 0;
      counts.add(attributes.count(day, activity, ByteUtils.readVarint(from)));
    }
    return new InteractionCounts(counts);
  }

  /** True if there is no interaction. */
  public boolean isEmpty() {
    return !bytes.hasRemaining();
  }

  private static void text(String text, ByteBuffer to) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteUtils.writeVarint(bytes.length, to);
    to.put(bytes);
  }

  private static String text(ByteBuffer from) {
    byte[] bytes = new byte[ByteUtils.readVarint(from)];
    from.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
