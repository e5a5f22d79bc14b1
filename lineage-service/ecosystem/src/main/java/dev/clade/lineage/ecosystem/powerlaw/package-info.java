/**
 * Whether counts follow a discrete power law, after Clauset, Shalizi and Newman (SIAM Review 51,
 * 2009).
 *
 * <p>The exponent is fitted by maximum likelihood above every observed value, and the value from
 * which the law fits best is kept. How plausible the law is tells a bootstrap; whether a lognormal
 * or an exponential tail fits as well tells Vuong's test. Everything works on distinct values with
 * their counts, and gives the same bits whatever the number of threads.
 */
package dev.clade.lineage.ecosystem.powerlaw;
