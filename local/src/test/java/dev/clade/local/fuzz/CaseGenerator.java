package dev.clade.local.fuzz;

import com.google.common.hash.Hashing;
import com.google.protobuf.DynamicMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws cases, each from the seed and its number alone. */
final class CaseGenerator {
  private static final List<String> HEADERS =
      List.of(
          "authorization",
          "traceparent",
          "tracestate",
          "baggage",
          "x-request-id",
          "cookie",
          "user-agent",
          "x-forwarded-for",
          "grpc-status-details-bin",
          "x-fuzz-bin");

  private static final List<String> VALUES =
      List.of(
          "",
          "Bearer",
          "Bearer ",
          "Bearer a.b.c",
          "Bearer eyJhbGciOiJub25lIn0.e30.",
          "Basic YTpi",
          "00-00000000000000000000000000000000-0000000000000000-00",
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-ff",
          "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
          "00-zz",
          "a=b,c=d;e=%00%ff",
          "x".repeat(4_000));

  private final long seed;
  private final List<FuzzedMethod> methods;
  private final MessageGenerator messages;
  private final Map<FuzzedMethod, List<DynamicMessage>> good = new HashMap<>();

  CaseGenerator(long seed, List<FuzzedMethod> methods, KnownTexts known, GoodRequests requests) {
    this.seed = seed;
    this.methods = methods;
    this.messages = new MessageGenerator(known);
    methods.forEach(method -> good.put(method, requests.of(method)));
  }

  /** Returns the source of randomness of a case. */
  static RandomGenerator random(long seed, long number) {
    return new SplittableRandom(Hashing.sipHash24(seed, number).hashLong(number).asLong());
  }

  /** Draws the case of a number. */
  FuzzCase draw(long number) {
    RandomGenerator random = random(seed, number);
    FuzzedMethod method = methods.get(random.nextInt(methods.size()));
    boolean wellFormed = random.nextInt(10) > 0;
    List<byte[]> bytes = new ArrayList<>();
    for (int left = count(method, random); left > 0; left--) {
      byte[] message = message(method, bytes.size(), random).toByteArray();
      bytes.add(wellFormed ? message : WireBytes.spoil(message, random));
    }
    return new FuzzCase(
        seed, number, method, bytes, wellFormed, behaviour(random), headers(random));
  }

  private static int count(FuzzedMethod method, RandomGenerator random) {
    if (method.descriptor().isClientStreaming()) {
      return random.nextInt(6);
    }
    return random.nextInt(200) == 0 ? 2 : 1;
  }

  private DynamicMessage message(FuzzedMethod method, int place, RandomGenerator random) {
    List<DynamicMessage> ofMethod = good.get(method);
    if (ofMethod.isEmpty() || random.nextInt(5) < 2) {
      return messages.draw(method.descriptor().getInputType(), random);
    }
    int which =
        method.descriptor().isClientStreaming()
            ? Math.min(place, ofMethod.size() - 1)
            : random.nextInt(ofMethod.size());
    return messages.change(ofMethod.get(which), random);
  }

  private static Behaviour behaviour(RandomGenerator random) {
    Behaviour[] all = Behaviour.values();
    return random.nextInt(30) == 0 ? all[random.nextInt(all.length)] : Behaviour.ORDERLY;
  }

  private static Map<String, byte[]> headers(RandomGenerator random) {
    Map<String, byte[]> headers = new LinkedHashMap<>();
    if (random.nextInt(10) == 0) {
      for (int left = 1 + random.nextInt(3); left > 0; left--) {
        String name = HEADERS.get(random.nextInt(HEADERS.size()));
        headers.put(
            name,
            name.endsWith("-bin")
                ? WireBytes.randomBytes(random.nextInt(300), random)
                : VALUES.get(random.nextInt(VALUES.size())).getBytes(StandardCharsets.US_ASCII));
      }
    }
    return headers;
  }
}
