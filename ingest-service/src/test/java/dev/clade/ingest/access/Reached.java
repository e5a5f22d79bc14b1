package dev.clade.ingest.access;

import dev.clade.runtime.testing.ReachedCalls;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;

/** Notes which calls have reached the server's handlers. */
@GlobalInterceptor
@Singleton
class Reached extends ReachedCalls {}
