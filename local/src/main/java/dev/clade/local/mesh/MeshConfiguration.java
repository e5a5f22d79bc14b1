package dev.clade.local.mesh;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a mesh is to be run.
 *
 * @param home root of the repository, whose modules hold the built jars
 * @param state folder that everything is kept in
 * @param standardPorts whether the services should have their standard ports where these are free
 * @param traceEndpoint where an OTLP/HTTP receiver takes the services' traces; none by default
 */
public record MeshConfiguration(
    Path home, StateFolder state, boolean standardPorts, Optional<String> traceEndpoint) {}
