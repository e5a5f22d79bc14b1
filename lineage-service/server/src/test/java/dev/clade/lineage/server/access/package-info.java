/** Who may call what of this server. */
package dev.clade.lineage.server.access;
