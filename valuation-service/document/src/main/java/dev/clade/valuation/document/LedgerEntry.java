package dev.clade.valuation.document;

import dev.clade.valuation.game.Coalition;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one training gave, as far as values depend on it.
 *
 * @param coalition who took part
 * @param replicate number of the training seed, from 0
 * @param position place in the plan, from 0
 * @param utilities by name, all finite
 * @param referenceHash identifies the network that measured them
 */
public record LedgerEntry(
    Coalition coalition,
    int replicate,
    int position,
    SortedMap<String, Double> utilities,
    String referenceHash) {

  /** Copies the map. */
  public LedgerEntry {
    utilities = Collections.unmodifiableSortedMap(new TreeMap<>(utilities));
  }

  /** Returns the coalition as text: one digit a contributor, 1 for who takes part. */
  public String members() {
    StringBuilder digits = new StringBuilder(coalition.playerCount());
    for (int i = 0; i < coalition.playerCount(); i++) {
      digits.append(coalition.contains(i) ? '1' : '0');
    }
    return digits.toString();
  }
}
