/**
 * Refuses to start a server that is configured unsafely.
 *
 * <p>A {@link dev.clade.runtime.safety.SafetyCheck} looks at one danger. Those that are there stop
 * the start, all told in one message, unless the operator names them in {@code clade.unsafe.allow};
 * then each start warns of them. Servers add checks of their own as beans.
 */
package dev.clade.runtime.safety;
