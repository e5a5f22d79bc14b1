package dev.clade.embedding.answer;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.token.Bags;
import dev.clade.embedding.token.CardTokens;
import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The tokens of rows, made in blocks: the numbers that are made with them are for encoding and
 * would take several times their memory.
 */
final class RowTokens {
  private static final int BLOCK = 1_000;

  private RowTokens() {}

  /** Returns features of records whose numbers are all 0. */
  static FeatureTable of(FeatureMaker maker, List<RepositoryRecord> records) {
    ByteArrayList presence = new ByteArrayList(records.size());
    Joined card = new Joined();
    Joined tags = new Joined();
    Joined owners = new Joined();
    Joined names = new Joined();
    for (int from = 0; from < records.size(); from += BLOCK) {
      FeatureTable block =
          maker.table(records.subList(from, Math.min(records.size(), from + BLOCK)));
      presence.addElements(presence.size(), block.presence());
      card.add(block.card());
      tags.add(block.tags());
      owners.add(block.owners());
      names.add(block.names());
    }
    DenseRows none = new DenseRows(1, new float[records.size()]);
    return new FeatureTable(
        presence.toByteArray(),
        card.build(),
        tags.build(),
        none,
        none,
        none,
        owners.build(),
        names.build());
  }

  /** Returns the words of a text of each record, as words of a query are. */
  static TokenBags words(List<RepositoryRecord> records, Function<RepositoryRecord, String> text) {
    float[] once = new float[CardTokens.BUCKETS];
    Arrays.fill(once, 1);
    Bags bags = new Bags(CardTokens.BUCKETS);
    for (RepositoryRecord record : records) {
      bags.add(CardTokens.hash(CardTokens.query(text.apply(record))), once);
    }
    return bags.build();
  }

  /** Returns the same features without the words of cards. */
  static FeatureTable withoutCards(FeatureTable features) {
    return new FeatureTable(
        features.presence(),
        new TokenBags(
            features.card().buckets(), new int[features.rows() + 1], new int[0], new float[0]),
        features.tags(),
        features.numeric(),
        features.lineage(),
        features.activity(),
        features.owners(),
        features.names());
  }

  /** Bags one behind the other. */
  private static final class Joined {
    private final IntArrayList offsets = IntArrayList.of(0);
    private final IntArrayList tokens = new IntArrayList();
    private final FloatArrayList weights = new FloatArrayList();
    private int buckets = 1;

    void add(TokenBags bags) {
      buckets = bags.buckets();
      int before = tokens.size();
      for (int row = 1; row < bags.offsets().length; row++) {
        offsets.add(before + bags.offsets()[row]);
      }
      tokens.addElements(before, bags.tokens());
      weights.addElements(before, bags.weights());
    }

    TokenBags build() {
      return new TokenBags(
          buckets, offsets.toIntArray(), tokens.toIntArray(), weights.toFloatArray());
    }
  }
}
