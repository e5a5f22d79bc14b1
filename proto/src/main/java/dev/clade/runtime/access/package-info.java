/**
 * Who may call what.
 *
 * <p>Contracts name the role that each method needs; {@link dev.clade.runtime.access.Caller} is who
 * calls, by a bearer token or a client certificate, and one interceptor lets through who has the
 * role. What says nothing of roles is refused. While access is open, which only a server on
 * loopback may be, everybody has every role.
 */
package dev.clade.runtime.access;
