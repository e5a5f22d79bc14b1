package dev.clade.embedding.making;

import dev.clade.embedding.column.NormalScores;
import dev.clade.embedding.column.NumericColumns;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.token.CardBody;
import dev.clade.embedding.token.CardTokens;
import dev.clade.embedding.token.OwnerTokens;
import dev.clade.embedding.token.TagTokens;
import dev.clade.embedding.token.TokenHash;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts over a corpus what features need. It must have only rows that may be learned from. */
public final class VocabularyMaker {
  private static final double BOILERPLATE_SHARE = 0.005;
  private static final int BOILERPLATE_CARDS = 5;

  private VocabularyMaker() {}

  /**
   * Counts, in two passes: lines first, since words are counted without those on many cards.
   *
   * @param records of one snapshot, to which the snapshot rule was applied
   */
  public static Vocabulary count(Iterable<RepositoryRecord> records, LeakList leaks) {
    LongOpenHashSet boilerplate = boilerplate(records);
    int[] cardCounts = new int[CardTokens.BUCKETS];
    int[] tagCounts = new int[TagTokens.BUCKETS];
    List<double[]> numbers = new ArrayList<>();
    Int2IntOpenHashMap owners = new Int2IntOpenHashMap();
    int cards = 0;
    int rows = 0;
    for (RepositoryRecord record : records) {
      int[] words = CardTokens.hash(CardTokens.words(record, leaks, boilerplate));
      cards += words.length > 0 ? 1 : 0;
      rows++;
      countOnce(words, cardCounts);
      countOnce(TagTokens.hash(TagTokens.of(record, leaks)), tagCounts);
      numbers.add(NumericColumns.of(record));
      owners.addTo(OwnerTokens.hash(record.owner()), 1);
    }
    IntOpenHashSet known = new IntOpenHashSet();
    owners.int2IntEntrySet().stream()
        .filter(each -> each.getIntValue() >= OwnerTokens.FEWEST)
        .forEach(each -> known.add(each.getIntKey()));
    return new Vocabulary(
        leaks,
        boilerplate,
        worth(cardCounts, cards),
        worth(tagCounts, rows),
        NormalScores.of(numbers, NumericColumns.COUNT),
        known);
  }

  private static LongOpenHashSet boilerplate(Iterable<RepositoryRecord> records) {
    Long2IntOpenHashMap seen = new Long2IntOpenHashMap();
    int cards = 0;
    for (RepositoryRecord record : records) {
      if (!record.card().isBlank()) {
        cards++;
        CardBody.of(record.card()).lines().stream()
            .map(CardBody::normalised)
            .distinct()
            .forEach(line -> seen.addTo(TokenHash.fingerprint(line), 1));
      }
    }
    double least = Math.max(BOILERPLATE_CARDS, BOILERPLATE_SHARE * cards);
    LongOpenHashSet found = new LongOpenHashSet();
    seen.long2IntEntrySet().stream()
        .filter(each -> each.getIntValue() > least)
        .forEach(each -> found.add(each.getLongKey()));
    return found;
  }

  private static void countOnce(int[] tokens, int[] counts) {
    Arrays.stream(tokens).distinct().forEach(token -> counts[token]++);
  }

  /** The root of the smoothed inverse document frequency, at least 1. */
  private static float[] worth(int[] counts, int documents) {
    float[] worth = new float[counts.length];
    for (int token = 0; token < worth.length; token++) {
      worth[token] = (float) Math.sqrt(1 + Math.log((documents + 1.0) / (counts[token] + 1.0)));
    }
    return worth;
  }
}
