package dev.clade.valuation.server.payout;

import java.math.BigDecimal;

/**
 * An amount of money as it is asked for.
 *
 * @param currency ISO 4217 code
 * @param amount in units of it
 */
public record Amount(String currency, BigDecimal amount) {}
