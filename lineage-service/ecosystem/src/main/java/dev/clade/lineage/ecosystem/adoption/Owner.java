package dev.clade.lineage.ecosystem.adoption;

/**
 * What the models of one owner are used for.
 *
 * @param name the text before the first "/" of its models' names, empty for models without one
 * @param models how many of its models any space uses
 * @param uses how often spaces use one: pairs of a space and a model
 * @param spaces how many spaces use any
 * @param share its share, 0 to 1, of all uses
 */
public record Owner(String name, int models, long uses, long spaces, double share) {}
