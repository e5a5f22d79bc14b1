package dev.clade.lineage.graph.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Names that partly were sorted in and partly are new, held against a sorted set. */
class NamesTest {
  private static final Comparator<ArtifactName> ORDER =
      Comparator.<ArtifactName, String>comparing(name -> lower(name.toString()))
          .thenComparing(ArtifactName::toString);

  @Property(tries = 200)
  void namesAreInOrderAndFoundByIt(
      @ForAll("names") List<ArtifactName> early, @ForAll("names") List<ArtifactName> late) {
    TreeSet<ArtifactName> expected = new TreeSet<>(ORDER);
    RecordTable table = new RecordTable();
    for (ArtifactName name : early) {
      table.put(new ArtifactRecord(name, List.of()));
      expected.add(name);
    }
    table.tidy();
    for (ArtifactName name : late) {
      table.put(new ArtifactRecord(name, List.of()));
      expected.add(name);
    }
    Names names = table.names();
    int[] order = table.order();
    assertThat(Arrays.stream(order).mapToObj(names::get).toList()).isEqualTo(List.copyOf(expected));
    for (int i = 0; i < order.length; i++) {
      assertThat(names.kind(order[i])).isEqualTo(names.get(order[i]).kind());
      if (i > 0) {
        assertThat(names.equalsFolded(order[i - 1], order[i]))
            .isEqualTo(equalsFolded(names.get(order[i - 1]), names.get(order[i])));
      }
    }
    List<ArtifactName> sought = new ArrayList<>(early);
    sought.addAll(late);
    sought.addAll(early.stream().map(NamesTest::upper).toList());
    for (ArtifactName name : sought) {
      IntPredicate before = names.before(name);
      IntPredicate beforeFolded = names.beforeFolded(name);
      for (int id : order) {
        ArtifactName other = names.get(id);
        assertThat(before.test(id)).isEqualTo(ORDER.compare(other, name) < 0);
        assertThat(beforeFolded.test(id))
            .isEqualTo(lower(other.toString()).compareTo(lower(name.toString())) < 0);
        assertThat(names.equalsFolded(id, name)).isEqualTo(equalsFolded(other, name));
      }
    }
  }

  /** Up to forty names, so some blocks, with much in common and of one or two bytes' lengths. */
  @Provide
  Arbitrary<List<ArtifactName>> names() {
    Arbitrary<String> id =
        Combinators.combine(
                Arbitraries.strings().withChars("aAb-/z").ofMinLength(1).ofMaxLength(4),
                Arbitraries.of(0, 0, 0, 1, 255, 300))
            .as((start, length) -> start + "x".repeat(length));
    return Combinators.combine(Arbitraries.of(ArtifactKind.values()), id)
        .as(ArtifactName::new)
        .list()
        .ofMaxSize(40);
  }

  private static boolean equalsFolded(ArtifactName left, ArtifactName right) {
    return left.toString().equalsIgnoreCase(right.toString());
  }

  private static ArtifactName upper(ArtifactName name) {
    return new ArtifactName(name.kind(), name.id().toUpperCase(Locale.ROOT));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
