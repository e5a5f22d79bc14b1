/** The dangers of a valuation service's configuration that other services do not have. */
package dev.clade.valuation.server.safety;
