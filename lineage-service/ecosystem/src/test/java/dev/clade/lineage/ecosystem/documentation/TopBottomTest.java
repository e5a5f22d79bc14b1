package dev.clade.lineage.ecosystem.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.statistics.Welch;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TopBottomTest {
  /** Likes and downloads rank the rows the other way round. */
  @Test
  void comparesTopAndBottomByEachMeasure() {
    double[] scores = {.9, .8, .5, .3, .1};
    TreeMap<String, long[]> measures = new TreeMap<>();
    measures.put("likes", new long[] {5, 4, 3, 2, 2});
    measures.put("downloads", new long[] {1, 2, 3, 4, 5});
    List<TopBottom> found = TopBottom.of(scores, measures, 2);
    assertThat(found).extracting(TopBottom::measure).containsExactly("downloads", "likes");
    TopBottom likes = found.get(1);
    assertThat(likes.top()).isCloseTo(.85, within(1e-12));
    assertThat(likes.bottom()).isCloseTo(.2, within(1e-12));
    assertThat(likes.test()).isEqualTo(Welch.greater(new double[] {.9, .8}, new double[] {.3, .1}));
    assertThat(likes.adjusted()).isCloseTo(2 * likes.test().pValue(), within(1e-15));
    assertThat(likes.isLarger()).isFalse();
    assertThat(found.get(0).adjusted()).isGreaterThan(.9);
  }

  @Test
  void refusesTopsThatOverlap() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopBottom.of(new double[5], new TreeMap<>(), 3))
        .withMessage("size must be 2 to half of 5, not 3");
  }

  @Test
  void theShareOfFieldsThatAreThere() {
    MetadataFields fields = MetadataFields.shipped();
    assertThat(fields.names()).hasSize(7).contains("license", "pipeline_tag");
    assertThat(fields.share(Set.of("license", "region")::contains)).isEqualTo(1 / 7.0);
    assertThatIllegalArgumentException().isThrownBy(() -> new MetadataFields(Set.of()));
  }
}
