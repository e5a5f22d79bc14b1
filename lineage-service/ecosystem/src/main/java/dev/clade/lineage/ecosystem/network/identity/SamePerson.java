package dev.clade.lineage.ecosystem.network.identity;

/**
 * Two accounts that may be of one person.
 *
 * @param author the one of smaller number
 * @param other the one of larger number
 * @param similarity of their names, 90 to 100
 */
public record SamePerson(int author, int other, int similarity) {}
