package dev.clade.embedding.repository;

/**
 * Something that a repository says it is related to.
 *
 * @param kind how
 * @param target identifier of the other end, resolved to the name that it has now where that is
 *     known: whether an old name means a newer one is the graph's to say
 */
public record DeclaredRelation(RelationKind kind, String target) {}
