package dev.clade.valuation.study.split;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.study.data.LabelledImages;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Images by contributor, and labelled ones that nobody owns.
 *
 * @param name what it is called by
 * @param reference what the reference classifier and all metrics are made from
 * @param others further references by name, with other labels; their utilities are called {@code
 *     NAME.UTILITY}
 * @param contributions by player
 */
public record Split(
    String name,
    LabelledImages reference,
    SortedMap<String, LabelledImages> others,
    List<Contribution> contributions) {
  /** Keeps unchangeable copies. */
  public Split {
    others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    contributions = List.copyOf(contributions);
  }

  /** Makes a split with one reference. */
  public Split(String name, LabelledImages reference, List<Contribution> contributions) {
    this(name, reference, new TreeMap<>(), contributions);
  }

  /** Returns how many contributors there are. */
  public int playerCount() {
    return contributions.size();
  }

  /** Returns the images of a coalition, contributor after contributor. */
  public LabelledImages images(Coalition coalition) {
    return coalition
        .players()
        .mapToObj(player -> contributions.get(player).images())
        .reduce(reference.range(0, 0), LabelledImages::and);
  }

  /** Returns the player with a character, the first if there are several. */
  public int player(Contribution.Character character) {
    for (int player = 0; player < playerCount(); player++) {
      if (contributions.get(player).character() == character) {
        return player;
      }
    }
    throw new IllegalArgumentException("no contributor of %s is %s".formatted(name, character));
  }
}
