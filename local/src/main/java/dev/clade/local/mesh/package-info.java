/**
 * The whole mesh on one machine: PostgreSQL, Redis and the three services as processes of their
 * own.
 *
 * <p>A {@link dev.clade.local.mesh.Mesh} starts them in order and stops what it started. Everything
 * it keeps lies in one state folder, which survives; a lock there keeps two meshes apart. Nothing
 * is restarted behind the back of who watches: a process that died shows as such.
 */
package dev.clade.local.mesh;
