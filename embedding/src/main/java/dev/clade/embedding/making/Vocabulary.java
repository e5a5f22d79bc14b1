package dev.clade.embedding.making;

import dev.clade.embedding.column.NormalScores;
import dev.clade.embedding.leak.LeakList;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongSet;

/**
 * What was counted over the repositories that a network learned from, and is needed to make
 * features of another.
 *
 * @param leaks what is taken out
 * @param boilerplate fingerprints of lines that are on more than one in 200 cards
 * @param cardWorth for each bucket of words the root of its inverse document frequency
 * @param tagWorth for each bucket of tags the same
 * @param scores quantiles of numbers
 * @param owners tokens of owners that were seen often enough
 */
public record Vocabulary(
    LeakList leaks,
    LongSet boilerplate,
    float[] cardWorth,
    float[] tagWorth,
    NormalScores scores,
    IntSet owners) {}
