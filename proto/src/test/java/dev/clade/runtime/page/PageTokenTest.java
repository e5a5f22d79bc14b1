package dev.clade.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.ListQuarantinedRecordsRequest;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import java.util.Base64;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class PageTokenTest {
  private static final ListArtifactsRequest FIRST_PAGE =
      ListArtifactsRequest.newBuilder().setAuthor("google").setPageSize(10).build();

  @Property
  void positionsComeBack(@ForAll String author, @ForAll String position, @ForAll int pageSize) {
    Assume.that(isEncodable(author) && isEncodable(position));
    ListArtifactsRequest first = ListArtifactsRequest.newBuilder().setAuthor(author).build();
    String token = PageToken.encode(first, position);
    assertThat(token).matches("[A-Za-z0-9_-]+");
    ListArtifactsRequest next = first.toBuilder().setPageToken(token).setPageSize(pageSize).build();
    assertThat(PageToken.decode(next)).contains(position);
    assertThat(PageToken.encode(next, position)).isEqualTo(token);
  }

  @Property
  void tokensOfOtherQueriesAreRefused(@ForAll String author, @ForAll String other) {
    Assume.that(isEncodable(author) && isEncodable(other) && !author.equals(other));
    String token =
        PageToken.encode(ListArtifactsRequest.newBuilder().setAuthor(author).build(), "p");
    assertRefused(
        ListArtifactsRequest.newBuilder().setAuthor(other).setPageToken(token).build(),
        Reason.PAGE_TOKEN_MISMATCH);
  }

  @Test
  void tokensOfOtherMethodsAreRefusedThoughTheirFieldsAreTheSame() {
    String token =
        PageToken.encode(ListQuarantinedRecordsRequest.newBuilder().setParent("a/b").build(), "p");
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(
            () ->
                PageToken.decode(
                    ListEvaluationsRequest.newBuilder()
                        .setParent("a/b")
                        .setPageToken(token)
                        .build()))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.PAGE_TOKEN_MISMATCH));
  }

  @Property
  void damagedTokensAreRefused(@ForAll @IntRange(max = 9) int at, @ForAll char replacement) {
    String token = PageToken.encode(FIRST_PAGE, "models/google-bert/bert-base-uncased");
    Assume.that(token.charAt(at) != replacement);
    String damaged = token.substring(0, at) + replacement + token.substring(at + 1);
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(() -> PageToken.decode(FIRST_PAGE.toBuilder().setPageToken(damaged).build()))
        .satisfies(
            thrown ->
                assertThat(thrown.reason())
                    .isIn(Reason.PAGE_TOKEN_INVALID, Reason.PAGE_TOKEN_MISMATCH));
  }

  @Property
  void nonsenseIsRefused(@ForAll String token) {
    Assume.that(isEncodable(token) && !token.isEmpty());
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(() -> PageToken.decode(FIRST_PAGE.toBuilder().setPageToken(token).build()))
        .satisfies(thrown -> assertThat(thrown.metadata()).containsEntry("field", "page_token"));
  }

  @Test
  void positionsThatAreNoTextAreRefused() {
    byte[] token = Base64.getUrlDecoder().decode(PageToken.encode(FIRST_PAGE, "ab"));
    token[token.length - 1] = (byte) 0xff;
    assertRefused(
        FIRST_PAGE.toBuilder()
            .setPageToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token))
            .build(),
        Reason.PAGE_TOKEN_INVALID);
  }

  @Test
  void theFirstPageHasNoPosition() {
    assertThat(PageToken.decode(FIRST_PAGE)).isEmpty();
  }

  private static void assertRefused(ListArtifactsRequest request, Reason reason) {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(() -> PageToken.decode(request))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(reason));
  }

  /** Lone surrogates are no Unicode text, and protobuf strings cannot hold them. */
  private static boolean isEncodable(String text) {
    return text.codePoints().noneMatch(code -> Character.getType(code) == Character.SURROGATE);
  }
}
