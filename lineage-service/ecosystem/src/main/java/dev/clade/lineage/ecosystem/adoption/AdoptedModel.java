package dev.clade.lineage.ecosystem.adoption;

/**
 * A model in use.
 *
 * @param name its name
 * @param spaces how many spaces use it, at least 1
 */
public record AdoptedModel(String name, int spaces) {}
