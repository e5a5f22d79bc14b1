package dev.clade.local.client;

import dev.clade.local.mesh.Service;
import java.util.Arrays;
import java.util.List;

/**
 * Where the services of a mesh answer.
 *
 * @param ingest address of the catalogue
 * @param lineage address of the graph
 * @param valuation address of valuations
 */
public record Endpoints(Address ingest, Address lineage, Address valuation) {

  /** Returns the standard ports on this machine. */
  public static Endpoints standard() {
    return parse("127.0.0.1");
  }

  /**
   * Reads one host, whose services have the standard ports, or the three addresses of ingest,
   * lineage and valuation with commas between them.
   *
   * @throws IllegalArgumentException when the text is neither
   */
  public static Endpoints parse(String text) {
    List<String> parts = Arrays.asList(text.split(",", -1));
    if (parts.size() != 1 && parts.size() != 3) {
      throw new IllegalArgumentException(
          "\"%s\" is no target; a target is a host, or three addresses with commas between them"
              .formatted(text));
    }
    if (parts.size() == 1 && text.contains(":")) {
      throw new IllegalArgumentException(
          "\"%s\" names one port; a target with ports needs three addresses".formatted(text));
    }
    return new Endpoints(
        Address.parse(parts.getFirst(), Service.INGEST.standardPort()),
        Address.parse(parts.get(parts.size() / 2), Service.LINEAGE.standardPort()),
        Address.parse(parts.getLast(), Service.VALUATION.standardPort()));
  }

  /** Returns the address of a service. */
  public Address of(Service service) {
    return switch (service) {
      case INGEST -> ingest;
      case LINEAGE -> lineage;
      case VALUATION -> valuation;
    };
  }

  /** Returns the same endpoints with another address of one service. */
  public Endpoints with(Service service, Address address) {
    return switch (service) {
      case INGEST -> new Endpoints(address, lineage, valuation);
      case LINEAGE -> new Endpoints(ingest, address, valuation);
      case VALUATION -> new Endpoints(ingest, lineage, address);
    };
  }
}
