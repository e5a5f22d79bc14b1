package dev.clade.ingest.hub;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.ContextualSupplier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Asks one hub. It obeys the hub's rate limit before it is hit, waits as long as the hub wishes
 * when it is hit all the same, and repeats what failed in passing, with jitter. Redirects are told,
 * not followed: they are renamings. It blocks; threads may be interrupted.
 */
final class HubClient implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(HubClient.class);
  private static final Duration FIRST_RETRY = Duration.ofMillis(500);
  private static final Duration LAST_RETRY = Duration.ofMinutes(1);

  private static final Duration NO_WISH = Duration.ofNanos(-1);

  /** Of a pause, up or down, so that instances do not ask in step. */
  private static final double JITTER = 0.25;

  private final HubConfig config;
  private final HttpClient http;
  private final RequestPacer pacer;
  private final FailsafeExecutor<Object> retries;
  private long requests;
  private Instant firstAnswerTime;

  /**
   * Makes a client.
   *
   * @param requests requests made before, on which this one counts on
   * @param pacer the hub's, which all its clients share
   */
  HubClient(HubConfig config, long requests, RequestPacer pacer) {
    this.pacer = pacer;
    this.config = config;
    this.requests = requests;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(config.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    RetryPolicy<Object> policy =
        RetryPolicy.builder()
            .handle(IOException.class)
            .abortOn(HubAnswerException.class)
            .withMaxRetries(config.mostRetries())
            .withBackoff(FIRST_RETRY, LAST_RETRY)
            .withJitter(JITTER)
            .withDelayFnOn(
                failure -> wish((HubBusyException) failure.getLastException()),
                HubBusyException.class)
            .onRetry(
                event ->
                    LOG.warnf(
                        "asking %s again (%d): %s",
                        config.url(),
                        event.getAttemptCount(),
                        event.getLastException().getMessage()))
            .build();
    this.retries = Failsafe.with(policy);
  }

  /** Returns the requests made so far. */
  long requests() {
    return requests;
  }

  /** Returns when the first answer came, by the hub's clock. */
  Instant firstAnswerTime() {
    return firstAnswerTime == null ? Instant.now() : firstAnswerTime;
  }

  /** Returns the address of a path of the hub. */
  URI address(String path) {
    return URI.create(config.url().toString().replaceAll("/$", "") + path);
  }

  /**
   * Asks for a resource.
   *
   * @param etag what is known of it; empty when nothing is
   * @param check looks at an answer; throws {@link HubBusyException} when it is worth asking again
   * @return an answer with a status that says something: 200, 3xx, or 4xx other than 429
   * @throws IOException when asking again did not help
   */
  HubResponse get(URI uri, String etag, Check check) throws IOException, InterruptedException {
    try {
      return (HubResponse)
          retries.get((ContextualSupplier<Object, Object>) _ -> ask(uri, etag, check));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("asking the hub was interrupted");
      }
      if (e.getCause() instanceof IOException failure) {
        throw new HubAnswerException(
            "%s did not answer as a hub does: %s".formatted(config.url(), failure.getMessage()));
      }
      throw e;
    }
  }

  private HubResponse ask(URI uri, String etag, Check check)
      throws IOException, InterruptedException {
    Thread.sleep(pacer.delay());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(config.timeout())
            .header("User-Agent", "clade-ingest")
            .header("Accept", "application/json, text/plain, */*");
    if (!etag.isEmpty()) {
      request.header("If-None-Match", etag);
    }
    // Never to another host, which a hub's link could name.
    if (uri.getAuthority().equals(config.url().getAuthority())) {
      config.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }
    requests++;
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    Optional<RateLimit> limit = RateLimit.of(answer.headers());
    limit.ifPresent(pacer::note);
    int status = answer.statusCode();
    if (status == 429 || status == 408 || status >= 500) {
      throw new HubBusyException("status " + status, patience(answer, status, limit));
    }
    HubResponse response = new HubResponse(uri, status, answer.headers(), answer.body());
    check.check(response);
    if (firstAnswerTime == null) {
      firstAnswerTime = response.time();
    }
    return response;
  }

  /** Returns how long to wait at least, given the jitter; negative for the usual pause. */
  private static Duration wish(HubBusyException busy) {
    return busy.delay().map(asked -> asked.multipliedBy(4).dividedBy(3)).orElse(NO_WISH);
  }

  private static Optional<Duration> patience(
      HttpResponse<byte[]> answer, int status, Optional<RateLimit> limit) {
    Optional<Duration> asked = RetryAfter.of(answer.headers());
    return asked.isPresent() || status != 429
        ? asked
        : limit.map(RateLimit::reset).filter(reset -> !reset.isZero());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** Looks at an answer before it is taken. */
  interface Check {
    /** Throws {@link HubBusyException} when the answer is worth asking for again. */
    void check(HubResponse response) throws IOException;
  }
}
