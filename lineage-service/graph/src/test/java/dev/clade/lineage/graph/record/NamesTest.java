package dev.clade.lineage.graph.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class NamesTest {
  @Property
  void comparisonsAreThoseOfResourceNames(
      @ForAll @StringLength(min = 1, max = 5) @CharRange(from = '-', to = 'z') String left,
      @ForAll @StringLength(min = 1, max = 5) @CharRange(from = '-', to = 'z') String right) {
    RecordTable table = new RecordTable();
    ArtifactName other = new ArtifactName(ArtifactKind.DATASET, right);
    table.put(new ArtifactRecord(ArtifactName.model(left), List.of()));
    table.put(new ArtifactRecord(ArtifactName.model(right + "x"), List.of()));
    table.put(new ArtifactRecord(other, List.of()));
    Names names = table.names();
    for (int a = 0; a < names.count(); a++) {
      for (int b = 0; b < names.count(); b++) {
        String nameOfA = names.get(a).toString();
        String nameOfB = names.get(b).toString();
        assertThat(Integer.signum(names.compare(a, b)))
            .isEqualTo(Integer.signum(nameOfA.compareTo(nameOfB)))
            .isEqualTo(Integer.signum(names.compare(a, names.get(b))));
        assertThat(Integer.signum(names.compareFolded(a, b)))
            .isEqualTo(Integer.signum(lower(nameOfA).compareTo(lower(nameOfB))))
            .isEqualTo(Integer.signum(names.compareFolded(a, names.get(b))));
      }
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
