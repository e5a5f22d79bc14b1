package dev.clade.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.v1.License;
import dev.clade.lineage.v1.ListLicensesResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PagesTest {
  @Test
  void thePagesBecomeOneAnswer() {
    Map<String, ListLicensesResponse> pages =
        Map.of("", page("a", "2"), "2", page("b", "3"), "3", page("c", ""));
    ListLicensesResponse whole = Pages.all(pages::get);
    assertThat(whole)
        .isEqualTo(
            ListLicensesResponse.newBuilder()
                .addLicenses(license("a"))
                .addLicenses(license("b"))
                .addLicenses(license("c"))
                .setTotalCount(3)
                .build());
  }

  @Test
  void aSinglePageIsTheAnswer() {
    ListLicensesResponse whole = Pages.all(token -> page("a", ""));
    assertThat(whole).isEqualTo(page("a", ""));
  }

  private static ListLicensesResponse page(String id, String next) {
    return ListLicensesResponse.newBuilder()
        .addLicenses(license(id))
        .setNextPageToken(next)
        .setTotalCount(3)
        .build();
  }

  private static License.Builder license(String id) {
    return License.newBuilder().setId(id);
  }
}
