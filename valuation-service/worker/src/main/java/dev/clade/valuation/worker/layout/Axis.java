package dev.clade.valuation.worker.layout;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis of a weight tensor.
 *
 * @param parts the channels that lie along it, in order
 */
public record Axis(List<Channels> parts) {
  /** Copies the parts. */
  public Axis {
    parts = List.copyOf(parts);
  }

  /** Returns an axis along which some channels lie one after another. */
  public static Axis of(Channels... parts) {
    return new Axis(List.of(parts));
  }

  /** Returns an axis of channels that are never removed. */
  public static Axis fixed(int channels) {
    return of(new FixedChannels(channels));
  }

  /** Returns the axis's length. */
  public int size() {
    return parts.stream().mapToInt(Channels::channels).reduce(0, Math::addExact);
  }

  /**
   * Returns the places along the axis that stay.
   *
   * @param keptUnits by group, the units that stay, in rising order
   */
  int[] keptPlaces(List<int[]> keptUnits) {
    IntStream.Builder kept = IntStream.builder();
    int offset = 0;
    for (Channels part : parts) {
      switch (part) {
        case FixedChannels(int channels) -> add(kept, offset, channels);
        case ChannelGroup(int index, int units, int channelsPerUnit) -> {
          for (int unit : keptUnits.get(index)) {
            add(kept, offset + unit * channelsPerUnit, channelsPerUnit);
          }
        }
      }
      offset += part.channels();
    }
    return kept.build().toArray();
  }

  private static void add(IntStream.Builder places, int first, int count) {
    IntStream.range(first, first + count).forEach(places::add);
  }
}
