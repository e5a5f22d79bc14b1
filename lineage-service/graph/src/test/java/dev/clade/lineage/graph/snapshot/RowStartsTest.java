package dev.clade.lineage.graph.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RowStartsTest {
  @Property
  void rowsLieBehindOneAnother(@ForAll @Size(max = 200) List<@IntRange(max = 3) Integer> sizes) {
    RowStarts rows = RowStarts.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    int edge = 0;
    for (int node = 0; node < sizes.size(); node++) {
      assertThat(rows.start(node)).isEqualTo(edge);
      edge += sizes.get(node);
      assertThat(rows.end(node)).isEqualTo(edge);
    }
  }
}
