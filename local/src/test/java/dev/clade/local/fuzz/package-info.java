/**
 * Random and hostile input for every gRPC method and every HTTP path of the mesh.
 *
 * <p>A {@link dev.clade.local.fuzz.CaseGenerator} draws a case from a seed and a number, so each
 * can be had again; cases are sent as calls of gRPC, as frames of HTTP/2 that no gRPC client would
 * send, and as HTTP/1.1. An {@link dev.clade.local.fuzz.Oracle} says what an answer must not be:
 * unknown, a fault of the service, without a catalogued reason, or talkative about what is inside.
 */
package dev.clade.local.fuzz;
