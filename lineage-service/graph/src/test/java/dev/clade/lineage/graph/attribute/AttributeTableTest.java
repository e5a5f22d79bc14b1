package dev.clade.lineage.graph.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.testing.RandomRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeTableTest {
  /** What is put under an id; ids lie on several pages. */
  record Change(int name, Attributes attributes) {}

  @Property
  void everyViewStaysAsTheTableWasThen(@ForAll("changes") List<List<Change>> batches) {
    AttributeTable table = new AttributeTable();
    Map<Integer, Attributes> latest = new HashMap<>();
    List<AttributeView> views = new ArrayList<>();
    List<Map<Integer, Attributes>> expected = new ArrayList<>();
    for (List<Change> batch : batches) {
      for (Change change : batch) {
        table.put(change.name(), change.attributes());
        latest.put(change.name(), change.attributes());
      }
      views.add(table.view());
      expected.add(Map.copyOf(latest));
    }
    for (int i = 0; i < views.size(); i++) {
      for (int name = 0; name < 20_000; name += 500) {
        assertThat(views.get(i).get(name))
            .isEqualTo(expected.get(i).getOrDefault(name, Attributes.UNKNOWN));
      }
    }
  }

  @Test
  void equalWordsAndListsAreKeptOnce() {
    AttributeTable table = new AttributeTable();
    table.put(0, licensed("fill-mask", "mit", "apache-2.0"));
    table.put(1, licensed("translation", new String("mit"), new String("apache-2.0")));
    table.put(2, licensed(new String("translation"), "mit", "apache-2.0"));
    AttributeView view = table.view();
    assertThat(view.profile(0)).isNotEqualTo(view.profile(1));
    assertThat(view.profile(0).licenses()).isSameAs(view.profile(1).licenses());
    assertThat(view.profile(1)).isSameAs(view.profile(2));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-03-02T23:29:04.999Z, 2022-03-02T23:29:04Z",
    "1970-01-01T00:00:01Z,     1970-01-01T00:00:01Z",
    "2106-02-07T06:28:15Z,     2106-02-07T06:28:15Z",
    "2106-02-07T06:28:16Z,",
    "1970-01-01T00:00:00Z,",
    "1969-12-31T23:59:59Z,"
  })
  void timesAreKeptToTheSecondFrom1970To2106(Instant time, Instant kept) {
    AttributeTable table = new AttributeTable();
    table.put(7, new Attributes(Profile.UNKNOWN, Optional.of(time)));
    assertThat(table.view().createTime(7)).isEqualTo(Optional.ofNullable(kept));
  }

  @Provide
  Arbitrary<List<List<Change>>> changes() {
    Arbitrary<Integer> name = Arbitraries.integers().between(0, 39).map(i -> 500 * i);
    return Combinators.combine(name, RandomRecords.attributes())
        .as(Change::new)
        .list()
        .ofMaxSize(20)
        .list()
        .ofMaxSize(4);
  }

  private static Attributes licensed(String task, String... licenses) {
    return new Attributes(
        new Profile(task, "", List.of(licenses), List.of(), Availability.PUBLIC), Optional.empty());
  }
}
