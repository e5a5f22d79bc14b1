package dev.clade.local.mesh;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.clade.local.client.Address;
import dev.clade.runtime.client.ChannelSecurity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks a service how it is: its health and its metrics, over HTTP. */
public final class ServiceProbe {
  private final ServiceHttp service;

  /**
   * Creates a question to the service at an address.
   *
   * @param security whom to trust, if connections are encrypted; nothing is shown to the service
   */
  public ServiceProbe(Address address, ChannelSecurity security) {
    service = new ServiceHttp(address, security);
  }

  /** How a service is. */
  public enum State {
    /** Answers, and can do its work. */
    READY,
    /** Answers, and says that it cannot. */
    NOT_READY,
    /** Does not answer. */
    DOWN
  }

  /**
   * A check of a service's readiness.
   *
   * @param name what is checked
   * @param up whether it is as it should be
   * @param data what the check tells
   */
  public record Check(String name, boolean up, Map<String, String> data) {}

  /**
   * How a service is.
   *
   * @param checks what its readiness depends on
   * @param metrics what it measures; none when it does not tell
   */
  public record Finding(State state, List<Check> checks, MetricSamples metrics) {}

  /** Returns how the service is now. */
  public Finding ask() {
    try {
      HttpResponse<String> ready = service.get("/q/health/ready", BodyHandlers.ofString());
      return new Finding(
          ready.statusCode() == 200 ? State.READY : State.NOT_READY,
          checks(ready.body()),
          metrics());
    } catch (IOException | UncheckedIOException e) {
      return new Finding(State.DOWN, List.of(), MetricSamples.parse(Stream.empty()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MeshFailure("interrupted while asking a service", e);
    }
  }

  private MetricSamples metrics() throws IOException, InterruptedException {
    HttpResponse<Stream<String>> answer = service.get("/q/metrics", BodyHandlers.ofLines());
    try (Stream<String> lines = answer.body()) {
      return MetricSamples.parse(answer.statusCode() == 200 ? lines : Stream.empty());
    }
  }

  static List<Check> checks(String body) {
    try {
      return JsonParser.parseString(body)
          .getAsJsonObject()
          .getAsJsonArray("checks")
          .asList()
          .stream()
          .map(each -> check(each.getAsJsonObject()))
          .toList();
    } catch (JsonParseException | IllegalStateException e) {
      return List.of(new Check("health", false, Map.of("answer", "is not of the form expected")));
    }
  }

  private static Check check(JsonObject told) {
    Map<String, String> data = new TreeMap<>();
    if (told.get("data") instanceof JsonObject object) {
      object.entrySet().forEach(entry -> data.put(entry.getKey(), entry.getValue().getAsString()));
    }
    return new Check(
        told.get("name").getAsString(), told.get("status").getAsString().equals("UP"), data);
  }
}
