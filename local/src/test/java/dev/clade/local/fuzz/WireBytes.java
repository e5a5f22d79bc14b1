package dev.clade.local.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Bytes that are no message, or hardly one. */
final class WireBytes {
  /** More than any service takes. */
  private static final int TOO_LARGE = 7 << 20;

  /** Begin and end of a group with the number 15, which no message has. */
  private static final byte GROUP = 0x7b;

  private static final byte GROUP_END = 0x7c;

  private WireBytes() {}

  /** Spoils the bytes of a message. */
  static byte[] spoil(byte[] message, RandomGenerator random) {
    return switch (random.nextInt(12)) {
      case 0 -> Arrays.copyOf(message, random.nextInt(message.length + 1));
      case 1, 2 -> flipped(message, random);
      case 3 -> randomBytes(random.nextInt(60), random);
      case 4 -> join(message, filled(11 + random.nextInt(3), (byte) 0xff));
      case 5 -> nested(random.nextInt(50) == 0 ? 50_000 : 90 + random.nextInt(30));
      case 6 -> retyped(message, random);
      case 7 -> join(message, message);
      case 8 -> join(message, new byte[] {0x0a, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f});
      case 9 -> join(message, new byte[] {0x0a, 2, (byte) 0xc3, 0x28});
      case 10 -> join(new byte[] {0x00, 0x01}, message);
      default ->
          random.nextInt(60) == 0
              ? new byte[TOO_LARGE]
              : join(message, "\n\ud83d\0".getBytes(StandardCharsets.UTF_16BE));
    };
  }

  private static byte[] flipped(byte[] message, RandomGenerator random) {
    byte[] changed = message.clone();
    for (int flips = 1 + random.nextInt(3); flips > 0 && changed.length > 0; flips--) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  /** Another wire type in the first field's tag. */
  private static byte[] retyped(byte[] message, RandomGenerator random) {
    byte[] changed = message.length == 0 ? new byte[] {0x0a, 0} : message.clone();
    changed[0] = (byte) (changed[0] & ~7 | random.nextInt(8));
    return changed;
  }

  private static byte[] nested(int depth) {
    byte[] message = new byte[2 * depth];
    Arrays.fill(message, 0, depth, GROUP);
    Arrays.fill(message, depth, 2 * depth, GROUP_END);
    return message;
  }

  /** Returns so many random bytes. */
  static byte[] randomBytes(int length, RandomGenerator random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] filled(int length, byte value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, value);
    return bytes;
  }

  /** Returns one after the other. */
  static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
