package dev.clade.ingest.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Reads what hubs write into headers and lists. */
class HubAnswersTest {

  @Test
  void aRateLimitIsReadFromItsStructuredHeader() {
    assertThat(RateLimit.of(headers("RateLimit", "\"api\";r=489;t=137")))
        .contains(new RateLimit(489, Duration.ofSeconds(137)));
    assertThat(RateLimit.of(headers("ratelimit", "\"api\"; t=1; r=0")))
        .contains(new RateLimit(0, Duration.ofSeconds(1)));
    assertThat(RateLimit.of(headers("RateLimit", "limit=5"))).isEmpty();
    assertThat(RateLimit.of(headers("X", "y"))).isEmpty();
  }

  @Test
  void aPacerHoldsBackOnlyWhenTheWindowIsUsedUp() {
    AtomicLong clock = new AtomicLong();
    RequestPacer pacer = new RequestPacer(clock::get);
    assertThat(pacer.delay()).isZero();
    pacer.note(new RateLimit(1, Duration.ofSeconds(10)));
    assertThat(pacer.delay()).isZero();
    pacer.note(new RateLimit(0, Duration.ofSeconds(10)));
    assertThat(pacer.delay()).isGreaterThan(Duration.ofSeconds(10));
    clock.addAndGet(Duration.ofSeconds(11).toNanos());
    assertThat(pacer.delay()).isZero();
  }

  @Test
  void aWaitIsReadFromSecondsOrADateAndBounded() {
    assertThat(RetryAfter.of(headers("Retry-After", "120"))).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.of(headers("Retry-After", "999999"))).contains(Duration.ofHours(1));
    assertThat(RetryAfter.of(headers("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT")))
        .contains(Duration.ZERO);
    assertThat(RetryAfter.of(headers("Retry-After", "soon"))).isEmpty();
  }

  @Test
  void theNextPageIsTheLinkThatSaysSo() {
    assertThat(response("<http://hub/api/models?cursor=a>; rel=\"next\"").next())
        .contains(URI.create("http://hub/api/models?cursor=a"));
    assertThat(response("<http://hub/0>; rel=\"prev\", </api/models?cursor=b>; rel=next").next())
        .contains(URI.create("http://hub/api/models?cursor=b"));
    assertThat(response("<http://hub/0>; rel=\"prev\"").next()).isEmpty();
  }

  @Test
  void aListIsCutIntoItsEntriesByteForByte() throws Exception {
    byte[] list = " [ {\"id\":\"a/é\",\"x\":[1,{\"y\":\"]\"}]} ,{}, 7 ]".getBytes(UTF_8);

    assertThat(JsonPieces.of(list).stream().map(piece -> new String(piece, UTF_8)))
        .containsExactly("{\"id\":\"a/é\",\"x\":[1,{\"y\":\"]\"}]}", "{}", "7");
  }

  @Test
  void aListThatIsNotWholeIsWorthAskingForAgain() {
    for (String cut : List.of("", "[", "[{\"id\":\"a\"},", "[{\"id\":\"a", "{}", "<html>")) {
      assertThatExceptionOfType(HubBusyException.class)
          .as(cut)
          .isThrownBy(() -> JsonPieces.of(cut.getBytes(UTF_8)));
    }
  }

  @Test
  void legacyNamesStandForTheNamesOfTheirOrganizations() {
    assertThat(LegacyNames.candidates("models/BERT-base-uncased"))
        .startsWith("models/google-bert/bert-base-uncased")
        .hasSize(12);
    assertThat(LegacyNames.candidates("models/a/b")).isEmpty();
    assertThat(LegacyNames.candidates("datasets/glue")).isEmpty();
  }

  private static HubResponse response(String link) {
    return new HubResponse(
        URI.create("http://hub/api/models"), 200, headers("Link", link), new byte[0]);
  }

  private static HttpHeaders headers(String name, String value) {
    return HttpHeaders.of(Map.of(name, List.of(value)), (_, _) -> true);
  }
}
