package dev.clade.lineage.ecosystem.concentration;

/**
 * A point of the Lorenz curve (Lorenz, 1905): the poorest so many have so much.
 *
 * @param population the share of the values, smallest first, 0 to 1
 * @param share what these have of all, 0 to 1
 */
public record LorenzPoint(double population, double share) {}
