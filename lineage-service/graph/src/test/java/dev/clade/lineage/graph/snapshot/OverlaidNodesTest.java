package dev.clade.lineage.graph.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Numbers and keys, held against a list that nodes are added to. */
class OverlaidNodesTest {
  private static final int FIRST_FRESH_NAME = 1_000;

  @Property(tries = 200)
  void everyNodeHasItsPlaceAndKeepsItsKey(
      @ForAll @IntRange(max = 20) int older,
      @ForAll @IntRange(max = 30) int fresh,
      @ForAll Random random) {
    int[] names = IntStream.range(0, older).map(node -> 10 * node).toArray();
    BitSet catalogued = new BitSet();
    IntStream.range(0, older).filter(node -> node % 3 == 0).forEach(catalogued::set);
    OverlaidNodes nodes = new OverlaidNodes(new SortedNodes(names, (BitSet) catalogued.clone()));
    List<Integer> keys = new ArrayList<>(IntStream.range(0, older).boxed().toList());
    for (int i = 0; i < fresh; i++) {
      int place = random.nextInt(keys.size() + 1);
      nodes = nodes.with(FIRST_FRESH_NAME + i, place);
      keys.add(place, older + i);
      if (random.nextBoolean()) {
        nodes = nodes.withRecord(older + i);
        catalogued.set(older + i);
      }
    }
    assertThat(nodes.count()).isEqualTo(keys.size());
    assertThat(nodes.cataloguedCount()).isEqualTo(catalogued.cardinality());
    for (int number = 0; number < keys.size(); number++) {
      int key = keys.get(number);
      assertThat(nodes.key(number)).isEqualTo(key);
      assertThat(nodes.number(key)).isEqualTo(number);
      assertThat(nodes.name(number)).isEqualTo(key < older ? names[key] : nameOf(key - older));
      assertThat(nodes.isCatalogued(number)).isEqualTo(catalogued.get(key));
    }
  }

  private static int nameOf(int arrival) {
    return FIRST_FRESH_NAME + arrival;
  }
}
