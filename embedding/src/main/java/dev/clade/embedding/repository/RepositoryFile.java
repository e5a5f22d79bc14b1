package dev.clade.embedding.repository;

import java.util.OptionalLong;

/**
 * A file of a repository.
 *
 * @param name its path within the repository
 * @param bytes its size; empty where it was not told
 */
public record RepositoryFile(String name, OptionalLong bytes) {}
