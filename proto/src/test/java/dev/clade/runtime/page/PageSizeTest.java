package dev.clade.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class PageSizeTest {
  private static final PageSize SIZE = new PageSize(100, 1_000);

  @Test
  void zeroIsTheStandard() {
    assertThat(SIZE.of(0)).isEqualTo(100);
  }

  @Property
  void wishesAreGrantedUpToTheLargest(@ForAll @IntRange(min = 1) int requested) {
    assertThat(SIZE.of(requested)).isEqualTo(requested > 1_000 ? 1_000 : requested);
  }

  @Property
  void negativeSizesAreRefused(@ForAll @IntRange(min = Integer.MIN_VALUE, max = -1) int requested) {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(() -> SIZE.of(requested))
        .withMessage("page_size must be at least 0; it is \"%d\"", requested)
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.FIELD_OUT_OF_RANGE));
  }
}
