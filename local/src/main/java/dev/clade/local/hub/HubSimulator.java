package dev.clade.local.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a {@link SimulatedHub} over HTTP on a free port of the loopback address, as the Hugging
 * Face Hub serves its own.
 *
 * <p>It takes any token that begins with {@code hf_} and lets its owner see no more than others;
 * only limits and the words of refusals differ.
 */
public final class HubSimulator implements AutoCloseable {
  private static final String TOKEN_PREFIX = "hf_";

  static {
    // Headers and body are written one after the other: without this, each answer waits 40 ms for
    // the acknowledgement of the first.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RateLimiter limiter;
  private final ListEndpoint lists;
  private final RepositoryEndpoint repositories;
  private final Faults faults = new Faults();
  private final RequestLog log = new RequestLog();

  private HubSimulator(SimulatedHub hub, RateLimits limits) throws IOException {
    limiter = new RateLimiter(limits);
    lists = new ListEndpoint(hub);
    repositories = new RepositoryEndpoint(hub);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Starts serving a hub without limits. */
  public static HubSimulator start(SimulatedHub hub) throws IOException {
    return start(hub, RateLimits.NONE);
  }

  /** Starts serving a hub. */
  public static HubSimulator start(SimulatedHub hub, RateLimits limits) throws IOException {
    return new HubSimulator(hub, limits);
  }

  /** Returns the address to which the paths of the API are appended; it does not end in a slash. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns what goes wrong, to which more can be added at any time. */
  public Faults faults() {
    return faults;
  }

  /** Returns the requests so far. */
  public RequestLog requests() {
    return log;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Instant came = Instant.now();
      HubRequest request = new HubRequest(exchange);
      Route route = Route.of(request.path());
      long number = log.number(route);
      List<Fault> met = faults.of(route, number);
      HubAnswer answer =
          answer(request, route, number, met)
              .unlessKnown(request.knownTag())
              .with("X-Request-Id", "Root=1-" + log.count());
      log.add(
          new LoggedRequest(
              route.request(),
              route.repositories(),
              number,
              request.target(),
              answer.status(),
              request.isAnonymous(),
              came));
      send(exchange, answer, met);
    }
  }

  private HubAnswer answer(HubRequest request, Route route, long number, List<Fault> met) {
    RateLimiter.Decision decision = limiter.take(request.token(), route.bucket());
    if (!decision.accepted()) {
      return HubAnswer.error(429, "You have reached your rate limit.").with(decision.headers());
    }
    HubAnswer answer;
    try {
      answer = refusal(request, met);
      if (answer == null) {
        answer = regular(request, route, number, met);
      }
    } catch (RefusedRequestException e) {
      answer = HubAnswer.refusal(e);
    } catch (NoSuchElementException e) {
      // Deleted or renamed while it was being told of.
      answer = HubAnswer.refusal(RefusedRequestException.noRepository(request.isAnonymous()));
    } catch (RuntimeException e) {
      answer = HubAnswer.error(500, "the simulator failed: " + e);
    }
    return answer.withDefaults(decision.headers());
  }

  private HubAnswer refusal(HubRequest request, List<Fault> met) {
    String cursor = request.parameter("cursor");
    for (Fault fault : met) {
      if (fault instanceof Fault.Refusal refusal) {
        return HubAnswer.error(refusal.status(), refusal.message()).with(refusal.headers());
      }
      if (fault instanceof Fault.ExpiredCursor && cursor != null) {
        faults.expire(cursor);
      }
    }
    if (cursor != null && faults.isExpired(cursor)) {
      throw RefusedRequestException.badRequest("Invalid cursor");
    }
    return null;
  }

  private HubAnswer regular(HubRequest request, Route route, long number, List<Fault> met) {
    if (!request.isAnonymous() && !request.token().startsWith(TOKEN_PREFIX)) {
      throw RefusedRequestException.badToken();
    }
    if (route.request() == RequestKind.OTHER) {
      throw RefusedRequestException.noPage();
    }
    if (route.request() != RequestKind.LIST) {
      return repositories.answer(request, route);
    }
    boolean repeated = met.stream().anyMatch(Fault.RepeatedPage.class::isInstance);
    CursorForm form = faults.cursorForm(route, number);
    HubAnswer page = lists.answer(request, route.repositories(), form, repeated);
    faults.pageMade(route.repositories());
    return page;
  }

  private static void send(HttpExchange exchange, HubAnswer answer, List<Fault> met)
      throws IOException {
    int length = answer.body().length;
    for (Fault fault : met) {
      if (fault instanceof Fault.Slow slow) {
        pause(slow);
      } else if (fault instanceof Fault.CutBody cut) {
        length = (int) (length * cut.share());
      }
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean bodiless = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
    if (!bodiless) {
      // Closing the exchange before the whole length was written closes the connection.
      OutputStream out = exchange.getResponseBody();
      out.write(answer.body(), 0, length);
      out.flush();
    }
  }

  private static void pause(Fault.Slow slow) {
    try {
      Thread.sleep(slow.delay());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
