package dev.clade.valuation.game;

import java.util.stream.IntStream;

/**
 * A set of players. Players are numbered from 0 in the canonical order: sorted by contributor id.
 *
 * @param playerCount players of the game, 1 to {@value #MOST_PLAYERS}
 * @param members bit i is set when player i takes part
 */
public record Coalition(int playerCount, long members) implements Comparable<Coalition> {
  /** The most players that a game can have. */
  public static final int MOST_PLAYERS = 64;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when there are too few or many players, or a member is none
   */
  public Coalition {
    if (playerCount < 1 || playerCount > MOST_PLAYERS) {
      throw new IllegalArgumentException("player count must be 1 to 64: " + playerCount);
    }
    if ((members & ~everybody(playerCount)) != 0) {
      throw new IllegalArgumentException(
          "members must be among the %d players: %x".formatted(playerCount, members));
    }
  }

  /** Returns the coalition of nobody. */
  public static Coalition empty(int playerCount) {
    return new Coalition(playerCount, 0);
  }

  /** Returns the coalition of all players. */
  public static Coalition grand(int playerCount) {
    return new Coalition(playerCount, everybody(playerCount));
  }

  /**
   * Returns the coalition that {@link #toBytes()} wrote.
   *
   * @throws IllegalArgumentException when the length does not fit or a member is no player
   */
  public static Coalition fromBytes(int playerCount, byte[] bytes) {
    if (bytes.length != byteCount(playerCount)) {
      throw new IllegalArgumentException(
          "%d players take %d bytes, not %d"
              .formatted(playerCount, byteCount(playerCount), bytes.length));
    }
    long members = 0;
    for (int i = 0; i < bytes.length; i++) {
      members |= (bytes[i] & 0xFFL) << (Byte.SIZE * i);
    }
    return new Coalition(playerCount, members);
  }

  /** Returns the members as bytes: bit i of byte i/8 is player i; as few bytes as hold all. */
  public byte[] toBytes() {
    byte[] bytes = new byte[byteCount(playerCount)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (members >>> (Byte.SIZE * i));
    }
    return bytes;
  }

  /** Returns how many players take part. */
  public int size() {
    return Long.bitCount(members);
  }

  /** Tells whether a player takes part. */
  public boolean contains(int player) {
    return (members >>> player & 1) != 0;
  }

  /** Returns the coalition of all others. */
  public Coalition complement() {
    return new Coalition(playerCount, ~members & everybody(playerCount));
  }

  /** Orders by the number of players, then by members read as an unsigned number. */
  @Override
  public int compareTo(Coalition other) {
    int byCount = Integer.compare(playerCount, other.playerCount);
    return byCount != 0 ? byCount : Long.compareUnsigned(members, other.members);
  }

  /** Returns the players that take part, in order. */
  public IntStream players() {
    return IntStream.range(0, playerCount).filter(this::contains);
  }

  private static long everybody(int playerCount) {
    return -1L >>> (Long.SIZE - playerCount);
  }

  private static int byteCount(int playerCount) {
    return (playerCount + Byte.SIZE - 1) / Byte.SIZE;
  }
}
