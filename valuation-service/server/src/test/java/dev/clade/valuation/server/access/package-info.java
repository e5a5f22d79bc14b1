/** Who may call what of this server. */
package dev.clade.valuation.server.access;
