/**
 * What every Clade server does at its gRPC edge.
 *
 * <p>The beans of this package are found by a server that depends on {@code clade-proto}; there is
 * nothing to register. Whatever fails, thrown or emitted, is translated once into a {@link
 * dev.clade.runtime.error.CladeException}, so that a client always receives a catalogued reason and
 * never an internal text. A call that its client cancels, or whose deadline passes, is cancelled
 * with everything that it called; work that outlives its call therefore starts from {@code
 * io.grpc.Context.ROOT}. Only servers load these classes: the worker and the command line do
 * without Quarkus.
 */
package dev.clade.runtime.grpc;
