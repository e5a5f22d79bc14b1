package dev.clade.valuation.game;

import java.util.List;
import java.util.Optional;

/**
 * A partition of players into unions, such as the contributors of organizations.
 *
 * @param all the unions, in order; each player is in exactly one
 */
public record Unions(List<Coalition> all) {

  /**
   * Checks the partition.
   *
   * @throws IllegalArgumentException when a player is in none or in two, or a union is empty
   */
  public Unions {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there must be a union");
    }
    int playerCount = all.getFirst().playerCount();
    long members = 0;
    for (Coalition union : all) {
      if (union.playerCount() != playerCount
          || union.size() == 0
          || (members & union.members()) != 0) {
        throw new IllegalArgumentException("unions must share nobody and have somebody: " + all);
      }
      members |= union.members();
    }
    if (members != Coalition.grand(playerCount).members()) {
      throw new IllegalArgumentException("unions must hold all players: " + all);
    }
  }

  /** Returns how many players all unions have together. */
  public int playerCount() {
    return all.getFirst().playerCount();
  }

  /** Returns the players of whole unions, given which unions take part. */
  public Coalition players(Coalition unions) {
    return new Coalition(
        playerCount(), unions.players().mapToLong(union -> all.get(union).members()).sum());
  }

  /**
   * Returns all other unions with some members of one.
   *
   * @param union the one
   * @param members which of its members, counted from 0 in the order of players
   */
  public Coalition inside(int union, Coalition members) {
    int[] players = all.get(union).players().toArray();
    return new Coalition(
        playerCount(),
        all.get(union).complement().members()
            | members.players().mapToLong(member -> 1L << players[member]).sum());
  }

  /** Returns which unions take part; nothing when one is there in part. */
  public Optional<Coalition> whole(Coalition players) {
    long whole = 0;
    for (int union = 0; union < all.size(); union++) {
      long there = all.get(union).members() & players.members();
      if (there == all.get(union).members()) {
        whole |= 1L << union;
      } else if (there != 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new Coalition(all.size(), whole));
  }

  /** Returns which members of a union take part; nothing when another union is not all there. */
  public Optional<Coalition> within(int union, Coalition players) {
    Coalition others = all.get(union).complement();
    if ((others.members() & ~players.members()) != 0) {
      return Optional.empty();
    }
    int[] members = all.get(union).players().toArray();
    long within = 0;
    for (int member = 0; member < members.length; member++) {
      within |= players.contains(members[member]) ? 1L << member : 0;
    }
    return Optional.of(new Coalition(members.length, within));
  }
}
