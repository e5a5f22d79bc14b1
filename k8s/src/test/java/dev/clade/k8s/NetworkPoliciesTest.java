package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which pods can talk to which, over every pair of those that there are. */
class NetworkPoliciesTest {
  private static final int[] PORTS = {53, 443, 4318, 5432, 6379, 6443, 8443, 9101, 9102, 9103};

  private static final Endpoint WORKER =
      Endpoint.pod(
          "worker", "clade-workers", Map.of("app.kubernetes.io/name", "clade-valuation-worker"));
  private static final Endpoint NAMES =
      Endpoint.pod("names", "kube-system", Map.of("k8s-app", "kube-dns"));
  private static final Endpoint PROMETHEUS =
      Endpoint.pod("prometheus", "observability", Map.of("app.kubernetes.io/name", "prometheus"));
  private static final Endpoint COLLECTOR =
      Endpoint.pod(
          "collector",
          "observability",
          Map.of("app.kubernetes.io/name", "opentelemetry-collector"));
  private static final Endpoint STRANGER = Endpoint.pod("stranger", "default", Map.of());
  private static final Endpoint CLIENT = Endpoint.in("client", "clade.dev/client");
  private static final Endpoint ISSUER = Endpoint.in("issuer", "clade.dev/issuer");
  private static final Endpoint DATABASE = Endpoint.in("database", "clade.dev/stores");
  private static final Endpoint HUB = Endpoint.address("hub", "18.164.174.23");
  private static final Endpoint HUB6 = Endpoint.address("hub6", "2600:9000:2078::1");

  private static RenderedManifests manifests;
  private static NetworkPolicies policies;

  @BeforeAll
  static void render() {
    manifests = RenderedManifests.withComponents("stores", "network-policy", "traces");
    policies = new NetworkPolicies(manifests.ofType(NetworkPolicy.class));
  }

  @Test
  void exactlyTheIntendedPairsCanTalk() {
    Set<String> intended = new TreeSet<>();
    List<String> services = List.of("clade-ingest", "clade-lineage", "clade-valuation");
    for (String service : services) {
      intended.add(service + " -> clade-postgres:5432");
      intended.add(service + " -> clade-redis:6379");
      intended.add(service + "-migration -> clade-postgres:5432");
      intended.add(service + " -> database:5432");
      intended.add(service + " -> database:6379");
      intended.add(service + "-migration -> database:5432");
      intended.add(service + " -> collector:4318");
      intended.add(service + " -> issuer:443");
      intended.add(service + " -> issuer:8443");
      intended.add(service + " -> names:53");
      intended.add(service + "-migration -> names:53");
      int port = 9101 + services.indexOf(service);
      intended.add("client -> %s:%d".formatted(service, port));
      intended.add("prometheus -> %s:%d".formatted(service, port));
    }
    intended.add("clade-postgres -> names:53");
    intended.add("clade-redis -> names:53");
    intended.add("clade-lineage -> clade-ingest:9101");
    intended.add("clade-valuation -> clade-lineage:9102");
    intended.add("worker -> clade-valuation:9103");
    intended.add("worker -> names:53");
    intended.add("worker -> collector:4318");
    intended.add("clade-ingest -> hub:443");
    intended.add("clade-ingest -> hub6:443");
    intended.add("clade-valuation -> kubernetes:443");
    intended.add("clade-valuation -> kubernetes:6443");

    assertThat(pairs()).isEqualTo(intended);
  }

  @Test
  void ingestReachesNothingPrivateAndNoMetadata() {
    Endpoint ingest = Endpoint.pod(manifests.workload("clade-ingest"));
    for (String address :
        List.of(
            "169.254.169.254",
            "169.254.170.2",
            "100.100.100.200",
            "168.254.0.1",
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "127.0.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "::1",
            "fd00:ec2::254",
            "fe80::1",
            "64:ff9b::a9fe:a9fe")) {
      boolean isPublic = address.equals("168.254.0.1");
      assertThat(policies.allow(ingest, Endpoint.address(address, address), "TCP", 443))
          .as(address)
          .isEqualTo(isPublic);
    }
  }

  @Test
  void withoutPoliciesEverybodyTalksToEverybody() {
    NetworkPolicies none = new NetworkPolicies(List.of());
    assertThat(none.allow(STRANGER, WORKER, "TCP", 1)).isTrue();
    assertThat(none.allow(WORKER, HUB, "TCP", 443)).isTrue();
  }

  @Test
  void withoutThePoliciesOfServicesTheyTalkToNobody() {
    NetworkPolicies closed =
        new NetworkPolicies(
            policies.policies().stream()
                .filter(policy -> policy.getMetadata().getName().equals("deny-all"))
                .toList());
    for (Workload from : manifests.workloads()) {
      for (Workload to : manifests.workloads()) {
        for (int port : PORTS) {
          assertThat(closed.allow(Endpoint.pod(from), Endpoint.pod(to), "TCP", port)).isFalse();
        }
      }
    }
  }

  private static Set<String> pairs() {
    List<Endpoint> ends =
        new ArrayList<>(manifests.workloads().stream().map(Endpoint::pod).toList());
    List<Endpoint> others =
        List.of(
            NAMES,
            PROMETHEUS,
            COLLECTOR,
            STRANGER,
            CLIENT,
            ISSUER,
            DATABASE,
            HUB,
            HUB6,
            Endpoint.address("kubernetes", "172.20.0.1"),
            Endpoint.address("metadata", "169.254.169.254"));
    ends.add(WORKER);
    Set<String> pairs = new TreeSet<>();
    for (Endpoint ours : ends) {
      ends.stream().filter(to -> !to.equals(ours)).forEach(to -> add(ours, to, pairs));
      others.forEach(other -> add(ours, other, pairs));
      others.forEach(other -> add(other, ours, pairs));
    }
    return pairs;
  }

  private static void add(Endpoint from, Endpoint to, Set<String> pairs) {
    IntStream.of(PORTS)
        .filter(
            port ->
                policies.allow(from, to, "TCP", port)
                    || port == 53 && policies.allow(from, to, "UDP", port))
        .forEach(port -> pairs.add("%s -> %s:%d".formatted(from, to, port)));
  }
}
