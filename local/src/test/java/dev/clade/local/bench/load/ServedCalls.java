package dev.clade.local.bench.load;

import dev.clade.local.client.Address;
import dev.clade.local.mesh.ServiceProbe;
import dev.clade.runtime.client.ChannelSecurity;

/** How many calls a server of the graph has ended, as it counts itself. */
public final class ServedCalls {
  private ServedCalls() {}

  /** Returns how many calls of GetLineage; NaN before the first. */
  public static double lineages(Address address) {
    return new ServiceProbe(address, ChannelSecurity.NONE)
        .ask()
        .metrics()
        .sum(
            "rpc_server_call_duration_seconds_count",
            "rpc_method=\"clade.lineage.v1.LineageService/GetLineage\"");
  }
}
