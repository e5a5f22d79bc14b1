package dev.clade.k8s;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What network policies let through, as Kubernetes defines it: a pod that no policy of a direction
 * selects is open in that direction; otherwise one rule of one policy has to allow the connection,
 * at both ends. Ports are numbers, and blocks of addresses mean what is outside the cluster.
 */
record NetworkPolicies(List<NetworkPolicy> policies) {

  /** Copies the list. */
  NetworkPolicies {
    policies = List.copyOf(policies);
  }

  /** Returns whether a connection can be made. */
  boolean allow(Endpoint from, Endpoint to, String protocol, int port) {
    return mayLeave(from, to, protocol, port) && mayEnter(from, to, protocol, port);
  }

  private boolean mayLeave(Endpoint from, Endpoint to, String protocol, int port) {
    List<NetworkPolicy> selecting = selecting(from, "Egress");
    return selecting.isEmpty()
        || selecting.stream()
            .flatMap(
                policy ->
                    policy.getSpec().getEgress().stream()
                        .filter(rule -> hasPort(rule.getPorts(), protocol, port))
                        .filter(rule -> hasPeer(rule.getTo(), policy, to)))
            .findAny()
            .isPresent();
  }

  private boolean mayEnter(Endpoint from, Endpoint to, String protocol, int port) {
    List<NetworkPolicy> selecting = selecting(to, "Ingress");
    return selecting.isEmpty()
        || selecting.stream()
            .flatMap(
                policy ->
                    policy.getSpec().getIngress().stream()
                        .filter(rule -> hasPort(rule.getPorts(), protocol, port))
                        .filter(rule -> hasPeer(rule.getFrom(), policy, from)))
            .findAny()
            .isPresent();
  }

  private List<NetworkPolicy> selecting(Endpoint pod, String direction) {
    return policies.stream()
        .filter(policy -> policy.getMetadata().getNamespace().equals(pod.namespace()))
        .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
        .filter(policy -> selects(policy.getSpec().getPodSelector(), pod.labels()))
        .toList();
  }

  private static boolean hasPort(List<NetworkPolicyPort> ports, String protocol, int port) {
    return ports.isEmpty()
        || ports.stream()
            .anyMatch(
                allowed ->
                    allowed.getProtocol().equals(protocol)
                        && allowed.getPort().getIntVal() == port);
  }

  private static boolean hasPeer(
      List<NetworkPolicyPeer> peers, NetworkPolicy policy, Endpoint endpoint) {
    return peers.isEmpty() || peers.stream().anyMatch(peer -> isPeer(peer, policy, endpoint));
  }

  private static boolean isPeer(NetworkPolicyPeer peer, NetworkPolicy policy, Endpoint endpoint) {
    if (peer.getIpBlock() != null) {
      return !endpoint.isPod() && contains(peer.getIpBlock(), endpoint.address());
    }
    boolean inNamespace =
        peer.getNamespaceSelector() == null
            ? policy.getMetadata().getNamespace().equals(endpoint.namespace())
            : selects(peer.getNamespaceSelector(), endpoint.namespaceLabels());
    return endpoint.isPod()
        && inNamespace
        && (peer.getPodSelector() == null || selects(peer.getPodSelector(), endpoint.labels()));
  }

  private static boolean selects(LabelSelector selector, Map<String, String> labels) {
    if (!selector.getMatchExpressions().isEmpty()) {
      throw new IllegalArgumentException("expressions are not known here: " + selector);
    }
    return selector.getMatchLabels() == null
        || labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
  }

  private static boolean contains(IPBlock block, String address) {
    Function<String, Stream<String>> matching =
        range -> contains(range, address) ? Stream.of(range) : Stream.empty();
    return contains(block.getCidr(), address)
        && block.getExcept().stream().flatMap(matching).findAny().isEmpty();
  }

  private static boolean contains(String range, String address) {
    String[] parts = range.split("/", 2);
    byte[] network = bytes(parts[0]);
    byte[] host = bytes(address);
    int tail = network.length * 8 - Integer.parseInt(parts[1]);
    return network.length == host.length
        && new BigInteger(1, network)
            .shiftRight(tail)
            .equals(new BigInteger(1, host).shiftRight(tail));
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no address: " + address, e);
    }
  }
}
