package dev.clade.ingest.artifact;

import java.time.Instant;
import java.util.List;

/**
 * How a hub keeps an artifact.
 *
 * @param hubId the hub's own identifier, which survives renaming; empty when unknown
 * @param modifyTime when the hub says that it was last modified; null when unknown
 * @param revision commit at the head of its main branch; empty when unknown
 * @param availability who can have it
 * @param availabilityTime since when; null when no change was seen or told
 * @param aliases resource names that it had before
 * @param renamedTo resource name that it has now; empty unless it was renamed
 */
public record HubState(
    String hubId,
    Instant modifyTime,
    String revision,
    Availability availability,
    Instant availabilityTime,
    List<String> aliases,
    String renamedTo) {

  /** Nothing is known. */
  public static final HubState UNKNOWN =
      new HubState("", null, "", Availability.UNKNOWN, null, List.of(), "");

  /** Takes an unmodifiable copy of the list. */
  public HubState {
    aliases = List.copyOf(aliases);
  }

  /** Returns this state, with what it does not tell taken from an earlier one. */
  HubState over(HubState before, Instant seen) {
    Availability now = availability;
    if (now == Availability.UNKNOWN) {
      // A record that tells nothing about it still shows that the artifact is there.
      now =
          before.availability.isGone() || before.availability == Availability.UNKNOWN
              ? Availability.PUBLIC
              : before.availability;
    }
    Instant since = availabilityTime == null ? seen : availabilityTime;
    return new HubState(
        hubId.isEmpty() ? before.hubId : hubId,
        modifyTime == null ? before.modifyTime : modifyTime,
        revision.isEmpty() ? before.revision : revision,
        now,
        now == before.availability ? before.availabilityTime : since,
        aliases.isEmpty() ? before.aliases : aliases,
        renamedTo);
  }

  /** Returns this state with another availability. */
  public HubState with(Availability changed, Instant since) {
    return new HubState(hubId, modifyTime, revision, changed, since, aliases, renamedTo);
  }

  /** Returns the state of an artifact that is kept under another name. */
  public HubState movedTo(String target, Instant since) {
    return new HubState(
        hubId, modifyTime, revision, Availability.RENAMED, since, List.of(), target);
  }

  /** Returns this state with other names of before. */
  public HubState withAliases(List<String> names) {
    return new HubState(hubId, modifyTime, revision, availability, availabilityTime, names, "");
  }
}
