package dev.clade.valuation.game.quotient;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Players put together by the evidence that their data are near-duplicates. The clusters are the
 * players of the quotient game, whose utilities are those of the same table: a coalition of
 * clusters is that of all their members.
 *
 * @param clusters of one game, at least one; each has somebody and no two share anybody. Players in
 *     none take no part
 */
public record Clusters(List<Coalition> clusters) {

  /**
   * Checks and orders by the first member.
   *
   * @throws IllegalArgumentException when there is none, one is empty, or two share a player
   */
  public Clusters {
    long seen = 0;
    for (Coalition cluster : clusters) {
      if (cluster.size() == 0
          || (seen & cluster.members()) != 0
          || cluster.playerCount() != clusters.getFirst().playerCount()) {
        throw new IllegalArgumentException(
            "clusters must have somebody and share nobody: " + clusters);
      }
      seen |= cluster.members();
    }
    if (clusters.isEmpty()) {
      throw new IllegalArgumentException("there must be a cluster");
    }
    clusters =
        clusters.stream()
            .sorted(Comparator.comparingInt(each -> Long.numberOfTrailingZeros(each.members())))
            .toList();
  }

  /**
   * Returns the clusters of a similarity partition; contributors that it does not name are alone.
   *
   * @param contributors ids in the order of players
   * @param similar sets of ids, disjoint
   * @throws IllegalArgumentException when a set names nobody of them, or two name the same
   */
  public static Clusters of(List<String> contributors, List<Set<String>> similar) {
    List<Coalition> clusters = new ArrayList<>();
    for (Set<String> ids : similar) {
      if (!contributors.containsAll(ids)) {
        throw new IllegalArgumentException(
            "cluster names contributors that there are not: %s".formatted(ids));
      }
      clusters.add(coalition(contributors.size(), i -> ids.contains(contributors.get(i))));
    }
    for (int player = 0; player < contributors.size(); player++) {
      String id = contributors.get(player);
      if (similar.stream().noneMatch(each -> each.contains(id))) {
        clusters.add(new Coalition(contributors.size(), 1L << player));
      }
    }
    return new Clusters(clusters);
  }

  /** Returns the clusters of one player each. */
  public static Clusters singletons(int playerCount) {
    return new Clusters(
        IntStream.range(0, playerCount)
            .mapToObj(player -> new Coalition(playerCount, 1L << player))
            .toList());
  }

  /**
   * Returns the clusters without some players; those that lose everybody are gone.
   *
   * @throws IllegalArgumentException when nobody is left
   */
  public Clusters without(Coalition players) {
    return new Clusters(
        clusters.stream()
            .map(each -> new Coalition(each.playerCount(), each.members() & ~players.members()))
            .filter(each -> each.size() > 0)
            .toList());
  }

  /** Returns the utilities of the quotient game: the rows of coalitions of whole clusters. */
  public UtilityTable quotient(UtilityTable table) {
    table.requirePlayers(clusters.getFirst().playerCount());
    return table.part(
        clusters.size(),
        coalition -> {
          Coalition inside = coalition(clusters.size(), i -> contains(coalition, clusters.get(i)));
          long members =
              inside.players().mapToLong(i -> clusters.get(i).members()).reduce(0, (a, b) -> a | b);
          return members == coalition.members() ? Optional.of(inside) : Optional.empty();
        });
  }

  /**
   * Splits the values of clusters among their members.
   *
   * @param solution of the quotient game
   * @param weights of all players, at least 0, such as {@link FirstSupplied#weights}: a member's
   *     part in its cluster; equal parts where all are 0
   * @return values of all players, 0 of those in no cluster; intervals are parts of the clusters',
   *     and ranks and diagnostics theirs
   */
  public Solution split(Solution solution, double[] weights) {
    PlayerValue[] values = new PlayerValue[clusters.getFirst().playerCount()];
    for (int cluster = 0; cluster < clusters.size(); cluster++) {
      Coalition members = clusters.get(cluster);
      PlayerValue value = solution.values().get(cluster);
      double sum = members.players().mapToDouble(player -> weights[player]).sum();
      members
          .players()
          .forEach(
              player ->
                  values[player] =
                      part(value, sum == 0 ? 1.0 / members.size() : weights[player] / sum));
    }
    return new Solution(
        IntStream.range(0, values.length)
            .mapToObj(i -> values[i] == null ? new PlayerValue(0, 0, 0, 0, 0) : values[i])
            .toList(),
        solution.diagnostics());
  }

  private static PlayerValue part(PlayerValue value, double part) {
    return new PlayerValue(
        part * value.value(),
        part * value.standardError(),
        part * value.lower(),
        part * value.upper(),
        value.rank());
  }

  private static boolean contains(Coalition coalition, Coalition cluster) {
    return (cluster.members() & ~coalition.members()) == 0;
  }

  private static Coalition coalition(int count, IntPredicate member) {
    return new Coalition(
        count,
        IntStream.range(0, count)
            .filter(member)
            .mapToLong(i -> 1L << i)
            .reduce(0, (members, each) -> members | each));
  }
}
