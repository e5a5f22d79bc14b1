package dev.clade.lineage.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EdgeLabelTest {
  @Property
  void aLabelHoldsTypeAndOrigin(@ForAll RelationType type, @ForAll RelationOrigin origin) {
    byte label = EdgeLabel.of(type, origin);
    assertThat(EdgeLabel.type(label)).isEqualTo(type);
    assertThat(EdgeLabel.origin(label)).isEqualTo(origin);
    assertThat(label).isNotNegative();
  }

  @Property
  void filtersAcceptTheirTypesOnly(
      @ForAll List<RelationType> types, @ForAll RelationType type, @ForAll RelationOrigin origin) {
    assertThat(RelationFilter.of(types).accepts(EdgeLabel.of(type, origin)))
        .isEqualTo(types.contains(type));
  }

  @Property
  void derivationsAreTheRelationsToBaseModels(@ForAll RelationType type) {
    boolean toOther =
        List.of(RelationType.TRAINED_ON, RelationType.USED_IN, RelationType.PAPER).contains(type);
    assertThat(RelationFilter.DERIVATIONS.accepts(EdgeLabel.of(type, RelationOrigin.DECLARED)))
        .isEqualTo(!toOther);
    assertThat(RelationFilter.ALL.accepts(EdgeLabel.of(type, RelationOrigin.INFERRED))).isTrue();
  }
}
