package dev.clade.local.mesh;

import dev.clade.local.client.Endpoints;
import java.util.List;

/**
 * What runs, as written into the state folder.
 *
 * @param owner the process that started the mesh and owns the database
 * @param processes every other process, in the order in which they were started
 * @param endpoints where the services answer
 * @param postgresPort port of PostgreSQL
 * @param redisPort port of Redis
 * @param traceEndpoint where an OTLP/HTTP receiver takes traces; empty for none
 * @param secure whether its secrets are needed to call it
 */
public record MeshState(
    ProcessMark owner,
    List<ProcessMark> processes,
    Endpoints endpoints,
    int postgresPort,
    int redisPort,
    String traceEndpoint,
    boolean secure) {}
