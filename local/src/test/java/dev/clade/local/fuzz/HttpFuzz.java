package dev.clade.local.fuzz;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.clade.local.client.Address;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.error.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Sends one service requests over HTTP/1.1, and judges what comes back. */
final class HttpFuzz {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Where the request may be one that never ends. */
  private static final Duration SHORT = Duration.ofMillis(200);

  private static final int BAD = 400;
  private static final int SERVER = 500;
  private static final int VERSION_NOT_SUPPORTED = 505;

  private final long seed;
  private final Service service;
  private final Address address;
  private final String model;
  private final String report;
  private final Tally tally;

  HttpFuzz(long seed, Service service, Address address, String model, String report, Tally tally) {
    this.seed = seed;
    this.service = service;
    this.address = address;
    this.model = model;
    this.report = report;
    this.tally = tally;
  }

  /** Sends the requests of every so many numbers, one after the other. */
  void send(long from, long to, int step) throws IOException {
    for (long number = from; number < to; number += step) {
      RandomGenerator random = CaseGenerator.random(seed + 1, number);
      HostileRequests.Request request = HostileRequests.draw(model, report, random);
      RawHttp1.Answer answer =
          RawHttp1.exchange(address, request.bytes(), request.clean() ? PATIENCE : SHORT);
      String what = service.label() + " (HTTP)";
      tally.count(what, 1, answer.code() == 0 ? "no answer" : "HTTP " + answer.code());
      Optional<String> wrong = judge(request, answer);
      if (wrong.isPresent()) {
        tally.found(
            what,
            wrong.get(),
            "seed %d, request %d\n%s\n%s\n%s"
                .formatted(seed, number, request, answer.head(), answer.body()));
      }
    }
  }

  private static Optional<String> judge(HostileRequests.Request request, RawHttp1.Answer answer) {
    if (request.clean() && answer.code() == 0) {
      return Optional.of("no answer");
    }
    if (answer.code() < BAD || answer.code() == VERSION_NOT_SUPPORTED) {
      return Optional.empty();
    }
    if (answer.code() >= SERVER && !isCatalogued(answer.body())) {
      return Optional.of("HTTP " + answer.code());
    }
    return Leaks.in(answer.body(), request.echoes()).map(found -> "tells \"%s\"".formatted(found));
  }

  /** Returns whether a body tells a reason of the catalogue, other than a fault of the service. */
  private static boolean isCatalogued(String body) {
    try {
      JsonObject error = JsonParser.parseString(body).getAsJsonObject().getAsJsonObject("error");
      List<JsonElement> details = error.getAsJsonArray("details").asList();
      String told = details.getFirst().getAsJsonObject().get("reason").getAsString();
      return Arrays.stream(Reason.values())
          .filter(reason -> reason != Reason.INTERNAL)
          .anyMatch(reason -> reason.name().equals(told));
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      return false;
    }
  }
}
