/**
 * Where code runs in a reactive server.
 *
 * <p>Vert.x gives each call a context, and what belongs to the call, such as its database session,
 * its trace and its deadline, is found there. Timers and other libraries answer on threads of their
 * own; {@link dev.clade.runtime.context.CallerContext} brings the rest of the work back.
 */
package dev.clade.runtime.context;
