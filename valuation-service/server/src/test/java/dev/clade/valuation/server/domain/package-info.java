/** Tests of the rules that know neither protocol nor database. */
package dev.clade.valuation.server.domain;
